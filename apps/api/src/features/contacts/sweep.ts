import { call } from '../../../test/sweeps/making.ts';
import type { Scene } from '../../../test/sweeps/cast.ts';
import { defineSweep, type Make } from '../../../test/sweeps/sweep.ts';

const contact = { topicId: null, name: 'Kim Muster', phone: '', email: '' };
const made: Make = async ({ world, home }) => ({
  id: (await world.db.contact.create({ data: { organisationId: home.id, name: 'Kim Muster' } })).id,
});
const setting = (organisationId: string) => ({ input: { organisationId, contact } });
const office = ({ world }: Scene) => world.organisation({ kind: 'LAND_AUTHORITY' });

export const sweep = defineSweep({
  authorization: `
    setContact: ok = coordinator; not_found = outsiders guest; forbidden
    setContact [office]: ok = editor; not_found = outsiders guest; forbidden
    confirmContact: ok = coordinator; not_found = outsiders guest; forbidden
    removeContact: ok = coordinator; not_found = outsiders guest; forbidden
  `,
  calls: {
    setContact: ({ home }) => setting(home.id),
    'setContact office': async (scene) => setting((await office(scene)).id),
    confirmContact: made,
    removeContact: made,
  },
  openFields: `
    Contact: id organisation topicId name phone email confirmedAt viewerCan
    ContactAbilities: edit
  `,
  guardedFields: `
    Organisation.contacts: empty = outsiders guest; value
  `,
  furnish: async ({ scene: { world, home } }) =>
    world.db.contact.create({ data: { organisationId: home.id, name: 'Kim Muster', email: 'kim@ort.example' } }),
  looks: {
    'Organisation.contacts': ({ scene }) => `organisation(id: "${scene.home.id}") { found: contacts { id } }`,
  },
  crowd: async ({ world, organisation, people }) => {
    for (const [i] of people.entries()) {
      const topic = await world.db.topic.create({ data: { key: `${organisation.id} ${i}`, name: 'Thema', position: 92 } });
      await world.db.contact.create({ data: { organisationId: organisation.id, topicId: topic.id, name: `Kim ${i}` } });
    }
    return {};
  },
  lists: {
    'Organisation.contacts': ({ organisation: { id } }) => ({ path: [`organisation(id: "${id}")`] }),
  },
  screens: {
    OrganisationContacts: ({ home }) => `{ organisation(id: "${home.id}") { contacts { id name topic { id } phone viewerCan { edit } } } }`,
  },
  heard: {
    'contacts.changed': ['OrganisationContacts'],
  },
  stories: {
    'contacts.changed': { act: call('coordinator', 'setContact') },
  },
});
