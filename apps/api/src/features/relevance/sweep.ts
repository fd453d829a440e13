import { randomUUID } from 'node:crypto';
import { defineSweep, type Sight } from '../../../test/sweeps/sweep.ts';

async function furnish({ scene: { world, host, home, group } }: Sight): Promise<{ announcement: string }> {
  return { announcement: (await world.announcement(host, { organisations: [home, host.organisation], groups: [group] })).id };
}

export const sweep = defineSweep({
  authorization: `
    relevanceRules: ok
    setPreference: ok
  `,
  calls: {
    relevanceRules: () => ({}),
    setPreference: async ({ world }) => ({
      input: {
        subject: 'TOPIC',
        subjectId: (await world.db.topic.create({ data: { key: randomUUID(), name: 'ePayment', position: 1 } })).id,
        level: 'FOLLOW',
      },
    }),
  },
  openFields: `
    Viewer: preferences
    RelevanceRule: id matter section when
    Relevance: section rule because
    Preference: subject subjectId name level
  `,
  guardedFields: `
    Announcement.relevance: value = colleague head coordinator seats; null = editor; not_found
  `,
  furnish,
  looks: {
    'Announcement.relevance': ({ announcement: id }) => `announcement(id: "${id}") { found: relevance { section because } }`,
  },
  crowd: async ({ world, viewer, tag, people }) => {
    for (const position of people.keys()) {
      const topic = await world.db.topic.create({ data: { key: randomUUID(), name: `${tag} Wunsch ${position}`, position } });
      await world.db.relevancePreference.create({ data: { personId: viewer.id, subject: 'TOPIC', subjectId: topic.id, level: 'LESS' } });
    }
    return {};
  },
  lists: {
    'Query.relevanceRules': () => ({ path: [] }),
    'Viewer.preferences': () => ({ path: ['viewer'] }),
  },
  screens: {
    Preferences: () => '{ viewer { preferences { subject subjectId name level } } }',
  },
  heard: {
    'preferences.changed': ['Preferences', 'Home'],
  },
  stories: {
    'preferences.changed': {
      act: async ({ run, variables }) => run('member', 'setPreference', await variables('member', 'setPreference')),
    },
  },
  pages: {
    '/sortierung': { as: 'koordination.halle', says: null },
  },
});
