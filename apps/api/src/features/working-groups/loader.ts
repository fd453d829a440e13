import { Injectable } from '@nestjs/common';
import { followLevels, inputs, type FollowLevel, type MembershipStatus } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { parse } from '../../platform/fail.ts';
import { batched, batchedWith, inOrder, perRow, type Loaders } from '../../platform/graphql/loaders.ts';
import { emptyPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { literally, pagesBelow } from '../../platform/graphql/pages-below.ts';
import type { MemberFilter } from '../../generated/graphql.ts';
import type { GroupMembership, Invitation, WorkingGroup } from '../../generated/prisma/client.ts';
import { groupPolicy, seatsThatCount, type GroupView } from './policy.ts';
import { counting, headsOf, sizesOf } from './seat-reads.ts';
import { seatLoaders } from './seats.loader.ts';
import { mayLead, mayRead, viewsOf } from './views.ts';
import { workLoaders } from './work.loader.ts';

const idsOf = (groups: readonly WorkingGroup[]): string[] => groups.map((g) => g.id);
/** Of whoever chose nothing. */
const usualFollow: FollowLevel = followLevels[1];
const seatCounts = `m.group_id = g.id AND ${counting('m')}`;

/** How the fields of a group are read: by batches, for all rows of a request at once. */
@Injectable()
export class WorkingGroupLoaders {
  readonly loaders: Loaders;
  private readonly views;
  /** organisation → people and lead, of each group */
  private async seats(groups: WorkingGroup[]) {
    const counted = await this.database.prisma.groupMembership.groupBy({
      by: ['groupId', 'organisationId', 'role'],
      where: { groupId: { in: groups.map((g) => g.id) }, ...seatsThatCount() },
      _count: true,
    });
    const byGroup = Map.groupBy(counted, (c) => c.groupId);
    return groups.map(({ id }) =>
      [...Map.groupBy(byGroup.get(id) ?? [], (c) => c.organisationId)].map(([organisationId, roles]) => ({
        organisationId,
        people: roles.reduce((sum, c) => sum + c._count, 0),
        leads: roles.some((c) => c.role === 'LEAD' || c.role === 'DEPUTY'),
      })),
    );
  }

  private readonly sizes = perRow((groups: WorkingGroup[]) => sizesOf(this.database.sql, idsOf(groups)));
  private readonly heads = perRow((groups: WorkingGroup[], actor) => headsOf(this.database.sql, idsOf(groups), actor.personId));

  constructor(private readonly database: Database) {
    this.views = viewsOf(database);
    const work = workLoaders(database, this.views);
    this.loaders = { ...seatLoaders(database), ...work, WorkingGroup: { ...this.ofGroup(), ...work['WorkingGroup'] } };
  }

  private ofGroup(): Loaders[string] {
    const { prisma } = this.database;
    return {
      viewerCan: batched(async (groups: WorkingGroup[], actor) =>
        (await this.views(groups, actor)).map((view) => groupPolicy.abilities(actor, view)),
      ),
      leads: batched(async (groups: WorkingGroup[], actor) => (await this.heads(groups, actor)).map((head) => head.leads)),
      viewerMembership: batched(async (groups: WorkingGroup[], actor) => (await this.heads(groups, actor)).map((head) => head.own)),
      memberCount: batched(async (groups: WorkingGroup[], actor) => (await this.sizes(groups, actor)).map((size) => size.people)),
      organisationCount: batched(async (groups: WorkingGroup[], actor) =>
        (await this.sizes(groups, actor)).map((size) => size.organisations),
      ),
      besetzung: batched((groups: WorkingGroup[]) => this.besetzung(groups)),
      viewerFollow: batched(async (groups: WorkingGroup[], actor) =>
        (await this.chosenLevels(groups, actor)).map((level) => level ?? usualFollow),
      ),
      viewerFollowOwn: batched(async (groups: WorkingGroup[], actor) =>
        (await this.chosenLevels(groups, actor)).map((level) => level !== null),
      ),
      statusReason: this.forReaders((g) => g.statusReason),
      mandate: this.forReaders((g) => g.mandate),
      programme: this.forReaders((g) => g.programme),
      links: batched(async (groups: WorkingGroup[], actor) => {
        const may = await this.allowed(groups, actor, mayRead);
        const links = await prisma.groupLink.findMany({ where: { groupId: { in: may } }, orderBy: { position: 'asc' } });
        const byGroup = Map.groupBy(links, (l) => l.groupId);
        return groups.map((g) => byGroup.get(g.id) ?? []);
      }),
      members: batchedWith((groups: WorkingGroup[], args: PageArgs & { filter?: MemberFilter | null }, actor) =>
        this.members(groups, args, actor),
      ),
      requests: batchedWith(async (groups: WorkingGroup[], { status, ...args }: PageArgs & { status: MembershipStatus }, actor) => {
        const may = await this.allowed(groups, actor, mayLead);
        const pages = await pagesBelow(
          this.database,
          may,
          args,
          {
            from: 'group_membership m',
            // A lead declines with a reason; an invited person declines without one.
            where: `m.group_id = g.id AND m.status = $2::"MembershipStatus" AND m.status IN ('REQUESTED', 'INVITED', 'DECLINED') AND (m.status <> 'DECLINED' OR m.reason <> '')`,
            values: [status],
            key: 'm.requested_at',
            type: 'timestamptz',
            direction: 'ASC',
          },
          (ids) => prisma.groupMembership.findMany({ where: { id: { in: ids } } }),
        );
        return spread<GroupMembership>(groups, may, pages);
      }),
      guestInvitations: batchedWith(async (groups: WorkingGroup[], args: PageArgs, actor) => {
        const may = await this.allowed(groups, actor, mayLead);
        const pages = await pagesBelow(
          this.database,
          may,
          args,
          {
            from: 'invitation m',
            where: 'm.group_id = g.id AND m.accepted_at IS NULL AND m.revoked_at IS NULL',
            values: [],
            key: 'm.created_at',
            type: 'timestamptz',
            direction: 'DESC',
          },
          (ids) => prisma.invitation.findMany({ where: { id: { in: ids } } }),
        );
        return spread<Invitation>(groups, may, pages);
      }),
    };
  }

  private async chosenLevels(groups: WorkingGroup[], { personId }: Actor): Promise<(FollowLevel | null)[]> {
    const ids = groups.map((g) => g.id);
    const chosen = await this.database.prisma.groupFollow.findMany({ where: { groupId: { in: ids }, personId } });
    return inOrder(ids, chosen, (f) => f.groupId).map((f) => f?.level ?? null);
  }

  private async members(
    groups: WorkingGroup[],
    { filter, ...args }: PageArgs & { filter?: MemberFilter | null },
    actor: Actor,
  ): Promise<Page<GroupMembership>[]> {
    const { text, roles } = parse(inputs.memberFilter, filter ?? {});
    const may = await this.allowed(groups, actor, mayRead);
    const pages = await pagesBelow(
      this.database,
      may,
      args,
      {
        from: 'group_membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id',
        where: `${seatCounts} AND ($2::text IS NULL OR p.name ILIKE $2 OR o.name ILIKE $2) AND ($3::text[] IS NULL OR m.role::text = ANY($3))`,
        values: [text ? `%${literally(text)}%` : null, roles ?? null],
        key: 'p.name',
        type: 'text',
        direction: 'ASC',
      },
      (ids) => this.database.prisma.groupMembership.findMany({ where: { id: { in: ids } } }),
    );
    return spread(groups, may, pages);
  }

  private async besetzung(groups: WorkingGroup[]) {
    const seats = await this.seats(groups);
    const ids = [...new Set(seats.flat().map((s) => s.organisationId))];
    const organisations = await this.database.prisma.organisation.findMany({
      where: { id: { in: ids } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    const place = new Map(organisations.map((organisation, i) => [organisation.id, i]));
    return seats.map((own) =>
      own
        .map((s) => ({ ...s, place: place.get(s.organisationId)! }))
        .sort((a, b) => a.place - b.place)
        .slice(0, 250)
        .map(({ people, leads, place: at }) => ({ organisation: organisations[at]!, people, leads })),
    );
  }

  private forReaders(field: (group: WorkingGroup) => string) {
    return batched(async (groups: WorkingGroup[], actor) => {
      const views = await this.views(groups, actor);
      return groups.map((g, i) => (mayRead(actor, views[i]!) ? field(g) : ''));
    });
  }

  private async allowed(groups: WorkingGroup[], actor: Actor, rule: (actor: Actor, view: GroupView) => boolean): Promise<string[]> {
    return (await this.views(groups, actor)).filter((view) => rule(actor, view)).map((view) => view.id);
  }
}

/** An empty page for the groups that were not asked for. */
function spread<T>(groups: readonly WorkingGroup[], ids: readonly string[], pages: readonly Page<T>[]): Page<T>[] {
  const byGroup = new Map(ids.map((id, i) => [id, pages[i]!]));
  return groups.map((g) => byGroup.get(g.id) ?? emptyPage<T>());
}
