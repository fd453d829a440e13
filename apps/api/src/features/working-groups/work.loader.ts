import type { Actor } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { batched, inOrder, type Loaders } from '../../platform/graphql/loaders.ts';
import type { Volunteering, WorkingGroup, WorkPackage } from '../../generated/prisma/client.ts';
import { personsById } from '../people/index.ts';
import { workPackagePolicy, type GroupView } from './policy.ts';
import { mayRead, viewsById } from './views.ts';

/** Work packages, their sub-goals, and who volunteers. */
export function workLoaders(database: Database, views: (groups: WorkingGroup[], actor: Actor) => Promise<GroupView[]>): Loaders {
  const { prisma, sql } = database;
  const readable = async (groups: WorkingGroup[], actor: Actor): Promise<string[]> =>
    (await views(groups, actor)).filter((view) => mayRead(actor, view)).map((view) => view.id);
  return {
    WorkPackage: {
      takenBy: batched((packages: WorkPackage[]) =>
        personsById(
          sql,
          packages.map((p) => p.takenById),
        ),
      ),
      subGoals: batched(async (packages: WorkPackage[]) => {
        const goals = await prisma.subGoal.findMany({
          where: { workPackageId: { in: packages.map((p) => p.id) } },
          orderBy: { position: 'asc' },
        });
        const byPackage = Map.groupBy(goals, (g) => g.workPackageId);
        return packages.map((p) => byPackage.get(p.id) ?? []);
      }),
      viewerCan: batched(async (packages: WorkPackage[], actor) => {
        const seen = await viewsById(
          database,
          actor,
          packages.map((p) => p.groupId),
        );
        return packages.map(({ id, groupId, takenById }) =>
          workPackagePolicy.abilities(actor, { id, group: seen.get(groupId)!, takenById }),
        );
      }),
    },
    Volunteering: {
      person: batched((volunteerings: Volunteering[]) =>
        personsById(
          sql,
          volunteerings.map((v) => v.personId),
        ),
      ),
      workPackage: batched(async (volunteerings: Volunteering[]) => {
        const ids = volunteerings.map((v) => v.workPackageId ?? '');
        const found = await prisma.workPackage.findMany({ where: { id: { in: ids.filter((id) => id !== '') } } });
        return inOrder(ids, found, (p) => p.id);
      }),
    },
    WorkingGroup: {
      workPackages: batched(async (groups: WorkingGroup[], actor) => {
        const ids = await readable(groups, actor);
        const packages = await prisma.workPackage.findMany({ where: { groupId: { in: ids } }, orderBy: { position: 'asc' } });
        const byGroup = Map.groupBy(packages, (p) => p.groupId);
        return groups.map((g) => byGroup.get(g.id) ?? []);
      }),
      volunteerings: batched(async (groups: WorkingGroup[], actor) => {
        const ids = await readable(groups, actor);
        const open = await prisma.volunteering.findMany({
          where: { groupId: { in: ids }, status: 'OPEN' },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        });
        const byGroup = Map.groupBy(open, (v) => v.groupId);
        return groups.map((g) => byGroup.get(g.id) ?? []);
      }),
    },
  };
}
