/**
 * What a browser does with a message of a room whose last count it knows: the next one is applied, a gap is asked for, and
 * what is known already, or is part of the answer that is still awaited (null), is left alone.
 */
export function stepOf(last: number | null, seq: number): 'apply' | 'ask' | 'ignore' {
  if (last === null || seq <= last) return 'ignore';
  return seq === last + 1 ? 'apply' : 'ask';
}

/** What was missed, without what came in live while it was asked for. `last` is read anew before each message. */
export function* stillMissing<M extends { seq: number }>(missed: readonly M[], last: () => number | null): Generator<M> {
  for (const message of missed) if (message.seq > (last() ?? 0)) yield message;
}
