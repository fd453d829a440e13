import { describe, expect, it } from '@jest/globals';
import { questionStates } from '@kollab/contract';
import { awaitsAnswer, isOver, questionDeeds, stateAfter } from './states.ts';

/** Written by hand from the domain: state, deed, state after it. What is not here does not lead on. */
const ways = `
OPEN      assign    ASSIGNED
OPEN      defer     DEFERRED
OPEN      answer    ANSWERED
OPEN      withdraw  WITHDRAWN
OPEN      merge     MERGED
ASSIGNED  assign    ASSIGNED
ASSIGNED  return    OPEN
ASSIGNED  defer     DEFERRED
ASSIGNED  answer    ANSWERED
ASSIGNED  withdraw  WITHDRAWN
ASSIGNED  merge     MERGED
DEFERRED  resume    ASSIGNED
ANSWERED  answer    ANSWERED
ANSWERED  outdate   OUTDATED
OUTDATED  assign    ASSIGNED
OUTDATED  resume    ASSIGNED
`
  .trim()
  .split('\n')
  .map((line) => line.split(/ +/) as [string, string, string]);

const cells = questionStates.flatMap((state) => questionDeeds.map((deed) => [state, deed] as const));

describe('the states of a question', () => {
  it.each(cells)('%s, %s', (state, deed) => {
    expect(stateAfter(state, deed)).toBe(ways.find(([from, by]) => from === state && by === deed)?.[2] ?? null);
  });

  it('names what is over, and what still waits', () => {
    expect(questionStates.filter(isOver)).toEqual(['WITHDRAWN', 'MERGED']);
    expect(questionStates.filter(awaitsAnswer)).toEqual(['OPEN', 'ASSIGNED', 'DEFERRED', 'OUTDATED']);
  });

  it('never leave what is over', () => {
    for (const state of questionStates.filter(isOver)) for (const deed of questionDeeds) expect(stateAfter(state, deed)).toBeNull();
  });
});
