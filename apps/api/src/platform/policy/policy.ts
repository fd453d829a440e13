import type { ErrorCode } from '@kollab/contract';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../database/database.ts';
import type { Sql } from '../database/statements.ts';
import type { Tx } from '../database/writes.ts';
import { fail, known } from '../fail.ts';

/** `true`, or the error to show. */
export type Verdict = true | ErrorCode;
type Rule<R> = (actor: Actor, row: R) => Verdict;
type Rules<R> = Readonly<Record<string, Rule<R>>>;

export interface Policy<R, A extends string> {
  /** The base rule (`read`, or `see` where a card is public) is checked first, always. */
  verdict(actor: Actor, action: A, row: R): Verdict;
  /** All rules at once, for `viewerCan`. */
  abilities(actor: Actor, row: R): Record<A, boolean>;
  readonly actions: readonly A[];
}

/** Pure and synchronous: who may do what with one row. What may not be read is `not_found`. */
export const policy =
  <R>() =>
  <T extends Rules<R>, B extends keyof T & string>(base: B, rules: T): Policy<R, keyof T & string> => {
    const verdict = (actor: Actor, action: keyof T & string, row: R): Verdict => {
      const readable = rules[base]!(actor, row);
      return readable !== true || action === base ? readable : rules[action]!(actor, row);
    };
    const actions = Object.keys(rules) as (keyof T & string)[];
    return {
      verdict,
      actions,
      abilities: (actor, row) => {
        const readable = rules[base]!(actor, row) === true;
        const can = {} as Record<keyof T & string, boolean>;
        for (const action of actions) can[action] = readable && (action === base || rules[action]!(actor, row) === true);
        return can;
      },
    };
  };

declare const proof: unique symbol;

/**
 * Proof that the actor may do this with this row, taken inside the transaction it carries: whoever writes takes a proof
 * and writes through its `tx`, so that a forgotten or a stale check does not compile.
 */
export interface May<A extends string, R, T = Tx> {
  readonly actor: Actor;
  readonly row: R;
  readonly tx: T;
  readonly [proof]: A;
}

/** `change`: the row itself is to be changed (FOR NO KEY UPDATE, its parents FOR SHARE); `none`: a read outside of writes. */
export type Lock = 'change' | 'none';
/** `D`: what it reads through; who needs hand-written statements only can be asked on a pipelined connection too. */
export type LoadRow<R, D extends Sql = Db> = (db: D, actor: Actor, id: string, lock: Lock) => Promise<R | null>;

export interface Gate<R, A extends string, D extends Sql = Db> {
  may<X extends A, T extends Tx<D>>(tx: T, actor: Actor, action: X, id: string): Promise<May<X, R, T>>;
  /** Outside of writes: the row, if the base rule and `action` allow. */
  look(db: D, actor: Actor, id: string, action?: A): Promise<R>;
}

/** `load` may bring more of the row than the rules need. */
export function gate<R, A extends string, Row extends R, D extends Sql = Db>(
  rules: Policy<R, A>,
  base: A,
  load: LoadRow<Row, D>,
): Gate<Row, A, D> {
  const checked = async (db: D, actor: Actor, action: A, id: string, lock: Lock): Promise<Row> => {
    const row = await load(db, actor, known(id), lock);
    if (row === null) throw fail('not_found');
    const verdict = rules.verdict(actor, action, row);
    if (verdict !== true) throw fail(verdict);
    return row;
  };
  return {
    may: async (tx, actor, action, id) => ({ actor, tx, row: await checked(tx.db, actor, action, id, 'change') }) as never,
    look: (db, actor, id, action = base) => checked(db, actor, action, id, 'none'),
  };
}
