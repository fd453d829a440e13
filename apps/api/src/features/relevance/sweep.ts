import { randomUUID } from 'node:crypto';
import { defineSweep } from '../../../test/sweeps/sweep.ts';

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
    Preference: subject subjectId name level
  `,
  crowd: async ({ world, viewer, tag, people }) => {
    for (const position of people.keys()) {
      const topic = await world.db.topic.create({ data: { key: randomUUID(), name: `${tag} Wunsch ${position}`, position } });
      await world.db.relevancePreference.create({ data: { personId: viewer.id, subject: 'TOPIC', subjectId: topic.id, level: 'FOLLOW' } });
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
