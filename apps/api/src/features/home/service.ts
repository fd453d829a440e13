import { Injectable } from '@nestjs/common';
import { coordinates, has, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { columnsOf } from '../../platform/graphql/by-id.ts';
import { Prisma, type Announcement, type Draft } from '../../generated/prisma/client.ts';
import { officesOf } from '../questions/index.ts';
import { AnnouncementRows } from '../announcements/index.ts';
import { AnnouncementRelevance, type Section } from '../relevance/index.ts';
import { ThreadRows, type ThreadRow } from '../threads/index.ts';
import { holdsSeat, type GroupView } from '../working-groups/index.ts';
import * as item from './items.ts';

export interface Home {
  deadlines: item.HomeItem[];
  deadlineCount: number;
  actions: item.HomeItem[];
  actionCount: number;
  /** For information: what is not opened yet. */
  announcements: Announcement[];
  announcementCount: number;
  unread: ThreadRow[];
  unreadCount: number;
  drafts: Draft[];
}
interface Source {
  items: item.HomeItem[];
  count: number;
}

interface Announced extends item.Announced {
  section: Section;
}
type OwnSeat = NonNullable<GroupView['membership']> & { groupId: string };
/** Ids: of guest seats that end soon, of invitations, and of the groups that the viewer leads. */
interface OwnSeats {
  ending: string[];
  invited: string[];
  led: string[];
}

const shown = 20;
const days = 14;

const ownSeatsText = `
  SELECT id, group_id AS "groupId", role, status, until FROM group_membership WHERE person_id = $1::uuid AND status IN ('ACTIVE', 'INVITED')`;

/**
 * Threads of the viewer's groups with posts they have not read, as far as they want to hear of them. What is unread comes
 * first, and is little; joined to all threads of their groups, what they follow would cost more than all the rest.
 */
const unreadText = `
  WITH unread AS MATERIALIZED (
    SELECT t.id, t.group_id, t.last_post_at
      FROM group_membership m JOIN thread t ON t.group_id = m.group_id
      LEFT JOIN read_state s ON s.person_id = $1::uuid AND s.thread_id = t.id
     WHERE m.person_id = $1::uuid AND m.status = 'ACTIVE' AND (m.until IS NULL OR m.until > now()) AND t.last_no > COALESCE(s.read_no, 0))
  SELECT u.id, (count(*) OVER ())::int AS count FROM unread u
    LEFT JOIN thread_follow tf ON tf.person_id = $1::uuid AND tf.thread_id = u.id
    LEFT JOIN group_follow gf ON gf.person_id = $1::uuid AND gf.group_id = u.group_id
   WHERE COALESCE(tf.level, gf.level, 'IMPORTANT') <> 'MUTED'
   ORDER BY u.last_post_at DESC, u.id DESC LIMIT ${shown}`;
const draftsText = `
  SELECT ${columnsOf(Prisma.DraftScalarFieldEnum, 'd')} FROM draft d WHERE d.person_id = $1::uuid ORDER BY d.updated_at DESC, d.key LIMIT ${shown}`;
/** $1: the groups that the viewer leads. */
const requestsText = `
  SELECT m.id, m.group_id AS "groupId", m.organisation_id AS "organisationId", m.statement, m.requested_at AS since, p.name AS "personName",
         g.number, g.name, (count(*) OVER ())::int AS count
    FROM group_membership m JOIN person p ON p.id = m.person_id JOIN working_group g ON g.id = m.group_id
   WHERE m.group_id = ANY($1::uuid[]) AND m.status = 'REQUESTED' ORDER BY m.requested_at, m.id LIMIT ${shown}`;
const offersText = `
  SELECT v.id, v.group_id AS "groupId", v.statement, v.created_at AS since, p.name AS "personName", w.title AS "workPackage",
         g.number, g.name, (count(*) OVER ())::int AS count
    FROM volunteering v JOIN person p ON p.id = v.person_id JOIN working_group g ON g.id = v.group_id
    LEFT JOIN work_package w ON w.id = v.work_package_id
   WHERE v.group_id = ANY($1::uuid[]) AND v.status = 'OPEN' AND v.person_id <> $2::uuid ORDER BY v.created_at, v.id LIMIT ${shown}`;

/** Mein Tag: what ends soon, what waits for the viewer, where they left off. A fixed number of queries, however much there is. */
@Injectable()
export class HomeService {
  constructor(
    private readonly database: Database,
    private readonly threads: ThreadRows,
    private readonly announcements: AnnouncementRows,
    private readonly relevance: AnnouncementRelevance,
  ) {}

  async of(actor: Actor): Promise<Home> {
    const seats = await this.seats(actor);
    const announced = this.announced(actor);
    const [deadlines, actions, { FRIST, HANDLUNG, KENNTNIS }, unread, drafts] = await Promise.all([
      Promise.all([this.guestSeats(seats), this.invitations(actor), this.officeQuestions(actor, true)]),
      Promise.all([
        this.requests(seats),
        this.groupInvitations(seats),
        this.proposals(actor),
        this.volunteerings(actor, seats),
        this.affiliations(actor),
        this.officeQuestions(actor, false),
      ]),
      announced,
      this.unread(actor),
      this.read<Draft>(draftsText, actor.personId),
    ]);
    const [due, asked] = [
      [...deadlines, whole(FRIST)],
      [...actions, whole(HANDLUNG)],
    ];
    return {
      deadlines: merged(due, (i) => (i.dueAt ?? i.since).getTime()),
      deadlineCount: counted(due),
      actions: merged(asked, (i) => i.since.getTime()),
      actionCount: counted(asked),
      announcements: KENNTNIS.slice(0, shown).map(({ row }) => row),
      announcementCount: KENNTNIS.length,
      ...unread,
      drafts,
    };
  }

  private get db() {
    return this.database.prisma;
  }

  private read<Row>(text: string, ...values: unknown[]): Promise<Row[]> {
    return this.database.sql.$queryRawUnsafe<Row[]>(text, ...values);
  }

  /** The viewer's own seats decide what there can be to do: of what they lead nothing, nothing is asked. */
  private async seats(actor: Actor): Promise<OwnSeats> {
    const rows = await this.read<OwnSeat>(ownSeatsText, actor.personId);
    const counted = rows.filter((seat) => holdsSeat({ membership: seat }));
    return {
      ending: counted.filter((seat) => seat.until !== null && seat.until <= inDays(new Date())).map((seat) => seat.id),
      invited: rows.filter((seat) => seat.status === 'INVITED').map((seat) => seat.id),
      led: counted.filter((seat) => seat.role === 'LEAD' || seat.role === 'DEPUTY').map((seat) => seat.groupId),
    };
  }

  private async guestSeats({ ending }: OwnSeats): Promise<Source> {
    if (ending.length === 0) return nothing;
    const rows = await this.db.groupMembership.findMany({
      where: { id: { in: ending } },
      include: { group: true },
      orderBy: [{ until: 'asc' }, { id: 'asc' }],
      take: shown,
    });
    return { items: rows.map(item.guestSeatEnds), count: ending.length };
  }

  private async invitations(actor: Actor): Promise<Source> {
    if (coordinated(actor).length === 0) return nothing;
    const now = new Date();
    const where: Prisma.InvitationWhereInput = {
      organisationId: { in: coordinated(actor) },
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: now, lte: inDays(now) },
    };
    const rows = await this.db.invitation.findMany({
      where,
      include: { organisation: true },
      orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
      take: shown,
    });
    const count = await counting(rows, () => this.db.invitation.count({ where }));
    return { items: rows.map(item.invitationExpires), count };
  }

  private async requests({ led }: OwnSeats): Promise<Source> {
    if (led.length === 0) return nothing;
    const rows = await this.read<item.ToLead & { organisationId: string; count: number }>(requestsText, led);
    return { items: rows.map(item.groupRequest), count: rows[0]?.count ?? 0 };
  }

  private async groupInvitations({ invited }: OwnSeats): Promise<Source> {
    if (invited.length === 0) return nothing;
    const where: Prisma.GroupMembershipWhereInput = {
      id: { in: invited },
      OR: [{ until: null }, { until: { gt: new Date() } }],
      group: { status: { not: 'CLOSED' } },
    };
    const rows = await this.db.groupMembership.findMany({
      where,
      include: { group: true },
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
      take: shown,
    });
    return { items: rows.map(item.groupInvitation), count: await counting(rows, () => this.db.groupMembership.count({ where })) };
  }

  private async proposals(actor: Actor): Promise<Source> {
    if (!has(actor, 'LAND_EDITOR', 'LAND_ADMIN')) return nothing;
    const where: Prisma.WorkingGroupWhereInput = { status: 'PROPOSED' };
    const rows = await this.db.workingGroup.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: shown });
    return { items: rows.map(item.groupProposal), count: await counting(rows, () => this.db.workingGroup.count({ where })) };
  }

  private async volunteerings(actor: Actor, { led }: OwnSeats): Promise<Source> {
    if (led.length === 0) return nothing;
    const rows = await this.read<item.ToLead & { workPackage: string | null; count: number }>(offersText, led, actor.personId);
    return { items: rows.map(item.volunteering), count: rows[0]?.count ?? 0 };
  }

  /** Of the organisations that the viewer coordinates; those that nobody coordinates are LAND_ADMIN's. */
  private async affiliations(actor: Actor): Promise<Source> {
    const asked: Prisma.AffiliationRequestWhereInput[] = [
      { organisationId: { in: coordinated(actor) } },
      ...(has(actor, 'LAND_ADMIN')
        ? [{ organisationId: null }, { organisation: { affiliations: { none: { role: 'COORDINATOR' as const, endedAt: null } } } }]
        : []),
    ];
    if (coordinated(actor).length === 0 && !has(actor, 'LAND_ADMIN')) return nothing;
    const where: Prisma.AffiliationRequestWhereInput = { status: 'REQUESTED', personId: { not: actor.personId }, OR: asked };
    const rows = await this.db.affiliationRequest.findMany({
      where,
      include: { person: true, organisation: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: shown,
    });
    const count = await counting(rows, () => this.db.affiliationRequest.count({ where }));
    return {
      items: rows.map((row) => item.affiliationRequest(row, !!row.organisationId && coordinates(actor, row.organisationId))),
      count,
    };
  }

  /** What the viewer's offices are to answer: due within the fortnight, or later. */
  private async officeQuestions(actor: Actor, soon: boolean): Promise<Source> {
    const offices = officesOf(actor);
    if (offices.length === 0) return nothing;
    const until = inDays(new Date());
    const where: Prisma.QuestionWhereInput = {
      state: 'ASSIGNED',
      hiddenAt: null,
      officeId: { in: offices },
      ...(soon ? { dueOn: { lte: until } } : { OR: [{ dueOn: null }, { dueOn: { gt: until } }] }),
    };
    const [rows, count] = await Promise.all([
      this.db.question.findMany({ where, include: { office: true }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: shown }),
      this.db.question.count({ where }),
    ]);
    return { items: rows.map(item.questionAssigned), count };
  }

  /** By section, the newest first. What is background stands in its list alone. */
  private async announced(actor: Actor): Promise<Record<Section, Announced[]>> {
    const rows = await this.announcements.open(actor);
    const found = await this.relevance.of(actor, rows);
    const all = rows.flatMap((row, i) => (found[i] ? [{ row, ...found[i] }] : []));
    const of = (section: Section) => all.filter((one) => one.section === section);
    return { FRIST: of('FRIST'), HANDLUNG: of('HANDLUNG'), KENNTNIS: of('KENNTNIS'), HINTERGRUND: of('HINTERGRUND') };
  }

  private async unread(actor: Actor): Promise<Pick<Home, 'unread' | 'unreadCount'>> {
    const rows = await this.read<{ id: string; count: number }>(unreadText, actor.personId);
    const threads = await this.threads.readable(
      actor,
      rows.map((row) => row.id),
    );
    return { unread: threads.filter((thread) => thread !== null), unreadCount: rows[0]?.count ?? 0 };
  }
}

const nothing: Source = { items: [], count: 0 };
const whole = (announced: readonly Announced[]): Source => ({ items: announced.map(item.announcement), count: announced.length });
const inDays = (now: Date): Date => new Date(now.getTime() + days * 86_400_000);
const coordinated = (actor: Actor): string[] => actor.affiliations.flatMap((a) => (a.role === 'COORDINATOR' ? [a.organisationId] : []));
/** Nothing there: nothing to count. */
const counting = async (rows: readonly unknown[], count: () => Promise<number>): Promise<number> => (rows.length === 0 ? 0 : count());
const counted = (sources: readonly Source[]): number => sources.reduce((sum, source) => sum + source.count, 0);
const merged = (sources: readonly Source[], key: (i: item.HomeItem) => number): item.HomeItem[] =>
  sources
    .flatMap((source) => source.items)
    .sort((a, b) => key(a) - key(b))
    .slice(0, shown);
