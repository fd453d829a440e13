import { call } from '../../../test/sweeps/making.ts';
import { defineSweep } from '../../../test/sweeps/sweep.ts';

const organisation = 'id name title code mailDomains hasCoordinator viewerCan { readDesk manage nameCoordinator }';
const place = 'id role function deputy beganAt endedAt person { id name } viewerCan { change end }';

export const sweep = defineSweep({
  authorization: `
    organisation: ok
    organisations: ok
    participation: ok = anonymous; ok
    setMailDomains: ok = coordinator admin; forbidden
  `,
  calls: {
    organisation: ({ home }) => ({ id: home.id }),
    organisations: () => ({}),
    participation: () => ({}),
    setMailDomains: ({ home }) => ({ organisationId: home.id, domains: ['ort.example'] }),
  },
  openFields: `
    Organisation: id key kind name title code ags ars population lat lon tile parent children hasCoordinator viewerCan
    Tile: column row kreis
    OrganisationAbilities: readDesk manage nameCoordinator
    OrganisationPage: nodes pageInfo total
    Participation: keys administrations
  `,
  guardedFields: `
    Organisation.mailDomains: empty = outsiders guest; value
  `,
  furnish: async ({ scene: { world, home } }) =>
    world.db.organisation.update({ where: { id: home.id }, data: { mailDomains: ['ort.example'] } }),
  looks: {
    'Organisation.mailDomains': ({ scene }) => `organisation(id: "${scene.home.id}") { found: mailDomains }`,
  },
  lists: {
    'Query.organisations': (c) => ({ path: [], args: `filter: { parentId: "${c.organisation.id}" }` }),
    'Organisation.children': ({ organisation: { id } }) => ({ path: [`organisation(id: "${id}")`] }),
  },
  screens: {
    Organisations: () => `{ organisations { nodes { ${organisation} } total } }`,
    OrganisationPage: ({ home }) => `{ organisation(id: "${home.id}") { ${organisation} affiliations { nodes { ${place} } total } } }`,
  },
  toldIn: {
    OrganisationPage: 'organisation',
  },
  heard: {
    'organisation.changed': ['Organisations', 'OrganisationPage'],
  },
  stories: {
    'organisation.changed': { act: call('coordinator', 'setMailDomains') },
  },
  smallTables: ['organisation'],
  pages: {
    '/kommunen': { as: 'koordination.halle', says: 'Keine Verwaltung passt zu dieser Auswahl.' },
    '/kommunen/:id': {
      as: 'koordination.halle',
      at: ({ organisation }) => organisation,
      says: 'Von hier ist noch niemand auf der Plattform.',
    },
  },
});
