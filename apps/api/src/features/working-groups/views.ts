import type { Actor } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { perRow, type LoadRows } from '../../platform/graphql/loaders.ts';
import { rowsById } from '../../platform/graphql/by-id.ts';
import { Prisma, type WorkingGroup } from '../../generated/prisma/client.ts';
import { groupViews } from './gate.ts';
import { groupPolicy, type GroupView } from './policy.ts';

type Views = LoadRows<WorkingGroup, GroupView>;
const views = new WeakMap<Database, Views>();

/** The groups as the viewer sees them, once a row: whatever asks for it, in this feature or above it. */
export function viewsOf(database: Database): Views {
  const known = views.get(database);
  if (known) return known;
  const fresh: Views = perRow((groups, actor) => groupViews(database.sql, actor, groups));
  views.set(database, fresh);
  return fresh;
}

/** For the fields of all features that name a group. Whether the viewer reads it, is another question. */
export const groupsById = rowsById<WorkingGroup>('working_group', Prisma.WorkingGroupScalarFieldEnum);

export async function viewsById(database: Database, actor: Actor, groupIds: readonly string[]): Promise<Map<string, GroupView>> {
  const groups = (await groupsById(database.sql, [...new Set(groupIds)])).filter((group) => group !== null);
  return new Map((await groupViews(database.sql, actor, groups)).map((view) => [view.id, view]));
}

export const mayRead = (actor: Actor, view: GroupView): boolean => groupPolicy.verdict(actor, 'read', view) === true;
export const mayLead = (actor: Actor, view: GroupView): boolean => groupPolicy.verdict(actor, 'lead', view) === true;
