import { inDays } from '../../platform/days.ts';
import { input } from '../../../test/sweeps/making.ts';
import { defineSweep, type Crowd } from '../../../test/sweeps/sweep.ts';

const ahead = { fromDay: new Date(inDays(3)), untilDay: new Date(inDays(5)) };

async function crowd({ world, viewer, people }: Crowd) {
  for (const person of people) await world.db.absence.create({ data: { personId: person.id, deputyId: viewer.id, ...ahead } });
  return {};
}

export const sweep = defineSweep({
  authorization: `
    deputyCandidates: ok
    setAbsence: ok
    endAbsence: ok
  `,
  calls: {
    deputyCandidates: () => ({}),
    setAbsence: input(() => ({ from: inDays(3), until: inDays(5) })),
    endAbsence: () => ({}),
  },
  openFields: `
    Viewer: absence deputisesFor
    Absence: id person from until deputy phase
  `,
  crowd,
  lists: {
    'Query.deputyCandidates': ({ tag }, count) => ({ path: [], args: `text: "${tag}", first: ${count}` }),
    'Viewer.deputisesFor': () => ({ path: ['viewer'] }),
  },
  screens: {
    OwnAbsence: () => '{ viewer { absence { id from until phase deputy { id name } } deputisesFor { id from until person { id name } } } }',
  },
  heard: {
    'absence.changed': ['OwnAbsence'],
  },
  stories: {
    'absence.changed': {
      act: async ({ run, actors }) =>
        run('colleague', 'setAbsence', { input: { from: inDays(3), until: inDays(5), deputyId: actors.coordinator.id } }),
    },
  },
});
