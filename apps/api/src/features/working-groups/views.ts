import type { Actor } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { groupViews } from './gate.ts';
import { groupPolicy, type GroupView } from './policy.ts';

type Load<P, V> = (rows: P[], actor: Actor) => Promise<V[]>;

/** Fields of one row share what was read for it. A row belongs to one answer, so nothing outlives a request. */
export function perRow<P extends object, V>(load: Load<P, V>): Load<P, V> {
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

/** The groups as the viewer sees them, once a row. */
export const viewsOf = (database: Database): Load<WorkingGroup, GroupView> =>
  perRow((groups, actor) => groupViews(database.prisma, actor, groups));

export async function viewsById(database: Database, actor: Actor, groupIds: readonly string[]): Promise<Map<string, GroupView>> {
  const groups = await database.prisma.workingGroup.findMany({ where: { id: { in: [...new Set(groupIds)] } } });
  return new Map((await groupViews(database.prisma, actor, groups)).map((view) => [view.id, view]));
}

export const mayRead = (actor: Actor, view: GroupView): boolean => groupPolicy.verdict(actor, 'read', view) === true;
export const mayLead = (actor: Actor, view: GroupView): boolean => groupPolicy.verdict(actor, 'lead', view) === true;
