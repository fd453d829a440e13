import { api, web, type Defect } from './defect.ts';

/** What browsers hear, and who hears it. */
export const live: Defect[] = [
  {
    name: 'event-not-handled',
    breaks: 'the web does something with every event of the contract',
    edits: [
      { file: 'apps/web/src/features/threads/live.ts', from: `  'post.edited': (message) => hot('post.edited', message),\n`, to: '' },
    ],
    caughtBy: web('typecheck', 'app/live.ts'),
  },
  {
    name: 'event-heard-by-too-few',
    breaks: 'a new request appears to who decides over it, without loading afresh',
    edits: [
      {
        file: 'apps/web/src/features/working-groups/live.ts',
        from: `refetch('GroupRequests', 'GroupWaiting', 'GroupContent', 'Home'),`,
        to: `refetch('GroupContent', 'Home'),`,
      },
    ],
    caughtBy: web('src/app/live.spec.ts', 'request.changed asks again what the sweep of the API counts on'),
  },
  {
    name: 'event-not-announced',
    breaks: 'who looks at a thread sees an edit at once',
    edits: [
      {
        file: 'apps/api/src/features/threads/posts.service.ts',
        from: `      announce(tx, 'post.edited', post);\n`,
        to: '',
      },
    ],
    caughtBy: api('test/sweeps/convergence.spec.ts', 'post.edited leaves who only listened with what a fresh screen shows'),
  },
  {
    name: 'payload-with-a-foreign-field',
    breaks: 'an event carries what the contract says, and no text',
    edits: [
      {
        file: 'apps/api/src/features/threads/service.ts',
        from: `tx.announce('thread.opened', group.id, { groupId: group.id, threadId: thread.id });`,
        to: `tx.announce('thread.opened', group.id, Object.assign({ groupId: group.id, threadId: thread.id }, { title }));`,
      },
    ],
    caughtBy: api('test/sweeps/convergence.spec.ts', 'thread.opened leaves who only listened with what a fresh screen shows'),
  },
  {
    name: 'fragment-of-one-reader',
    breaks: 'what a hot event carries is the same for every reader',
    edits: [
      {
        file: 'apps/api/src/features/threads/post-rows.ts',
        from: 'map(({ kind, count }) => ({ kind, count })),',
        to: 'map(({ kind, count, mine }) => ({ kind, count, mine })),',
      },
    ],
    caughtBy: api('test/sweeps/convergence.spec.ts', 'post.reacted carries the post as every reader sees it'),
  },
  {
    name: 'event-before-its-commit',
    breaks: 'an event becomes visible together with the change that it tells of',
    edits: [
      {
        file: 'apps/api/src/platform/database/writes.ts',
        from: 'return storeEvents(db, events);',
        to: 'return storeEvents(this.database.prisma, events);',
      },
    ],
    caughtBy: api('src/platform/database/writes.spec.ts', 'a use case writes all that follows from it in one transaction'),
  },
  {
    name: 'room-not-left',
    breaks: 'whoever lost the right hears nothing of the room any more',
    edits: [{ file: 'apps/api/src/platform/live/gateway.ts', from: '      else this.sendAway(socket, room);\n', to: '' }],
    caughtBy: api('src/platform/live/live.spec.ts', 'who may hear nobody whose seat ended, from the ending on'),
  },
  {
    name: 'room-of-somebody-else',
    breaks: 'the room of a person is heard by that person alone',
    edits: [{ file: 'apps/api/src/platform/events/rooms.ts', from: 'actor.personId === id', to: 'actor.personId !== null' }],
    caughtBy: api('src/platform/live/live.spec.ts', 'who may hear neither a stranger nor somebody without a token'),
  },
];
