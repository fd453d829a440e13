import type { Announcement } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import type { Sql } from '../../platform/database/statements.ts';
import { columnsOf } from '../../platform/graphql/by-id.ts';
import { gate } from '../../platform/policy/policy.ts';
import { addressing } from './audience.ts';
import { announcementPolicy, type AnnouncementView } from './policy.ts';

export type WritableAnnouncement = AnnouncementView & Announcement;
const { kinds: _kinds, roles: _roles, ...scalars } = Prisma.AnnouncementScalarFieldEnum;
// Lists of an enum come as one text, unless they are lists of texts.
const columns = `${columnsOf(scalars, 'a')}, a.kinds::text[] AS kinds, a.roles::text[] AS roles`;
const locks = { change: 'FOR NO KEY UPDATE', share: 'FOR SHARE', none: '' } as const;

/** The row, locked, before it is asked who reads it: a statement that waited still sees what was before it. */
export async function announcementView(sql: Sql, actor: Actor, id: string, lock: keyof typeof locks): Promise<WritableAnnouncement | null> {
  const [row] = await sql.$queryRawUnsafe<Announcement[]>(`SELECT ${columns} FROM announcement a WHERE a.id = $1::uuid ${locks[lock]}`, id);
  if (!row) return null;
  const rights = lock === 'none' ? actor : await rightsNow(sql, actor);
  return { ...row, rights, addressed: (await addressedOf(sql, actor, [id])).has(id) };
}

/** Which of them are addressed to the person. One query, whatever their number. */
async function addressedOf(sql: Sql, { personId }: Pick<Actor, 'personId'>, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql.$queryRawUnsafe<{ id: string }[]>(
    `SELECT a.id FROM announcement a WHERE a.id = ANY($1::uuid[]) AND ${addressing('$2::uuid')}`,
    ids,
    personId,
  );
  return new Set(rows.map((row) => row.id));
}

/** Many at once, without locks. */
export async function announcementViews<R extends Announcement>(
  sql: Sql,
  actor: Actor,
  rows: readonly R[],
): Promise<(AnnouncementView & R)[]> {
  const addressed = await addressedOf(
    sql,
    actor,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, rights: actor, addressed: addressed.has(row.id) }));
}
export async function announcementViewsById(sql: Sql, actor: Actor, ids: readonly string[]): Promise<(AnnouncementView & Announcement)[]> {
  if (ids.length === 0) return [];
  const rows = await sql.$queryRawUnsafe<Announcement[]>(`SELECT ${columns} FROM announcement a WHERE a.id = ANY($1::uuid[])`, ids);
  return announcementViews(sql, actor, rows);
}

/** The announcement itself changes. */
export const announcementGate = gate(announcementPolicy, 'read', (sql: Sql, actor, id, lock) => announcementView(sql, actor, id, lock));
/** Something is written beside it: it stays as it is meanwhile, and others write beside it too. */
export const besideGate = gate(announcementPolicy, 'read', (sql: Sql, actor, id, lock) =>
  announcementView(sql, actor, id, lock === 'change' ? 'share' : 'none'),
);
