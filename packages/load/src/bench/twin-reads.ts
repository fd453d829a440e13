import type pg from 'pg';

/**
 * What the bare twin answers: the same payload by the same facts, each list by one prepared statement, without policy,
 * without GraphQL. The bench compares both answers before it measures.
 */
type Row = Record<string, unknown>;
export type Ask = (name: string, text: string, values: unknown[]) => Promise<Row[]>;

export const asking =
  (pool: pg.Pool, types: pg.CustomTypesConfig): Ask =>
  async (name, text, values) =>
    (await pool.query<Row>({ name, text, values, types })).rows;

const t = (name: string, row: Row): Row => ({ ...row, __typename: name });
const organisation = (row: Row, prefix = 'o'): Row =>
  t('Organisation', {
    id: row[`${prefix}Id`],
    code: row[`${prefix}Code`],
    name: row[`${prefix}Name`],
    title: row[`${prefix}Title`],
    kind: row[`${prefix}Kind`],
  });
const organisationColumns = 'o.id AS "oId", o.code AS "oCode", o.name AS "oName", o.title AS "oTitle", o.kind AS "oKind"';
const groupBy = (rows: Row[], key: string): Map<unknown, Row[]> => Map.groupBy(rows, (row) => row[key]);

const threadText = `
  SELECT t.id, t.title, t.last_no AS "lastNo", COALESCE(s.read_no, 0) AS "readNo", GREATEST(0, t.last_no - COALESCE(s.read_no, 0)) AS "unreadCount",
         t.opened_by_id = $2 AS mine, m.role
    FROM thread t JOIN working_group g ON g.id = t.group_id
    LEFT JOIN group_membership m ON m.group_id = g.id AND m.person_id = $2
    LEFT JOIN read_state s ON s.person_id = $2 AND s.thread_id = t.id WHERE t.id = $1`;
const postsText = `
  SELECT p.id, p.thread_id AS "threadId", p.no, p.body, p.created_at AS "createdAt", p.edited_at AS "editedAt", p.version, p.deleted_at AS "deletedAt", p.accepted_at IS NOT NULL AS accepted,
         p.reply_to_no AS "replyToNo", qa.name AS "quotedAuthor", left(q.body, 1000) AS "quotedBody", p.author_id AS "authorId", a.name AS "authorName",
         p.function, o.id AS "organisationId", o.name AS "organisationName", o.code AS "organisationCode", o.kind AS "organisationKind"
    FROM (SELECT * FROM post WHERE thread_id = $1 AND no > $2 ORDER BY no LIMIT $3) p
    JOIN person a ON a.id = p.author_id JOIN organisation o ON o.id = p.organisation_id
    LEFT JOIN post q ON q.thread_id = p.thread_id AND q.no = p.reply_to_no LEFT JOIN person qa ON qa.id = q.author_id
   ORDER BY p.no`;
const reactionsText = `
  SELECT r.post_id AS "postId", r.kind, count(*)::int AS count, bool_or(r.person_id = $4) AS mine
    FROM (SELECT id FROM post WHERE thread_id = $1 AND no > $2 ORDER BY no LIMIT $3) p JOIN reaction r ON r.post_id = p.id
   GROUP BY r.post_id, r.kind ORDER BY r.post_id, r.kind`;

/** As the product quotes; measured texts are plain. */
const excerpt = (body: string): string => {
  const words = body.replace(/\s+/g, ' ').trim();
  const [sentence = ''] = /^.{15,}?[.!?…](?=\s|$)/u.exec(words) ?? [];
  const start = sentence && sentence.length <= 160 ? sentence : words;
  return start.length <= 160 ? start : `${start.slice(0, 159).replace(/\s+\S*$/, '')} …`;
};

export function postOf(p: Row, reactions: Row[], person: string, leads: boolean): Row {
  const own = p['authorId'] === person;
  return t('Post', {
    id: p['id'],
    threadId: p['threadId'],
    no: p['no'],
    author: t('Author', {
      personId: p['authorId'],
      name: p['authorName'],
      function: p['function'],
      organisationId: p['organisationId'],
      organisationName: p['organisationName'],
      organisationCode: p['organisationCode'],
      organisationKind: p['organisationKind'],
    }),
    body: p['body'],
    replyTo:
      p['quotedBody'] === null
        ? null
        : t('PostReference', { no: p['replyToNo'], authorName: p['quotedAuthor'], excerpt: excerpt(p['quotedBody'] as string) }),
    createdAt: p['createdAt'],
    editedAt: p['editedAt'],
    version: p['version'],
    deleted: p['deletedAt'] !== null,
    accepted: p['accepted'] === true,
    reactions: reactions.map(({ kind, count, mine }) => t('ReactionCount', { kind, count, mine })),
    mentions: [],
    viewerCan: t('PostAbilities', { edit: own, delete: own || leads, restore: false }),
  });
}

export async function page(ask: Ask, { person, thread, after }: { person: string; thread: string; after: number }): Promise<Row> {
  const [[head], posts, reactions] = await Promise.all([
    ask('thread', threadText, [thread, person]),
    ask('posts', postsText, [thread, after, 50]),
    ask('reactions', reactionsText, [thread, after, 50, person]),
  ]);
  const { mine, role, ...shown } = head!;
  const leads = role === 'LEAD' || role === 'DEPUTY';
  const ofPost = groupBy(reactions, 'postId');
  const nodes = posts.map((p) => postOf(p, ofPost.get(p['id']) ?? [], person, leads));
  const first = posts[0]?.['no'] as number;
  const last = posts.at(-1)?.['no'] as number;
  return {
    thread: t('Thread', {
      ...shown,
      viewerCan: t('ThreadAbilities', {
        reply: true,
        react: true,
        close: leads,
        pin: leads,
        retitle: leads || mine,
        writeStand: leads || mine,
      }),
      posts: t('PostPage', { nodes, hasPrevious: first > 1, hasNext: last < (shown['lastNo'] as number) }),
    }),
  };
}

const seatColumns = `m.id, m.group_id AS "groupId", m.role, m.status, m.until, m.statement, m.reason, p.id AS "pId", p.name AS "pName", o.key AS "oKey", ${organisationColumns}`;
const groupsText = `
  WITH own AS (SELECT group_id FROM group_membership WHERE person_id = $1 AND status = 'ACTIVE' AND (until IS NULL OR until > now())),
  size AS (
    SELECT x.group_id, count(DISTINCT x.organisation_id)::int AS organisations FROM own JOIN group_membership x ON x.group_id = own.group_id
     WHERE x.status = 'ACTIVE' AND (x.until IS NULL OR x.until > now()) GROUP BY x.group_id),
  unread AS (
    SELECT t.group_id, count(*)::int AS threads FROM own JOIN thread t ON t.group_id = own.group_id
      LEFT JOIN read_state s ON s.person_id = $1 AND s.thread_id = t.id WHERE t.last_no > COALESCE(s.read_no, 0) GROUP BY t.group_id)
  SELECT g.id, g.number, g.name, g.goal, g.join_policy AS "joinPolicy", g.visibility, g.status, g.last_movement_at AS "lastMovementAt",
         size.organisations AS "organisationCount", COALESCE(unread.threads, 0) AS "unreadThreadCount"
    FROM own JOIN working_group g ON g.id = own.group_id JOIN size ON size.group_id = g.id LEFT JOIN unread ON unread.group_id = g.id
   ORDER BY g.number NULLS LAST, g.name, g.id LIMIT 31`;
const ownSeatsText = `
  SELECT ${seatColumns} FROM group_membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
   WHERE m.person_id = $1 AND m.status = 'ACTIVE'`;
const leadsText = `
  SELECT ${seatColumns} FROM group_membership own
    JOIN group_membership m ON m.group_id = own.group_id AND m.status = 'ACTIVE' AND m.role IN ('LEAD', 'DEPUTY') AND (m.until IS NULL OR m.until > now())
    JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
   WHERE own.person_id = $1 AND own.status = 'ACTIVE' ORDER BY m.role, m.joined_at, m.id`;
const totalText = `
  SELECT count(*)::int AS total FROM group_membership WHERE person_id = $1 AND status = 'ACTIVE' AND (until IS NULL OR until > now())`;

const seatOf = (m: Row): Row =>
  t('GroupMembership', {
    id: m['id'],
    role: m['role'],
    status: m['status'],
    until: m['until'],
    statement: m['statement'],
    reason: m['reason'],
    person: t('Person', { id: m['pId'], name: m['pName'] }),
    organisation: { ...organisation(m), key: m['oKey'] },
  });

export async function groups(ask: Ask, { person }: { person: string }): Promise<Row> {
  const [found, own, leads, [counted]] = await Promise.all([
    ask('groups', groupsText, [person]),
    ask('own_seats', ownSeatsText, [person]),
    ask('leads', leadsText, [person]),
    ask('total', totalText, [person]),
  ]);
  const seatIn = new Map(own.map((m) => [m['groupId'], m]));
  const leadsOf = groupBy(leads, 'groupId');
  const nodes = found.slice(0, 30).map((g) => {
    const seat = seatIn.get(g['id'])!;
    const isLead = seat['role'] === 'LEAD';
    const may = isLead || seat['role'] === 'DEPUTY';
    return t('WorkingGroup', {
      ...g,
      leads: (leadsOf.get(g['id']) ?? []).map(seatOf),
      viewerMembership: seatOf(seat),
      viewerCan: t('GroupAbilities', {
        read: true,
        write: true,
        join: false,
        request: false,
        leave: true,
        lead: may,
        nameLead: isLead,
        openThread: true,
        volunteer: true,
        exportRoster: true,
        decideProposal: false,
        readWithReason: false,
      }),
    });
  });
  const last = nodes.at(-1)!;
  const endCursor = Buffer.from(JSON.stringify([last['number'], last['name'], last['id']])).toString('base64url');
  return {
    workingGroups: t('WorkingGroupPage', {
      nodes,
      pageInfo: t('PageInfo', { hasNextPage: found.length > 30, endCursor }),
      total: counted!['total'],
    }),
  };
}

const unreadText = `
  WITH unread AS MATERIALIZED (
    SELECT t.id, t.group_id, t.last_post_at AS "lastPostAt", COALESCE(s.read_no, 0) AS "readNo", t.last_no - COALESCE(s.read_no, 0) AS "unreadCount"
      FROM group_membership m JOIN thread t ON t.group_id = m.group_id
      LEFT JOIN read_state s ON s.person_id = $1 AND s.thread_id = t.id
     WHERE m.person_id = $1 AND m.status = 'ACTIVE' AND (m.until IS NULL OR m.until > now()) AND t.last_no > COALESCE(s.read_no, 0)
  ), shown AS (
    SELECT u.*, (count(*) OVER ())::int AS total FROM unread u
      LEFT JOIN thread_follow tf ON tf.person_id = $1 AND tf.thread_id = u.id
      LEFT JOIN group_follow gf ON gf.person_id = $1 AND gf.group_id = u.group_id
     WHERE COALESCE(tf.level, gf.level, 'IMPORTANT') <> 'MUTED' ORDER BY u."lastPostAt" DESC, u.id DESC LIMIT 20)
  SELECT u.id, t.title, u."lastPostAt", u."readNo", u."unreadCount", g.id AS "gId", g.number AS "gNumber", g.name AS "gName", u.total,
         p.id AS "pId", p.name AS "pName"
    FROM shown u JOIN thread t ON t.id = u.id JOIN working_group g ON g.id = u.group_id JOIN person p ON p.id = t.last_author_id
   ORDER BY u."lastPostAt" DESC, u.id DESC`;
const recentText = `
  SELECT t.id AS "threadId", ${organisationColumns} FROM thread t
   CROSS JOIN unnest(t.recent_organisation_ids) WITH ORDINALITY AS r(id, place) JOIN organisation o ON o.id = r.id
   WHERE t.id = ANY($1::uuid[]) ORDER BY t.id, r.place`;
const requestsText = `
  SELECT m.id, m.group_id AS "groupId", m.statement, m.requested_at AS since, p.name AS "pName", g.number, ${organisationColumns}, (count(*) OVER ())::int AS total
    FROM group_membership l JOIN group_membership m ON m.group_id = l.group_id AND m.status = 'REQUESTED'
    JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id JOIN working_group g ON g.id = m.group_id
   WHERE l.person_id = $1 AND l.status = 'ACTIVE' AND (l.until IS NULL OR l.until > now()) AND l.role IN ('LEAD', 'DEPUTY')
   ORDER BY m.requested_at, m.id LIMIT 20`;
const ownAsksText = `
  SELECT m.id, m.status, (count(*) OVER ())::int AS total FROM group_membership m JOIN working_group g ON g.id = m.group_id
   WHERE m.person_id = $1 AND ((m.status = 'ACTIVE' AND m.until > now() AND m.until <= now() + interval '14 days') OR (m.status = 'INVITED' AND g.status <> 'CLOSED'))`;
const offersText = `
  SELECT v.id FROM volunteering v JOIN group_membership l ON l.group_id = v.group_id
   WHERE v.status = 'OPEN' AND v.person_id <> $1 AND l.person_id = $1 AND l.status = 'ACTIVE' AND l.role IN ('LEAD', 'DEPUTY') LIMIT 20`;
const announcedText = `
  SELECT a.id FROM announcement a JOIN announcement_organisation o ON o.announcement_id = a.id JOIN affiliation f ON f.organisation_id = o.organisation_id
   WHERE f.person_id = $1 AND f.ended_at IS NULL AND a.status = 'PUBLISHED' AND a.published_at > now() - interval '60 days'
     AND NOT EXISTS (SELECT FROM announcement_read r WHERE r.announcement_id = a.id AND r.person_id = $1) ORDER BY a.published_at DESC LIMIT 20`;
const draftsText = `
  SELECT d.key, d.title, d.body, d.updated_at AS "updatedAt", t.id AS "tId", t.title AS "tTitle", g.id AS "gId", g.number AS "gNumber", g.name AS "gName"
    FROM draft d LEFT JOIN thread t ON t.id = split_part(d.key, ':', 2)::uuid LEFT JOIN working_group g ON g.id = t.group_id
   WHERE d.person_id = $1 ORDER BY d.updated_at DESC, d.key LIMIT 20`;

const groupOf = (row: Row): Row => t('WorkingGroup', { id: row['gId'], number: row['gNumber'], name: row['gName'] });

/** For somebody without an office: what coordinators and the Land decide is nothing to them. */
export async function home(ask: Ask, { person }: { person: string }): Promise<Row> {
  const [unread, requests, , , , drafts] = await Promise.all([
    ask('unread', unreadText, [person]).then(async (threads) => {
      const recent = await ask('recent', recentText, [threads.map((row) => row['id'])]);
      return { threads, recent: groupBy(recent, 'threadId') };
    }),
    ask('requests', requestsText, [person]),
    ask('own_asks', ownAsksText, [person]),
    ask('offers', offersText, [person]),
    ask('announced', announcedText, [person]),
    ask('drafts', draftsText, [person]),
  ]);
  return {
    home: t('Home', {
      deadlines: [],
      deadlineCount: 0,
      actions: requests.map((m) =>
        t('HomeItem', {
          id: `GROUP_REQUEST:${m['id']}`,
          subjectId: m['id'],
          groupId: m['groupId'],
          kind: 'GROUP_REQUEST',
          title: `${m['pName']} möchte mitarbeiten`,
          detail: m['statement'],
          reason: `weil Sie die AG ${m['number']} leiten`,
          path: `/arbeitsgruppen/${m['groupId']}`,
          dueAt: null,
          since: m['since'],
          organisation: organisation(m),
        }),
      ),
      actionCount: requests[0]?.['total'] ?? 0,
      // The measured database has none, nor a Sprechstunde.
      announcements: [],
      announcementCount: 0,
      unread: unread.threads.map((row) =>
        t('Thread', {
          id: row['id'],
          title: row['title'],
          path: `/arbeitsgruppen/${row['gId']}/diskussionen/${row['id']}`,
          readNo: row['readNo'],
          unreadCount: row['unreadCount'],
          lastPostAt: row['lastPostAt'],
          lastAuthor: t('Person', { id: row['pId'], name: row['pName'] }),
          group: groupOf(row),
          recentOrganisations: (unread.recent.get(row['id']) ?? []).map((o) => organisation(o)),
        }),
      ),
      unreadCount: unread.threads[0]?.['total'] ?? 0,
      nextSprechstunde: null,
      drafts: drafts.map((d) =>
        t('Draft', {
          key: d['key'],
          title: d['title'],
          body: d['body'],
          updatedAt: d['updatedAt'],
          thread: t('Thread', { id: d['tId'], title: d['tTitle'], path: `/arbeitsgruppen/${d['gId']}/diskussionen/${d['tId']}` }),
          group: groupOf(d),
        }),
      ),
    }),
  };
}
