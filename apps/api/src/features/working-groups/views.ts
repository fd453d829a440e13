import type { Actor } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { perRow, type LoadRows } from '../../platform/graphql/loaders.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { groupViews } from './gate.ts';
import { groupPolicy, type GroupView } from './policy.ts';

/** The groups as the viewer sees them, once a row. */
export const viewsOf = (database: Database): LoadRows<WorkingGroup, GroupView> =>
  perRow((groups, actor) => groupViews(database.prisma, actor, groups));

export async function viewsById(database: Database, actor: Actor, groupIds: readonly string[]): Promise<Map<string, GroupView>> {
  const groups = await database.prisma.workingGroup.findMany({ where: { id: { in: [...new Set(groupIds)] } } });
  return new Map((await groupViews(database.prisma, actor, groups)).map((view) => [view.id, view]));
}

export const mayRead = (actor: Actor, view: GroupView): boolean => groupPolicy.verdict(actor, 'read', view) === true;
export const mayLead = (actor: Actor, view: GroupView): boolean => groupPolicy.verdict(actor, 'lead', view) === true;
