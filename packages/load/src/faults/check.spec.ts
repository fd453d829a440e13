import { describe, expect, it } from '@jest/globals';
import { check } from './check.ts';
import { clean, frame, write, type Run } from './example.ts';

const room = 'group:g';
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
      'a reaction that an earlier attempt took back, which came late',
      ({ history, truth }) => {
        history.writes.splice(-1, 0, write(8, { kind: 'react', body: '', post: 'p1', by: 'ben', on: false, attempts: 2 }));
        truth.reactions.pop();
      },
    ],
    [
      'frames between, heard after the right began again',
      ({ history }) => {
        history.endings[0]!.regained = 70;
        history.frames.push(frame(6, { person: 'cem', at: 71 }));
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
