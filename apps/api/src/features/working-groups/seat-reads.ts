import { Prisma, type GroupMembership } from '../../generated/prisma/client.ts';
import type { Sql } from '../../platform/database/statements.ts';
import { columnsOf } from '../../platform/graphql/by-id.ts';
import { holdsSeat } from './policy.ts';

/** The rule of `holdsSeat` and `seatsThatCount`, for hand-written statements. */
export const counting = (m: string): string => `${m}.status = 'ACTIVE' AND (${m}.until IS NULL OR ${m}.until > now())`;
const leading = (m: string): string => `${m}.role IN ('LEAD', 'DEPUTY') AND ${counting(m)}`;

const sizesText = `
  SELECT s.group_id AS "groupId", sum(s.people)::int AS people, count(*)::int AS organisations
    FROM (SELECT m.group_id, count(*) AS people FROM group_membership m
           WHERE m.group_id = ANY($1::uuid[]) AND ${counting('m')} GROUP BY m.group_id, m.organisation_id) s
   GROUP BY s.group_id`;
const headText = `
  SELECT ${columnsOf(Prisma.GroupMembershipScalarFieldEnum, 'm')}
    FROM group_membership m WHERE m.group_id = ANY($1::uuid[]) AND (m.person_id = $2::uuid OR ${leading('m')})
   ORDER BY m.role, m.joined_at, m.id`;
const ledText = `
  SELECT m.group_id AS "groupId" FROM group_membership m WHERE m.person_id = $1::uuid AND m.group_id = ANY($2::uuid[]) AND ${leading('m')}`;

export interface GroupSize {
  people: number;
  organisations: number;
}

/** How many people and organisations work in the groups, in their order. */
export async function sizesOf(sql: Sql, groupIds: readonly string[]): Promise<GroupSize[]> {
  const rows = await sql.$queryRawUnsafe<(GroupSize & { groupId: string })[]>(sizesText, groupIds);
  const byGroup = new Map(rows.map((row) => [row.groupId, row]));
  return groupIds.map((id) => byGroup.get(id) ?? { people: 0, organisations: 0 });
}

export interface GroupHead {
  leads: GroupMembership[];
  own: GroupMembership | null;
}

/** Who leads the groups, and the seat of the person in each; in their order. */
export async function headsOf(sql: Sql, groupIds: readonly string[], personId: string): Promise<GroupHead[]> {
  const rows = await sql.$queryRawUnsafe<GroupMembership[]>(headText, groupIds, personId);
  const byGroup = Map.groupBy(rows, (seat) => seat.groupId);
  return groupIds.map((id) => {
    const seats = byGroup.get(id) ?? [];
    return { leads: seats.filter((seat) => leads(seat)), own: seats.find((seat) => seat.personId === personId) ?? null };
  });
}

/** Of these groups, the ones that the person leads. */
export async function ledBy(sql: Sql, personId: string, groupIds: readonly string[]): Promise<Set<string>> {
  if (groupIds.length === 0) return new Set();
  const rows = await sql.$queryRawUnsafe<{ groupId: string }[]>(ledText, personId, groupIds);
  return new Set(rows.map((row) => row.groupId));
}

const leads = (seat: GroupMembership): boolean => (seat.role === 'LEAD' || seat.role === 'DEPUTY') && holdsSeat({ membership: seat });
