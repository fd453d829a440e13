import { expect, it } from '@jest/globals';
import { ClockEnds } from './clock-ends.ts';

it('names who heard a room long enough, until they are away', () => {
  const ends = new ClockEnds<string>();
  ends.set('a', 'guest', new Date(1_000));
  ends.set('a', 'reader', new Date(2_000));
  ends.set('a', 'member', true);
  ends.set('b', 'guest', new Date(500));
  expect(ends.over('a', 999)).toEqual([]);
  expect(ends.over('a', 1_000)).toEqual(['guest']);
  expect(ends.over('a', 2_000)).toEqual(['guest', 'reader']);
  expect(ends.over('c', 2_000)).toEqual([]);
  ends.delete('a', 'guest');
  ends.delete('c', 'guest');
  expect(ends.over('a', 2_000)).toEqual(['reader']);
  // A seat without a last day takes the clock away.
  ends.set('a', 'reader', true);
  expect(ends.over('a', 2_000)).toEqual([]);
  expect(ends.over('b', 2_000)).toEqual(['guest']);
  ends.set('a', 'guest', new Date(3_000));
  expect(ends.over('a', 3_000)).toEqual(['guest']);
});

it('goes by the clock', () => {
  const ends = new ClockEnds<string>();
  ends.set('a', 'guest', new Date(Date.now() - 1));
  ends.set('a', 'reader', new Date(Date.now() + 60_000));
  expect(ends.over('a')).toEqual(['guest']);
});
