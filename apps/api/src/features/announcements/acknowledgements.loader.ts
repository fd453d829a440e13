import type { Announcement, Organisation } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { batched, type Loaders, type LoadRows } from '../../platform/graphql/loaders.ts';
import { announcementPolicy, speaks, writesFor, type AnnouncementView } from './policy.ts';

type Rows = Announcement[];
const isAsked = (row: Announcement): boolean => row.asksAcknowledgement && row.publishedAt !== null;

/** Who acknowledged: counts for every reader, names for who wrote it. */
export function acknowledgementLoaders({ prisma }: Database, views: LoadRows<Announcement, AnnouncementView>): Loaders[string] {
  const counted = async (ids: string[]) => {
    const where = { announcementId: { in: ids } };
    const [asked, given] = await Promise.all([
      prisma.announcementOrganisation.groupBy({ by: ['announcementId'], where, _count: true }),
      prisma.announcementAcknowledgement.groupBy({ by: ['announcementId'], where, _count: true }),
    ]);
    return {
      asked: new Map(asked.map((c) => [c.announcementId, c._count])),
      given: new Map(given.map((c) => [c.announcementId, c._count])),
    };
  };
  const named = async (ids: string[]) => {
    const where = { announcementId: { in: ids } };
    const [asked, given] = await Promise.all([
      prisma.announcementOrganisation.findMany({
        where,
        include: { organisation: true },
        orderBy: [{ organisation: { name: 'asc' } }, { organisationId: 'asc' }],
      }),
      prisma.announcementAcknowledgement.findMany({
        where,
        include: { organisation: true, person: true },
        orderBy: [{ at: 'desc' }, { organisationId: 'asc' }],
      }),
    ]);
    return { asked: Map.groupBy(asked, (row) => row.announcementId), given: Map.groupBy(given, (row) => row.announcementId) };
  };
  return {
    acknowledgements: batched(async (rows: Rows, actor) => {
      const ids = rows.filter(isAsked).map((row) => row.id);
      const count = await counted(ids);
      const names = await named(rows.filter((row) => isAsked(row) && writesFor(actor, row.officeId)).map((row) => row.id));
      return rows.map((row) => {
        if (!isAsked(row)) return null;
        const given = names.given.get(row.id) ?? [];
        const done = new Set(given.map((g) => g.organisationId));
        return {
          asked: count.asked.get(row.id) ?? 0,
          acknowledged: count.given.get(row.id) ?? 0,
          missing: (names.asked.get(row.id) ?? []).filter((o) => !done.has(o.organisationId)).map((o) => o.organisation),
          given: given.map(({ organisation, person, at }) => ({ organisation, by: person, at })),
          remindedAt: row.remindedAt,
        };
      });
    }),
    ownAcknowledgements: batched(async (rows: Rows, actor) => own(rows, actor)),
  };

  async function own(rows: Rows, actor: Actor) {
    const speaksFor = actor.affiliations.filter(speaks).map((a) => a.organisationId);
    const where = { announcementId: { in: rows.filter(isAsked).map((row) => row.id) }, organisationId: { in: speaksFor } };
    const [asked, given, seen] = await Promise.all([
      prisma.announcementOrganisation.findMany({
        where,
        include: { organisation: true },
        orderBy: [{ organisation: { name: 'asc' } }, { organisationId: 'asc' }],
      }),
      prisma.announcementAcknowledgement.findMany({ where, include: { person: true } }),
      views(rows, actor),
    ]);
    const keyOf = (at: { announcementId: string; organisationId: string }) => `${at.announcementId} ${at.organisationId}`;
    const givenAt = new Map(given.map((g) => [keyOf(g), g]));
    const byRow = Map.groupBy(asked, (a) => a.announcementId);
    return rows.map((row, i) => {
      const view = seen[i]!;
      const open = announcementPolicy.verdict(actor, 'acknowledge', view) === true;
      if (!view.addressed) return [];
      return (byRow.get(row.id) ?? []).map((a): { organisation: Organisation; at: Date | null; by: unknown; open: boolean } => {
        const state = givenAt.get(keyOf(a));
        return { organisation: a.organisation, at: state?.at ?? null, by: state?.person ?? null, open };
      });
    });
  }
}
