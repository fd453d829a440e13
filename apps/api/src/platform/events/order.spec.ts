import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Order } from './order.ts';

let order: Order;
beforeEach(() => {
  order = new Order(3);
});
const events = (room: string, ...seqs: number[]) => seqs.map((seq) => ({ room, seq }));
const due = (...found: { room: string; seq: number }[]) => [...order.due(found)].map(({ room, seq }) => `${room}${seq}`);

describe('an open room', () => {
  it('is read from the count at which it was opened', () => {
    expect(order.open('a', 7)).toBe(7);
    expect([order.of('a'), order.of('b')]).toEqual([7, undefined]);
    expect([...order.rooms]).toEqual(['a']);
    order.mark(['b']);
    expect(order.isDirty).toBe(false);
    order.mark(['a', 'b']);
    expect(order.isDirty).toBe(true);
    expect([...order.take()]).toEqual([['a', 7]]);
    expect(order.isDirty).toBe(false);
    expect([...order.take()]).toEqual([]);
  });

  it('keeps the count of who opened it before', () => {
    order.open('a', 7);
    expect(order.open('a', 5)).toBe(7);
    expect(order.open('a', 9)).toBe(7);
    expect(order.of('a')).toBe(7);
  });

  it('from its first event on', () => {
    order.open('a', 0);
    expect(due(...events('a', 1))).toEqual(['a1']);
    order.open('a', 0);
    expect(order.of('a')).toBe(1);
  });
});

describe('events', () => {
  it('are delivered once, in order, and counted', () => {
    order.open('a', 2);
    order.open('b', 0);
    expect(due(...events('a', 1, 2, 3, 3, 4), ...events('b', 1))).toEqual(['a3', 'a4', 'b1']);
    expect([order.of('a'), order.of('b')]).toEqual([4, 1]);
    expect(due(...events('a', 4))).toEqual([]);
  });

  it('are counted before the next one is taken', () => {
    order.open('a', 0);
    for (const { seq } of order.due(events('a', 1, 2))) expect(order.of('a')).toBe(seq);
  });

  it('of a room that was left are dropped, also in the midst of them', () => {
    order.open('a', 0);
    const heard: number[] = [];
    for (const { seq } of order.due(events('a', 1, 2, 3))) {
      heard.push(seq);
      if (seq === 2) order.close('a');
    }
    expect(heard).toEqual([1, 2]);
    expect([...order.rooms]).toEqual([]);
    order.open('a', 9);
    expect(due(...events('a', 8, 9, 10))).toEqual(['a10']);
  });

  it('of a room that was left after it was marked are not even read', () => {
    order.open('a', 0);
    order.open('b', 4);
    order.mark(['a', 'b']);
    order.close('a');
    expect([...order.take()]).toEqual([['b', 4]]);
  });

  it('that fill a batch leave a rest', () => {
    order.open('a', 0);
    order.open('b', 0);
    due(...events('a', 1, 2), ...events('b', 1));
    expect(order.isDirty).toBe(false);
    due(...events('a', 3, 4, 5), ...events('b', 2));
    expect([...order.take()]).toEqual([['a', 5]]);
  });

  it('reach a listener without a gap or a double, however they are read', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ from: fc.nat(20), count: fc.integer({ min: 1, max: 3 }) })), (reads) => {
        const fresh = new Order(3);
        fresh.open('a', 0);
        const heard: number[] = [];
        for (const { from, count } of reads) {
          // A reader never looks past what was delivered: it begins at or before the count.
          const start = Math.min(from, fresh.of('a')!);
          const found = Array.from({ length: count }, (_, i) => ({ room: 'a', seq: start + i + 1 }));
          for (const { seq } of fresh.due(found)) heard.push(seq);
        }
        expect(heard).toEqual(heard.map((_, i) => i + 1));
      }),
    );
  });
});
