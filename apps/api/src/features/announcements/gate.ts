import type { Announcement } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import type { Sql } from '../../platform/database/statements.ts';
import { columnsOf } from '../../platform/graphql/by-id.ts';
import { gate } from '../../platform/policy/policy.ts';
import { addressing, seated } from './audience.ts';
import { announcementPolicy, type AnnouncementView } from './policy.ts';

export type WritableAnnouncement = AnnouncementView & Announcement;
const { kinds: _kinds, roles: _roles, ...scalars } = Prisma.AnnouncementScalarFieldEnum;
// The driver gives arrays of an enum as one text; arrays of text it parses.
const columns = `${columnsOf(scalars, 'a')}, a.kinds::text[] AS kinds, a.roles::text[] AS roles`;
const locks = { change: 'FOR NO KEY UPDATE', share: 'FOR SHARE', none: '' } as const;

/**
 * Locks the row in a statement of its own, before rights are read: a statement that had to wait for the lock would still see them
 * as they were.
 */
export async function announcementView(sql: Sql, actor: Actor, id: string, lock: keyof typeof locks): Promise<WritableAnnouncement | null> {
  const [row] = await sql.$queryRawUnsafe<Announcement[]>(`SELECT ${columns} FROM announcement a WHERE a.id = $1::uuid ${locks[lock]}`, id);
  if (!row) return null;
  const rights = lock === 'none' ? actor : await rightsNow(sql, actor);
  return { ...row, rights, ...((await standingOf(sql, actor, [id])).get(id) ?? notAddressed) };
}

interface Standing {
  addressed: boolean;
  seatOf: string | null;
}
const notAddressed: Standing = { addressed: false, seatOf: null };

/** Which of them are addressed to the person; one query for any number. */
async function standingOf(sql: Sql, { personId }: Pick<Actor, 'personId'>, ids: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await sql.$queryRawUnsafe<{ id: string; seatOf: string | null }[]>(
    `SELECT a.id, (SELECT m.organisation_id FROM announcement_group ag JOIN group_membership m ON m.group_id = ag.group_id
                    WHERE ag.announcement_id = a.id AND m.person_id = $2::uuid AND ${seated} ORDER BY m.requested_at, m.id LIMIT 1) AS "seatOf"
       FROM announcement a WHERE a.id = ANY($1::uuid[]) AND ${addressing('$2::uuid')}`,
    ids,
    personId,
  );
  return new Map(rows.map(({ id, seatOf }) => [id, { addressed: true, seatOf }]));
}

/** Many at once, without locks. */
export async function announcementViews<R extends Announcement>(
  sql: Sql,
  actor: Actor,
  rows: readonly R[],
): Promise<(AnnouncementView & R)[]> {
  const standing = await standingOf(
    sql,
    actor,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, rights: actor, ...(standing.get(row.id) ?? notAddressed) }));
}
export async function announcementViewsById(sql: Sql, actor: Actor, ids: readonly string[]): Promise<(AnnouncementView & Announcement)[]> {
  if (ids.length === 0) return [];
  const rows = await sql.$queryRawUnsafe<Announcement[]>(`SELECT ${columns} FROM announcement a WHERE a.id = ANY($1::uuid[])`, ids);
  return announcementViews(sql, actor, rows);
}

/** For changes of the announcement itself. */
export const announcementGate = gate(announcementPolicy, 'read', (sql: Sql, actor, id, lock) => announcementView(sql, actor, id, lock));
/** For what is written beside it (acknowledgements): it cannot change meanwhile, and others can write beside it too. */
export const besideGate = gate(announcementPolicy, 'read', (sql: Sql, actor, id, lock) =>
  announcementView(sql, actor, id, lock === 'change' ? 'share' : 'none'),
);
