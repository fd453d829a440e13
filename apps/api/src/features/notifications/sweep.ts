import { randomUUID } from 'node:crypto';
import { defineSweep, type Crowd, type Sight, type Stage } from '../../../test/sweeps/sweep.ts';
import type { Someone } from '../../../test/world.ts';

/** What is named in the notice of who may not read it is not shown. */
function furnishFor({ scene: { world, hidden, hiddenThread, hiddenQuestion } }: Sight, actor: Someone) {
  const place = { groupId: hidden.id, threadId: hiddenThread.id, questionId: hiddenQuestion.id, postNo: 1, actorName: 'Kim Muster' };
  return world.db.notice.create({ data: { personId: actor.id, kind: 'MENTION', cause: randomUUID(), ...place } });
}

async function crowd({ world, viewer, group, people }: Crowd) {
  for (const person of people) {
    const thread = await world.thread(group, person);
    await world.posts(thread, person, 1);
    const places = { groupId: group.id, threadId: thread.id, organisationId: person.organisation.id, actorName: person.name, postNo: 1 };
    await world.db.notice.create({ data: { personId: viewer.id, kind: 'MENTION', cause: randomUUID(), ...places } });
  }
  return {};
}

const notice = (field: string) => () => `notices { nodes { found: ${field} { id } } }`;

const inviting = ({ run, scene, actors }: Stage) =>
  run('lead', 'inviteMember', { groupId: scene.group.id, personId: actors.colleague.id, organisationId: scene.home.id, role: 'MEMBER' });

export const sweep = defineSweep({
  authorization: `
    notices: ok
    markNoticeRead: not_found
    markAllNoticesRead: ok
  `,
  calls: {
    notices: () => ({}),
    markNoticeRead: async ({ world, host }) => ({
      id: (await world.db.notice.create({ data: { personId: host.id, kind: 'DECISION', cause: randomUUID() } })).id,
      read: true,
    }),
    markAllNoticesRead: () => ({}),
  },
  openFields: `
    Viewer: unreadNoticeCount
    Notice: id kind sentence reason path createdAt read bundle
    NoticePage: nodes pageInfo total
  `,
  guardedFields: `
    Notice.thread: value = seats; null
    Notice.group: value = seats; null
    Notice.question: value = seats; null
  `,
  furnishFor,
  looks: {
    'Notice.thread': notice('thread'),
    'Notice.group': notice('group'),
    'Notice.question': notice('question'),
  },
  crowd,
  lists: {
    'Query.notices': () => ({ path: [] }),
  },
  screens: {
    Notices: () => `{ notices { nodes { id kind sentence reason path read bundle thread { id } group { id } } total } }`,
  },
  heard: {
    'notice.changed': ['Viewer', 'WorkingGroups', 'Notices', 'Home'],
  },
  stories: {
    'notice.changed': {
      act: async (stage) => {
        await inviting(stage);
        await stage.work();
      },
    },
  },
  pages: {
    '/hinweise/verfolgt': { as: 'koordination.halle', says: 'Sie arbeiten noch in keiner Arbeitsgruppe mit.' },
    '/hinweise': { as: 'koordination.halle', says: 'Noch hat Sie nichts erreicht.' },
  },
});
