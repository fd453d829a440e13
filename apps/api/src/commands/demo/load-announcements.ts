import { randomUUID } from 'node:crypto';
import { berlinDay, berlinInstant, berlinShortDate, endOfBerlinDay } from '../../platform/berlin.ts';
import { announcements, type DemoAnnouncement } from './announcements.ts';
import type { Stage } from './stage.ts';

const day = 86_400_000;
const lastMoment = (days: number): Date => endOfBerlinDay(new Date(Date.now() + days * day));
/** The end of the day that is so many days away. */
const inDays = (count: number | undefined, least = 1): string | null =>
  count === undefined ? null : lastMoment(Math.max(count, least)).toISOString();

const morning = (days: number): string => berlinInstant(berlinDay(new Date(Date.now() + days * day)), '08:00').toISOString();

/** An autumn of announcements in all kinds and states. Answers with the days since each was published. */
export async function loadAnnouncements(stage: Stage, groups: ReadonlyMap<string, string>): Promise<Map<string, DemoAnnouncement>> {
  const made = new Map<string, DemoAnnouncement>();
  for (const announcement of announcements) made.set(await load(stage, groups, announcement), announcement);
  return made;
}

async function load(stage: Stage, groups: ReadonlyMap<string, string>, a: DemoAnnouncement): Promise<string> {
  const { by } = a;
  const audience = await audienceOf(stage, groups, a);
  const officeId = await organisation(stage, a.office);
  const { draftAnnouncement: draft } = await stage.as(
    by,
    'mutation($i: DraftAnnouncementInput!) { draftAnnouncement(input: $i) { id version } }',
    {
      i: { clientMutationId: randomUUID(), officeId, template: a.template ?? null },
    },
  );
  const id = draft.id as string;
  const texts = { title: a.title, summary: a.summary, body: a.body, action: a.action ?? '', dueAt: inDays(a.due, 1.5) };
  const links = (a.links ?? []).map(([title, url]) => ({ title, url }));
  const { saveAnnouncement: saved } = await stage.as(
    by,
    'mutation($id: ID!, $v: Int!, $d: AnnouncementDraftInput!) { saveAnnouncement(id: $id, version: $v, draft: $d) { version } }',
    {
      id,
      v: draft.version,
      d: {
        ...texts,
        kind: a.kind,
        classification: a.classification ?? 'INTERN',
        topicIds: await Promise.all(a.topics.map((key) => topic(stage, key))),
        links,
        audience,
        expiresAt: inDays(a.expires),
        asksAcknowledgement: a.asks ?? false,
        commentsOpen: true,
        contact: a.contact
          ? { topicId: await topic(stage, a.contact.topic), name: a.contact.name, phone: a.contact.phone, email: a.contact.email }
          : null,
      },
    },
  );
  if (a.day === undefined && a.inMornings === undefined) return id;
  const { audienceReach: reach } = await stage.as(by, 'query($a: AudienceInput!) { audienceReach(audience: $a) { personCount } }', {
    a: audience,
  });
  const { publishAnnouncement: published } = await stage.as(
    by,
    'mutation($id: ID!, $v: Int!, $at: DateTime, $n: Int!) { publishAnnouncement(id: $id, version: $v, at: $at, expected: $n) { version thread { id } } }',
    { id, v: saved.version, at: a.inMornings === undefined ? null : morning(a.inMornings), n: reach.personCount },
  );
  if (a.inMornings !== undefined) return id;
  await respond(stage, id, a, (published.thread as { id: string }).id);
  if (a.corrected)
    await stage.as(by, 'mutation($i: CorrectAnnouncementInput!) { correctAnnouncement(input: $i) { id } }', {
      i: { ...texts, id, links, version: published.version, clientMutationId: randomUUID(), ...a.corrected },
    });
  if (a.reminded) await stage.as(by, 'mutation($id: ID!) { remindAnnouncement(id: $id) { id } }', { id });
  if (a.pinned)
    await stage.as(by, 'mutation($id: ID!, $u: DateTime) { pinAnnouncement(id: $id, until: $u) { id } }', { id, u: inDays(a.pinned) });
  if (a.withdrawn)
    await stage.as(by, 'mutation($id: ID!, $r: String!) { withdrawAnnouncement(id: $id, reason: $r) { id } }', { id, r: a.withdrawn });
  return id;
}

/** Coordinators acknowledge for their administration, in the order of their names; some comment. */
async function respond(stage: Stage, id: string, a: DemoAnnouncement, threadId: string): Promise<void> {
  const coordinators = await stage.database.prisma.affiliation.findMany({
    where: {
      role: 'COORDINATOR',
      endedAt: null,
      organisation: { announcementsTo: { some: { announcementId: id } } },
      person: { announcementsReceived: { some: { announcementId: id } } },
    },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  });
  for (const { personId, organisationId } of coordinators.slice(0, a.acknowledged ?? 0))
    await stage.as(
      stage.loginOf(personId),
      'mutation($id: ID!, $o: ID!) { acknowledgeAnnouncement(id: $id, organisationId: $o, on: true) { id } }',
      {
        id,
        o: organisationId,
      },
    );
  for (const [login, body] of a.comments ?? [])
    await stage.as(login, 'mutation($i: ReplyInput!) { reply(input: $i) { id } }', {
      i: { clientMutationId: randomUUID(), threadId, body },
    });
}

async function audienceOf(stage: Stage, groups: ReadonlyMap<string, string>, { to }: DemoAnnouncement) {
  const places = (keys: readonly string[] = []) => Promise.all(keys.map((key) => organisation(stage, key)));
  return {
    kinds: to.kinds ?? [],
    kreisIds: await places(to.kreise),
    organisationIds: await places(to.organisations),
    groupIds: (to.groups ?? []).map((key) => groups.get(key)!),
    roles: to.roles ?? [],
    exceptIds: await places(to.except),
  };
}
const organisation = async (stage: Stage, key: string): Promise<string> =>
  (await stage.database.prisma.organisation.findUniqueOrThrow({ where: { key }, select: { id: true } })).id;
const topic = async (stage: Stage, key: string): Promise<string> =>
  (await stage.database.prisma.topic.findUniqueOrThrow({ where: { key }, select: { id: true } })).id;

/** Gives them their days, and what came of them with them. */
export async function setAnnouncementsBack({ database: { pool } }: Stage, made: ReadonlyMap<string, DemoAnnouncement>): Promise<void> {
  for (const [id, { day: days, due, expires }] of made) {
    if (days === undefined) continue;
    const at = new Date(Date.now() - days * day);
    at.setUTCHours(9, 20, 0, 0);
    const later = new Date(Math.min(at.getTime() + 2 * day, Date.now() - 3_600_000));
    const dayOf = (count: number | undefined) => (count === undefined ? null : lastMoment(count));
    await pool.query(
      `UPDATE announcement SET created_at = $2::timestamptz - interval '1 day', published_at = $2, changed_at = $2, due_at = COALESCE($4, due_at), expires_at = COALESCE($5, expires_at),
              reminded_at = CASE WHEN reminded_at IS NULL THEN NULL ELSE $3::timestamptz END, withdrawn_at = CASE WHEN withdrawn_at IS NULL THEN NULL ELSE $3::timestamptz END
        WHERE id = $1`,
      [id, at, later, dayOf(due), dayOf(expires)],
    );
    await pool.query('UPDATE announcement_correction SET at = $2 WHERE announcement_id = $1', [id, later]);
    await pool.query(
      `UPDATE announcement_acknowledgement k SET at = $2::timestamptz + n.no * ($3::timestamptz - $2::timestamptz) / 30
         FROM (SELECT organisation_id, row_number() OVER (ORDER BY organisation_id) AS no FROM announcement_acknowledgement WHERE announcement_id = $1) n
        WHERE k.announcement_id = $1 AND k.organisation_id = n.organisation_id`,
      [id, at, later],
    );
    await pool.query(
      `UPDATE post p SET created_at = $2::timestamptz + p.no * interval '3 hours' FROM thread t WHERE t.id = p.thread_id AND t.announcement_id = $1`,
      [id, at],
    );
    await pool.query(
      `UPDATE thread t SET created_at = $2, last_post_at = COALESCE((SELECT max(created_at) FROM post p WHERE p.thread_id = t.id), $2) WHERE announcement_id = $1`,
      [id, at],
    );
    await pool.query(
      `UPDATE notice SET created_at = CASE WHEN cause LIKE 'announced:%' THEN $2::timestamptz ELSE $3::timestamptz END
        WHERE announcement_id = $1 AND thread_id IS NULL`,
      [id, at, later],
    );
    if (due !== undefined)
      await pool.query(`UPDATE notice SET detail = $2, due_at = $3 WHERE announcement_id = $1 AND cause LIKE 'announced:%'`, [
        id,
        `bis ${berlinShortDate(lastMoment(due))}`,
        lastMoment(due),
      ]);
  }
  // What is a fortnight old has been opened by nearly everybody.
  await pool.query(
    `INSERT INTO announcement_read (person_id, announcement_id, at)
     SELECT r.person_id, a.id, a.published_at + interval '1 day' FROM announcement a JOIN announcement_recipient r ON r.announcement_id = a.id
      WHERE a.published_at < now() - interval '12 days' ON CONFLICT DO NOTHING`,
  );
  await pool.query(
    `UPDATE notice n SET read_at = n.created_at + interval '1 day' FROM announcement_read r
      WHERE n.announcement_id = r.announcement_id AND n.person_id = r.person_id AND n.thread_id IS NULL AND n.read_at IS NULL`,
  );
}
