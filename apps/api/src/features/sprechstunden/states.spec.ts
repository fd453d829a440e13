import { describe, expect, it } from '@jest/globals';
import { sprechstundeStatuses, wishStatuses } from '@kollab/contract';
import { eventMayBecome, wishMayBecome } from './states.ts';

describe('the states, by their written table', () => {
  const steps = <S extends string>(all: readonly S[], may: (from: S, to: S) => boolean) =>
    all.flatMap((from) => all.filter((to) => may(from, to)).map((to) => `${from} → ${to}`));
  it('of an event', () => {
    expect(steps(sprechstundeStatuses, eventMayBecome)).toEqual([
      'DRAFT → ANNOUNCED',
      'DRAFT → CANCELLED',
      'ANNOUNCED → LIVE',
      'ANNOUNCED → DONE',
      'ANNOUNCED → CANCELLED',
      'LIVE → DONE',
      'LIVE → CANCELLED',
    ]);
  });
  it('of a wish', () => {
    expect(steps(wishStatuses, wishMayBecome)).toEqual([
      'OPEN → PLANNED',
      'OPEN → MERGED',
      'OPEN → DECLINED',
      'OPEN → WITHDRAWN',
      'PLANNED → OPEN',
      'PLANNED → TREATED',
    ]);
  });
});
