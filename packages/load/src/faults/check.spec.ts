import { describe, expect, it } from '@jest/globals';
import { check } from './check.ts';
import { emptyHistory, type Frame, type History, type Truth, type Write } from './history.ts';

const room = 'group:g';
type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] extends ReadonlyMap<infer K2, infer V> ? Map<K2, V> : T[K];
};
interface Run {
  history: History;
  truth: Mutable<Truth>;
}

const write = (n: number, more: Partial<Write> = {}): Write => ({
  kind: 'post',
  by: 'ann',
  mutation: `m${n}`,
  thread: 't',
  body: `text ${n}`,
  mentions: [],
  post: `p${n}`,
  version: 1,
  on: true,
  invoked: n * 10,
  ended: n * 10 + 5,
  attempts: 1,
  outcome: 'acknowledged',
  ...more,
});
const frame = (seq: number, more: Partial<Frame> = {}): Frame => ({
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
function clean(): Run {
  const history = emptyHistory();
  history.writes = [1, 2, 3].map((n) => write(n));
  history.writes.push(write(4, { kind: 'edit', post: 'p3', version: 2, body: 'text 3, better' }), write(6, { mentions: ['ben'] }));
  history.writes.push(write(7, { outcome: 'failed', by: 'cem', post: null }), write(8, { kind: 'react', body: '', post: 'p1', by: 'ben' }));
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
      mails: [{ id: 'mail', sent: true }],
      arrived: new Map([['mail', 1]]),
      kills: 0,
      jobsLeft: 0,
    },
  };
}
const judged = ({ history, truth }: Run) => check(history, truth).filter((f) => f.faults.length > 0);

it('finds nothing in a clean history, and looks at each promise', () => {
  const { history, truth } = clean();
  expect(judged({ history, truth })).toEqual([]);
  expect(check(history, truth).filter((f) => f.checked === 0)).toEqual([]);
});

describe('finds what was planted', () => {
  it.each<[string, string, (run: Run) => void]>([
    ['I1', 'a lost post', ({ truth }) => truth.posts.pop()],
    ['I1', 'a lost edit', ({ truth }) => (truth.posts[2]!.body = 'text 3')],
    ['I1', 'a lost edit whose version counted', ({ truth }) => Object.assign(truth.posts[2]!, { body: 'other', version: 2 })],
    ['I1', 'an edit that went under a later one', ({ truth }) => Object.assign(truth.posts[2]!, { body: 'newer', version: 3 })],
    ['I1', 'a lost reaction', ({ truth }) => truth.reactions.pop()],
    [
      'I1',
      'a reaction that was taken back and stayed',
      ({ history }) => history.writes.push(write(9, { kind: 'react', body: '', post: 'p1', by: 'ben', on: false })),
    ],
    ['I1', 'a post that the API hides', ({ truth }) => truth.readable.delete('p2')],
    ['I1', 'a refused post that was written', ({ truth }) => truth.revisions.push({ post: 'p6', version: 1, body: 'text 7' })],
    ['I1', 'a stale read: a post is missing', ({ history }) => (history.reads[0]!.posts = history.reads[0]!.posts.slice(0, 2))],
    [
      'I1',
      'a stale read: an old version',
      ({ history }) => (history.reads[0]!.posts = history.reads[0]!.posts.map((p) => ({ ...p, version: 1 }))),
    ],
    ['I2', 'a lost event', ({ history }) => (history.courses[0]!.steps = history.courses[0]!.steps.filter((_, i) => i !== 2))],
    ['I2', 'a lost last event', ({ history }) => (history.courses[0]!.steps = history.courses[0]!.steps.slice(0, -1))],
    [
      'I2',
      'a doubled event',
      ({ history }) => (history.courses[0]!.steps = history.courses[0]!.steps.flatMap((s, i) => (i === 1 ? [s, s] : [s]))),
    ],
    [
      'I2',
      'two swapped events',
      ({ history }) => (history.courses[0]!.steps = [1, 0, 2, 3, 4, 5, 6].map((i) => history.courses[0]!.steps[i]!)),
    ],
    ['I2', 'another event under the same number', ({ history }) => (history.courses[1]!.steps = [{ seq: 1, name: 'post.deleted' }])],
    [
      'I2',
      'an event that was never committed',
      ({ history }) => (history.courses[0]!.steps = [...history.courses[0]!.steps, { seq: 8, name: 'post.written' }]),
    ],
    ['I2', 'a step back', ({ history }) => (history.courses[0]!.steps = [...history.courses[0]!.steps, { reset: 3 }])],
    ['I2', 'a gap in the numbers of a thread', ({ truth }) => (truth.posts[3]!.no = 6)],
    ['I3', 'a doubled post, same mutation', ({ truth }) => truth.posts.push({ ...truth.posts[0]!, id: 'p1b', no: 5 })],
    [
      'I3',
      'a doubled post under another mutation',
      ({ truth }) => truth.posts.push({ ...truth.posts[0]!, id: 'p1b', no: 5, mutation: 'x' }),
    ],
    ['I4', 'a lost notice', ({ truth }) => truth.notices.shift()],
    ['I4', 'a doubled notice', ({ truth }) => truth.notices.push({ person: 'ben', cause: 'post:p6' })],
    ['I4', 'a job that was left', ({ truth }) => (truth.jobsLeft = 1)],
    ['I4', 'a mail that was not sent', ({ truth }) => (truth.mails[0]!.sent = false)],
    ['I4', 'a mail that never arrived', ({ truth }) => truth.arrived.clear()],
    ['I4', 'a mail sent twice without a kill', ({ truth }) => truth.arrived.set('mail', 2)],
    ['I5', 'a frame after the removal', ({ history }) => history.frames.push(frame(6, { person: 'cem' }))],
    ['I5', 'later text in an earlier event', ({ history }) => history.frames.push(frame(3, { person: 'cem', post: 'p6', version: 1 }))],
    [
      'I5',
      'a post that was asked for after a guest’s last instant',
      ({ history }) => {
        history.endings.push({ how: 'guest', person: 'gus', room, acknowledged: 50, regained: Infinity });
        history.frames.push(frame(6, { person: 'gus' }));
      },
    ],
    [
      'I5',
      'a post after the affiliation ended',
      ({ history }) => {
        history.endings.push({ how: 'affiliation', person: 'eva', room, acknowledged: 50, regained: Infinity });
        history.frames.push(frame(6, { person: 'eva' }));
      },
    ],
    ['I5', 'a frame long after a sign-out', ({ history }) => history.frames.push(frame(1, { sid: 'sid-dan', at: 2_100 }))],
    ['I5', 'an answer after a sign-out', ({ history }) => (history.requests[1]!.accepted = true)],
  ])('%s: %s', (rule, _, plant) => {
    const run = clean();
    plant(run);
    expect(judged(run).map((f) => f.rule)).toContain(rule);
  });
});

describe('takes what may happen', () => {
  it.each<[string, (run: Run) => void]>([
    ['a post of unknown outcome that is there', ({ history }) => (history.writes[1]!.outcome = 'unknown')],
    ['a post of unknown outcome that is not', ({ history }) => history.writes.push(write(9, { outcome: 'unknown', post: null }))],
    [
      'frames between, heard after the right began again',
      ({ history }) => {
        history.endings[0]!.regained = 70;
        history.frames.push(frame(6, { person: 'cem', at: 71 }));
      },
    ],
    [
      'a mail sent twice by a worker that was killed',
      ({ truth }) => {
        truth.arrived.set('mail', 2);
        truth.kills = 1;
      },
    ],
    [
      'an absence so long that the screen is read anew',
      ({ history }) => (history.courses[0]!.steps = [{ seq: 1, name: 'post.written' }, { reset: 7 }]),
    ],
  ])('%s', (_, happens) => {
    const run = clean();
    happens(run);
    expect(judged(run)).toEqual([]);
  });
});
