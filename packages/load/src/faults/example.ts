import { emptyHistory, type Frame, type History, type Truth, type Write } from './history.ts';

const room = 'group:g';
type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] extends ReadonlyMap<infer K2, infer V> ? Map<K2, V> : T[K];
};
export interface Run {
  history: History;
  truth: Mutable<Truth>;
}

export const write = (n: number, more: Partial<Write> = {}): Write => ({
  kind: 'post',
  by: 'ann',
  mutation: `m${n}`,
  thread: 't',
  body: `text ${n}`,
  mentions: [],
  answers: null,
  post: `p${n}`,
  version: 1,
  on: true,
  invoked: n * 10,
  ended: n * 10 + 5,
  attempts: 1,
  outcome: 'acknowledged',
  ...more,
});
export const frame = (seq: number, more: Partial<Frame> = {}): Frame => ({
  person: 'ben',
  sid: 'sid-ben',
  at: seq * 10 + 6,
  room,
  seq,
  name: 'post.written',
  post: `p${seq}`,
  version: 1,
  ...more,
});

/** Three posts, an edit of the third, then Cem is removed and a fourth is written; Ben hears it all, Cem until then. */
export function clean(): Run {
  const history = emptyHistory();
  history.writes = [1, 2, 3].map((n) => write(n));
  history.writes.push(write(4, { kind: 'edit', post: 'p3', version: 2, body: 'text 3, better' }), write(6, { mentions: ['ben'] }));
  history.writes.push(write(7, { outcome: 'failed', by: 'cem', post: null }), write(8, { kind: 'react', body: '', post: 'p1', by: 'ben' }));
  history.announcements = [{ id: 'a', to: ['eva'], hurries: true, outcome: 'acknowledged' }];
  history.reads = [{ thread: 't', invoked: 50, posts: [1, 2, 3].map((no) => ({ id: `p${no}`, no, version: no === 3 ? 2 : 1 })) }];
  const names = ['post.written', 'post.written', 'post.written', 'post.edited', 'membership.ended', 'post.written', 'post.reacted'];
  const posts = ['p1', 'p2', 'p3', 'p3', null, 'p6', 'p1'];
  const events = names.map((name, i) => ({ room, seq: i + 1, name, post: posts[i]!, person: name === 'membership.ended' ? 'cem' : null }));
  const steps = events.map(({ seq, name }) => ({ seq, name }));
  history.courses = [
    { person: 'ben', listener: 'ben', room, steps, entitled: true },
    { person: 'cem', listener: 'cem', room, steps: steps.slice(0, 4), entitled: false },
  ];
  const shown = events.map(({ seq, name, post }) => frame(seq, { name, post, version: name === 'post.edited' ? 2 : 1 }));
  history.frames = [...shown, ...shown.slice(0, 4).map((f) => ({ ...f, person: 'cem', sid: 'sid-cem' }))];
  history.endings = [{ how: 'removed', person: 'cem', room, acknowledged: 55, regained: Infinity }];
  history.signOuts = [{ sid: 'sid-dan', acknowledged: 20 }];
  history.requests = [
    { sid: 'sid-dan', invoked: 10, accepted: true },
    { sid: 'sid-dan', invoked: 30, accepted: false },
  ];
  const row = (n: number, no: number, body: string, version = 1) => ({
    id: `p${n}`,
    thread: 't',
    no,
    by: 'ann',
    mutation: `m${n}`,
    body,
    version,
  });
  const rows = [row(1, 1, 'text 1'), row(2, 2, 'text 2'), row(3, 3, 'text 3, better', 2), row(6, 4, 'text 6')];
  return {
    history,
    truth: {
      events,
      posts: rows,
      revisions: [{ post: 'p3', version: 1, body: 'text 3' }],
      reactions: [{ post: 'p1', person: 'ben' }],
      readable: new Map(rows.map((r) => [r.id, r.body])),
      followers: new Map([['t', ['ben']]]),
      notices: [...['p1', 'p2', 'p3'].map((p) => ({ person: 'ben', cause: `post:${p}` })), { person: 'ben', cause: 'mention:p6' }],
      mails: [
        { id: 'mail', to: 'ben', sent: true, failure: null },
        { id: 'mail 2', to: 'eva', sent: true, failure: null },
      ],
      arrivals: [
        { id: 'mail', to: 'ben', about: 'mention t 4', heard: true },
        { id: 'mail 2', to: 'eva', about: 'announcement a', heard: true },
      ],
      kills: 0,
      jobsLeft: 0,
    },
  };
}
