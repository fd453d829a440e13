import { isInsider, type Actor } from '../../platform/auth/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import { cursorKeys, pageSize, toPage, type Page } from '../../platform/graphql/page.ts';
import type { Affiliation, AffiliationRequest, Invitation } from '../../generated/prisma/client.ts';
import { organisationPolicy } from '../organisations/index.ts';

export interface DeskArgs {
  first: number;
  after?: string | null;
}
interface WithId {
  id: string;
}

/** SQL of one list of an organisation: `t` is its row, `key` what it is ordered by; $2 is the viewer. */
interface DeskList {
  table: string;
  join: string;
  condition: string;
  key: string;
  keyType: 'text' | 'timestamptz';
  direction: 'ASC' | 'DESC';
}
interface Place {
  parent: string;
  id: string;
  key: string;
}

/**
 * One page of a list for each of many organisations, by two queries whatever their number. Only ids are read here; the
 * rows come by `load`.
 */
async function pages<T extends WithId>(
  db: Db,
  list: DeskList,
  organisations: readonly WithId[],
  { first, after }: DeskArgs,
  viewerId: string,
  load: (ids: string[]) => Promise<T[]>,
): Promise<Page<T>[]> {
  const ids = organisations.map((o) => o.id);
  const take = pageSize(first);
  const [key = null, last = null] = cursorKeys(after, [list.keyType === 'text' ? 'text' : 'instant', 'id']) ?? [];
  const from = `FROM ${list.table} t ${list.join} WHERE t.organisation_id = o.id AND (${list.condition}) AND $2::uuid IS NOT NULL`;
  const beyond = `$3::${list.keyType} IS NULL OR (${list.key}, t.id) ${list.direction === 'ASC' ? '>' : '<'} ($3::${list.keyType}, $4::uuid)`;
  const shownKey = list.keyType === 'timestamptz' ? `to_char(${list.key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : list.key;
  const [places, totals] = await Promise.all([
    db.$queryRawUnsafe<Place[]>(
      `SELECT o.id AS parent, x.id, x.key FROM unnest($1::uuid[]) AS o(id) CROSS JOIN LATERAL (
         SELECT t.id, ${shownKey} AS key ${from} AND (${beyond})
          ORDER BY ${list.key} ${list.direction}, t.id ${list.direction} LIMIT $5) x`,
      ids,
      viewerId,
      key,
      last,
      take + 1,
    ),
    db.$queryRawUnsafe<{ parent: string; total: number }[]>(
      `SELECT o.id AS parent, (SELECT count(*)::int ${from}) AS total FROM unnest($1::uuid[]) AS o(id)`,
      ids,
      viewerId,
    ),
  ]);
  const rows = await load(places.map((p) => p.id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = Map.groupBy(places, (p) => p.parent);
  const keyOf = new Map(places.map((p) => [p.id, p.key]));
  return inOrder(ids, totals, (t) => t.parent).map((counted, i) =>
    toPage(
      (found.get(ids[i]!) ?? []).flatMap((p) => byId.get(p.id) ?? []),
      take,
      counted?.total ?? 0,
      (row) => [keyOf.get(row.id)!, row.id],
      !!after,
    ),
  );
}

/** A desk is refused as a whole: nobody asks for desks of which they may read some only. */
function demandDesk(actor: Actor, organisations: readonly WithId[]): void {
  for (const { id } of organisations) {
    const verdict = organisationPolicy.verdict(actor, 'readDesk', { id, rights: actor });
    if (verdict !== true) throw fail(verdict);
  }
}

const people = { table: 'affiliation', join: 'JOIN person p ON p.id = t.person_id', key: 'p.name', keyType: 'text' } as const;
const newest = { join: '', key: 't.created_at', keyType: 'timestamptz', direction: 'DESC' } as const;

export async function affiliationPages(
  db: Db,
  actor: Actor,
  organisations: WithId[],
  { ended, ...args }: DeskArgs & { ended: boolean },
): Promise<Page<Affiliation>[]> {
  if (ended) demandDesk(actor, organisations);
  const condition = `${ended ? 't.ended_at IS NOT NULL' : 't.ended_at IS NULL'} ${isInsider(actor) ? '' : 'AND t.person_id = $2::uuid'}`;
  return pages(db, { ...people, condition, direction: 'ASC' }, organisations, args, actor.personId, (ids) =>
    db.affiliation.findMany({ where: { id: { in: ids } } }),
  );
}

export async function invitationPages(db: Db, actor: Actor, organisations: WithId[], args: DeskArgs): Promise<Page<Invitation>[]> {
  demandDesk(actor, organisations);
  const condition = 't.accepted_at IS NULL AND t.revoked_at IS NULL AND t.role IS NOT NULL';
  return pages(db, { ...newest, table: 'invitation', condition }, organisations, args, actor.personId, (ids) =>
    db.invitation.findMany({ where: { id: { in: ids } } }),
  );
}

export async function requestPages(db: Db, actor: Actor, organisations: WithId[], args: DeskArgs): Promise<Page<AffiliationRequest>[]> {
  demandDesk(actor, organisations);
  return pages(
    db,
    { ...newest, table: 'affiliation_request', condition: `t.status = 'REQUESTED'` },
    organisations,
    args,
    actor.personId,
    (ids) => db.affiliationRequest.findMany({ where: { id: { in: ids } } }),
  );
}
