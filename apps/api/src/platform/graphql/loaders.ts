import type { Actor } from '../auth/actor.ts';
import { signedIn } from './context.ts';

interface Question<P, A> {
  obj: P;
  params: A;
}
type Loader<P, A, V> = (questions: Question<P, A>[], context: unknown) => Promise<V[]>;

/** Field resolvers that answer all rows of one request at once: `{ Type: { field: loader } }`. */
export type Loaders = Record<string, Record<string, { loader: Loader<never, never, unknown>; opts: { cache: false } }>>;

/**
 * A field that is read for many rows with a fixed number of queries. `load` gets the rows and the viewer, and answers in
 * the same order. Not cached by Mercurius: its key is the whole row as JSON.
 */
export const batched = <P, V>(load: (rows: P[], actor: Actor) => Promise<V[]>) => ({
  loader: ((questions, context) =>
    load(
      questions.map((q) => q.obj),
      signedIn(context),
    )) as Loader<P, never, V> as never as Loader<never, never, unknown>,
  opts: { cache: false as const },
});

/** The same for a field with arguments: rows with equal arguments are read together. */
export const batchedWith = <P, A extends object, V>(load: (rows: P[], args: A, actor: Actor) => Promise<V[]>) => ({
  loader: (async (questions, context) => {
    const actor = signedIn(context);
    const groups = Map.groupBy(questions, (q) => JSON.stringify(q.params));
    const answers = new Map<Question<P, A>, V>();
    for (const group of groups.values()) {
      const values = await load(
        group.map((q) => q.obj),
        group[0]!.params,
        actor,
      );
      group.forEach((q, i) => answers.set(q, values[i]!));
    }
    return questions.map((q) => answers.get(q)!);
  }) as Loader<P, A, V> as never as Loader<never, never, unknown>,
  opts: { cache: false as const },
});

/** Puts rows that were found by key into the order of the keys. */
export function inOrder<K, T>(keys: readonly K[], rows: readonly T[], keyOf: (row: T) => K): (T | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

export type LoadRows<P, V> = (rows: P[], actor: Actor) => Promise<V[]>;

/** Fields of one row share what was read for it. A row belongs to one answer, so nothing outlives a request. */
export function perRow<P extends object, V>(load: LoadRows<P, V>): LoadRows<P, V> {
  const kept = new WeakMap<P, Promise<V>>();
  return (rows, actor) => {
    const fresh = rows.filter((row) => !kept.has(row));
    if (fresh.length > 0) {
      const loaded = load(fresh, actor);
      fresh.forEach((row, i) =>
        kept.set(
          row,
          loaded.then((values) => values[i]!),
        ),
      );
    }
    return Promise.all(rows.map((row) => kept.get(row)!));
  };
}
