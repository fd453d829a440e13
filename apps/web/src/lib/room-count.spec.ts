import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stepOf, stillMissing } from './room-count.ts';

test.each([
  [null, 1, 'ignore'],
  [null, 0, 'ignore'],
  [0, 1, 'apply'],
  [4, 5, 'apply'],
  [4, 4, 'ignore'],
  [4, 3, 'ignore'],
  [4, 6, 'ask'],
  [0, 2, 'ask'],
] as const)('after %s, a message with the count %s: %s', (last, seq, step) => {
  expect(stepOf(last, seq)).toBe(step);
});

test('of what was missed, what came in meanwhile is left out', () => {
  let last: number | null = 2;
  const taken: number[] = [];
  for (const { seq } of stillMissing([{ seq: 2 }, { seq: 3 }, { seq: 4 }, { seq: 5 }], () => last)) {
    taken.push(seq);
    last = seq === 3 ? 4 : seq;
  }
  expect(taken).toEqual([3, 5]);
  expect([...stillMissing([{ seq: 0 }, { seq: 1 }], () => null)]).toEqual([{ seq: 1 }]);
});

test('whatever gets lost, comes late or comes twice: each event is applied once and in order', () => {
  const arrivals = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 });
  fc.assert(
    fc.property(arrivals, (seqs) => {
      let last = 0;
      const applied: number[] = [];
      const apply = (seq: number) => {
        applied.push(seq);
        last = seq;
      };
      for (const seq of seqs) {
        const step = stepOf(last, seq);
        if (step === 'apply') apply(seq);
        // The server answers a gap with all up to its own count, which may hold what is known.
        if (step === 'ask')
          for (const missed of stillMissing(
            Array.from({ length: seq }, (_, i) => ({ seq: i + 1 })),
            () => last,
          ))
            apply(missed.seq);
      }
      expect(applied).toEqual(applied.map((_, i) => i + 1));
      expect(last).toBe(Math.max(0, ...seqs));
    }),
  );
});
