import type { Actor } from '../auth/actor.ts';
import { signedIn } from './context.ts';

interface Question<P, A> {
  obj: P;
  params: A;
}
type Loader<P, A, V> = (questions: Question<P, A>[], context: unknown) => Promise<V[]>;

/** Field resolvers that answer all rows of one request at once: `{ Type: { field: loader } }`. */
export type Loaders = Record<string, Record<string, Loader<never, never, unknown>>>;

/**
 * A field that is read for many rows with a fixed number of queries. `load` gets the rows and the viewer, and answers in
 * the same order.
 */
export const batched = <P, V>(load: (rows: P[], actor: Actor) => Promise<V[]>) =>
  ((questions, context) =>
    load(
      questions.map((q) => q.obj),
      signedIn(context),
    )) as Loader<P, never, V> as never as Loader<never, never, unknown>;

/** A field of what there is one of in a request, like the viewer: read once, from who asks alone. */
export const ofViewer = <V>(load: (actor: Actor) => Promise<V>) =>
  batched(async (rows: unknown[], actor) => {
    const value = await load(actor);
    return rows.map(() => value);
  });

/** The same for a field with arguments: rows with equal arguments are read together. */
export const batchedWith = <P, A extends object, V>(load: (rows: P[], args: A, actor: Actor) => Promise<V[]>) =>
  (async (questions, context) => {
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
  }) as Loader<P, A, V> as never as Loader<never, never, unknown>;

interface Asked {
  question: Question<never, never>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}
type Resolver = (obj: never, params: never, context: object) => Promise<unknown>;

/**
 * The loaders as resolvers: what one request asks of a field in one go is answered together. Not by Mercurius' own
 * loaders: they tell questions apart by the whole row as JSON, which costs more than reading it.
 */
export function fieldResolvers(loaders: Loaders): Record<string, Record<string, Resolver>> {
  const each = <V, W>(all: Record<string, V>, make: (value: V) => W) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, make(value)]));
  return each(loaders, (fields) => each(fields, inBatches));
}

function inBatches(load: Loader<never, never, unknown>): Resolver {
  const waiting = new WeakMap<object, Asked[]>();
  const answer = async (context: object): Promise<void> => {
    const asked = waiting.get(context) ?? [];
    waiting.delete(context);
    try {
      const values = await load(
        asked.map((a) => a.question),
        context,
      );
      asked.forEach((a, i) => a.resolve(values[i]));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  return (obj, params, context) =>
    new Promise((resolve, reject) => {
      const asked = { question: { obj, params }, resolve, reject };
      const others = waiting.get(context);
      if (others) return void others.push(asked);
      waiting.set(context, [asked]);
      process.nextTick(() => void answer(context));
    });
}

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
