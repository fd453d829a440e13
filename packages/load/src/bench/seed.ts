import pg from 'pg';

/** How much there is. Both sizes have as many threads in each group and as long ones: what one person sees of them differs little. */
export interface Size {
  groups: number;
  threadsPerGroup: number;
  /** So many threads of each group are long, with so many posts; the others share the rest of `postsPerGroup`. */
  longThreads: number;
  longPosts: number;
  postsPerGroup: number;
  people: number;
  /** So many people have read most of what their groups wrote. */
  readers: number;
  /** The posts of one more thread in the first group, and of another one. */
  giant: [number, number];
}

export const full: Size = {
  groups: 1_000,
  threadsPerGroup: 100,
  longThreads: 10,
  longPosts: 60,
  postsPerGroup: 1_000,
  people: 2_000,
  readers: 100,
  giant: [10_000, 100],
};
export const small: Size = {
  groups: 30,
  threadsPerGroup: 100,
  longThreads: 3,
  longPosts: 60,
  postsPerGroup: 333,
  people: 60,
  readers: 60,
  giant: [100, 100],
};
export const tiny: Size = { ...small, people: 120, giant: [500, 100] };

/** Ids can be computed on both sides, and grow like those that PostgreSQL makes. */
const kinds = { organisation: 1, person: 2, group: 3, thread: 4, post: 5, seat: 6, mutation: 7, event: 8 } as const;
export const idOf = (kind: keyof typeof kinds, n: number): string =>
  `01900000-${kinds[kind].toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;
const id = (kind: keyof typeof kinds, n: string): string =>
  `('01900000-${kinds[kind].toString(16).padStart(4, '0')}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The last group has everybody; a person is in 29 of the others, or in all. */
export const liveGroup = (size: Size): number => size.groups - 1;
const seatsBeside = 29;
/** The group of a person's `j`-th seat. */
export const groupOf = (size: Size, person: number, j: number): number =>
  (person * 7 + j * Math.floor((size.groups - 1) / seatsBeside)) % (size.groups - 1);

const organisations = 150;
const sentences = `Die Kommunen melden bis Freitag, welche Leistungen sie zuerst übernehmen. Der Antrag ist als Online-Dienst bereit und wird mit drei Verwaltungen erprobt. Die Schnittstelle zum Fachverfahren fehlt noch; der Hersteller nennt einen Termin im Januar. Wer Fragen zur Anbindung hat, trägt sie bitte hier ein, dann klären wir sie in der nächsten Runde. Für die kleinen Gemeinden braucht es eine Lösung ohne eigenes Rechenzentrum. Das Formular ist länger als das auf Papier, deshalb kürzen wir es gemeinsam. Die Erprobung hat gezeigt, dass die Hinweise zur Barrierefreiheit gelesen werden. Bitte prüfen Sie den Entwurf und schreiben Sie, was fehlt. `;

function statements(size: Size, issuer: string): string[] {
  const { groups, threadsPerGroup: t, longThreads, longPosts, postsPerGroup, people, readers, giant } = size;
  const shortThreads = t - longThreads;
  const rest = postsPerGroup - longThreads * longPosts;
  const live = liveGroup(size);
  const stride = Math.floor((groups - 1) / seatsBeside);
  return [
    `INSERT INTO organisation (id, key, kind, name, title, code, mail_domains)
     SELECT ${id('organisation', 'n')}, 'messung-' || n, 'EINHEITSGEMEINDE', 'Musterort ' || n, 'Gemeinde Musterort ' || n, 'M' || n, '{}'
       FROM generate_series(0, ${organisations - 1}) n`,
    `INSERT INTO person (id, name, email) SELECT ${id('person', 'n')}, 'Kim Muster ' || n, 'kim.' || n || '@messung.invalid' FROM generate_series(0, ${people - 1}) n`,
    `INSERT INTO identity (id, issuer, subject, person_id) SELECT ${id('person', 'n')}, '${issuer}', 'kim-' || n, ${id('person', 'n')} FROM generate_series(0, ${people - 1}) n`,
    `INSERT INTO affiliation (id, person_id, organisation_id, role, function)
     SELECT ${id('person', 'n')}, ${id('person', 'n')}, ${id('organisation', `n % ${organisations}`)}, 'MEMBER', 'Sachbearbeitung' FROM generate_series(0, ${people - 1}) n`,
    `INSERT INTO working_group (id, number, name, goal, status, visibility, join_policy)
     SELECT ${id('group', 'n')}, n + 1, 'Arbeitsgruppe Messung ' || (n + 1), 'Die Leistung ' || (n + 1) || ' wird in allen Kommunen gleich angeboten.', 'ACTIVE', 'PLATFORM', 'OPEN'
       FROM generate_series(0, ${groups - 1}) n`,
    `CREATE TEMP TABLE seat AS
     SELECT n AS person, j, (n * 7 + j * ${stride}) % ${groups - 1} AS grp FROM generate_series(0, ${people - 1}) n, generate_series(0, ${seatsBeside - 1}) j
     UNION ALL SELECT n, ${seatsBeside}, ${live} FROM generate_series(0, ${people - 1}) n`,
    // In each group two lead, the rest are members.
    `INSERT INTO group_membership (id, group_id, person_id, organisation_id, role, status, joined_at)
     SELECT ${id('seat', 'row_number() OVER (ORDER BY person, j)')}, ${id('group', 'grp')}, ${id('person', 'person')}, ${id('organisation', `person % ${organisations}`)},
            CASE row_number() OVER (PARTITION BY grp ORDER BY j, person) WHEN 1 THEN 'LEAD'::"GroupRole" WHEN 2 THEN 'DEPUTY' ELSE 'MEMBER' END, 'ACTIVE', now()
       FROM seat`,
    `INSERT INTO group_membership (id, group_id, person_id, organisation_id, role, status, statement)
     SELECT ${id('seat', `${people * 31} + g`)}, ${id('group', 'g')}, ${id('person', `(g * 3 + 1) % ${people}`)}, ${id('organisation', '1')}, 'MEMBER', 'REQUESTED', 'Wir sind in derselben Lage.'
       FROM generate_series(0, ${groups - 1}) g ON CONFLICT DO NOTHING`,
    `CREATE TEMP TABLE members AS SELECT grp, array_agg(person ORDER BY j, person) AS people, count(*)::int AS n FROM seat GROUP BY grp`,
    `CREATE TEMP TABLE plan AS
     SELECT g * ${t} + k AS n, g, k,
            CASE WHEN k < ${longThreads} THEN ${longPosts} ELSE ${Math.floor(rest / shortThreads)} + (k - ${longThreads} < ${rest % shortThreads})::int END AS posts
       FROM generate_series(0, ${groups - 1}) g, generate_series(0, ${t - 1}) k
     UNION ALL VALUES (${groups * t}, 0, ${t}, ${giant[0]}), (${groups * t + 1}, 0, ${t + 1}, ${giant[1]})`,
    `CREATE TEMP TABLE numbered AS SELECT *, sum(posts) OVER (ORDER BY n) - posts AS before FROM plan`,
    `INSERT INTO post (id, thread_id, no, author_id, organisation_id, function, body, reply_to_no, client_mutation_id, created_at)
     SELECT ${id('post', '(p.before + no)::bigint')}, ${id('thread', 'p.n')}, no, ${id('person', 'm.people[1 + (p.n + no * 7) % m.n]')},
            ${id('organisation', `m.people[1 + (p.n + no * 7) % m.n] % ${organisations}`)}, 'Sachbearbeitung',
            substr(repeat($text$${sentences}$text$, 2), 1 + (p.n + no * 37) % 400, 250 + (no * 53 + p.n) % 350),
            CASE WHEN no % 5 = 0 THEN no - 1 END, ${id('mutation', '(1000000000 + p.before + no)::bigint')},
            now() - interval '30 days' + no * interval '7 minutes' + p.k * interval '3 hours'
       FROM numbered p JOIN members m ON m.grp = p.g CROSS JOIN LATERAL generate_series(1, p.posts) no`,
    `INSERT INTO reaction (post_id, kind, person_id)
     SELECT ${id('post', '(p.before + no)::bigint')}, (enum_range(NULL::"ReactionKind"))[1 + r % 2], ${id('person', 'm.people[1 + (p.n + no + r * 11) % m.n]')}
       FROM numbered p JOIN members m ON m.grp = p.g CROSS JOIN LATERAL generate_series(1, p.posts) no
      CROSS JOIN LATERAL generate_series(1, CASE (p.n + no) % 9 WHEN 0 THEN 3 WHEN 3 THEN 1 WHEN 6 THEN 1 ELSE 0 END) r`,
    `INSERT INTO thread_participant (thread_id, person_id, organisation_id, function, posts, last_no)
     SELECT thread_id, author_id, (array_agg(organisation_id))[1], 'Sachbearbeitung', count(*), max(no) FROM post GROUP BY 1, 2`,
    // After those who wrote in it: its row names the last of them.
    `INSERT INTO thread (id, group_id, title, opened_by_id, client_mutation_id, created_at, last_no, last_post_at, last_author_id,
                         recent_organisation_ids)
     SELECT ${id('thread', 'p.n')}, ${id('group', 'p.g')}, 'Wie gehen wir mit Frage ' || p.n || ' um?', ${id('person', 'm.people[1 + (p.n + 7) % m.n]')}, ${id('mutation', 'p.n')},
            now() - interval '30 days', p.posts, now() - interval '30 days' + p.posts * interval '7 minutes' + p.k * interval '3 hours',
            l.authors[1], ARRAY(SELECT organisation_id FROM thread_participant WHERE thread_id = l.thread_id GROUP BY 1 ORDER BY max(last_no) DESC LIMIT 3)
       FROM plan p JOIN members m ON m.grp = p.g
       JOIN (SELECT thread_id, array_agg(person_id ORDER BY last_no DESC) AS authors FROM thread_participant GROUP BY 1) l ON l.thread_id = ${id('thread', 'p.n')}`,
    // Readers have a few threads left to read; of the others each thread has some who once looked.
    `INSERT INTO read_state (person_id, thread_id, read_no)
     SELECT ${id('person', 's.person')}, ${id('thread', 'p.n')}, GREATEST(0, p.posts - CASE WHEN p.k % 16 = 5 THEN 2 ELSE 0 END)
       FROM seat s JOIN plan p ON p.g = s.grp WHERE s.person < ${readers}`,
    `INSERT INTO read_state (person_id, thread_id, read_no)
     SELECT ${id('person', 'm.people[1 + (p.n * 3 + r) % m.n]')}, ${id('thread', 'p.n')}, 1
       FROM plan p JOIN members m ON m.grp = p.g, generate_series(1, 3) r ON CONFLICT DO NOTHING`,
    `INSERT INTO draft (person_id, key, body, updated_at)
     SELECT ${id('person', 'n')}, 'reply:' || ${id('thread', `((n * 7) % ${groups - 1}) * ${t} + k`)}, 'Dazu fehlt uns noch', now() - k * interval '1 hour'
       FROM generate_series(0, ${readers - 1}) n, generate_series(3, 4) k`,
  ];
}

/** Fills an empty database by SQL. Rows fit together by how they are made, so that nothing is checked row by row. */
export async function seed(url: string, size: Size, issuer: string, progress: (line: string) => void): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query("SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '256MB'");
    const all = statements(size, issuer);
    for (const [i, statement] of all.entries()) {
      progress(`seeding, ${i + 1} of ${all.length}: ${/(?:INSERT INTO|TABLE) (\w+)/.exec(statement)?.[1] ?? ''}`);
      await client.query(statement);
    }
    progress('seeding: VACUUM and ANALYZE');
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
