import pg from 'pg';
import type { Issuer, Person } from '../issuer.ts';

export interface Actor extends Person {
  id: string;
  token: string;
  sid: string;
}
export interface Group {
  id: string;
  room: string;
  threads: string[];
  lead: Actor;
  /** Members to the end, who follow everything. */
  stable: Actor[];
  /** Members to the end who write nothing before all is over, so that what names them stays unread: the lead, and others. */
  silent: Actor[];
  /** Follows everything, writes nothing, and gets one digest; told of nothing that hurries, which may be in a digest made at that moment. */
  digested: Actor;
  /** Asked by the lead. */
  question: { id: string; thread: string };
  /** Members who are removed, leave and come back; with their seat. */
  churning: { actor: Actor; seat: string }[];
  /** With a last instant during the run. */
  guest: { actor: Actor; until: number };
}
/** Ready to be published. */
interface Draft {
  id: string;
  to: Actor[];
  /** It has a deadline that is near. */
  hurries: boolean;
}
export interface Stage {
  editor: Actor;
  drafts: Draft[];
  /** Whose address no mail server knows. */
  nowhere: Actor[];
  /** Heard by members alone. */
  groups: Group[];
  /** Heard by everybody who belongs to an organisation. */
  open: { id: string; room: string; thread: string; author: Actor; insider: Actor; coordinator: Actor; affiliation: string };
}

/** Groups, people, threads and drafts by SQL; `until`: when the guests' right ends, in milliseconds since 1970. */
export async function setStage(
  url: string,
  issuer: Issuer,
  { groups: count, drafts: draftCount, until }: { groups: number; drafts: number; until: number },
): Promise<Stage> {
  const db = new pg.Client(url);
  await db.connect();
  const one = async (text: string, values: unknown[]): Promise<string> =>
    (await db.query<{ id: string }>(`${text} RETURNING id`, values)).rows[0]!.id;
  let n = 0;
  const organisation = (): Promise<string> =>
    one(
      `INSERT INTO organisation (id, key, kind, name, title, code, mail_domains) VALUES (uuidv7(), $1, 'EINHEITSGEMEINDE', $2, $2, $1, '{}')`,
      [`o${++n}`, `Ort ${n}`],
    );
  const person = async (mailbox = 'person'): Promise<Actor> => {
    const [sub, name, email] = [`sub-${++n}`, `Person ${n}`, `${mailbox}-${n}@ort.example`];
    const id = await one('INSERT INTO person (id, name, email) VALUES (uuidv7(), $1, $2)', [name, email]);
    // At any hour of the day, whenever this runs: no quiet hours, and no digest until it is asked for.
    await db.query(
      `INSERT INTO mail_setting (person_id, days, quiet_from, quiet_to, since, secret) VALUES ($1, '{}', 0, 0, '-infinity', uuidv7()::text)`,
      [id],
    );
    await db.query('INSERT INTO identity (id, issuer, subject, person_id) VALUES (uuidv7(), $1, $2, $3)', [issuer.url, sub, id]);
    return { id, sub, name, email, sid: `sid-${sub}`, token: await issuer.token({ sub, name, email }) };
  };
  const belongs = (actor: Actor, organisationId: string, role = 'MEMBER'): Promise<string> =>
    one(
      'INSERT INTO affiliation (id, person_id, organisation_id, role, function) VALUES (uuidv7(), $1, $2, $3::"OrganisationRole", \'\')',
      [actor.id, organisationId, role],
    );
  const group = (visibility: string): Promise<string> =>
    one(`INSERT INTO working_group (id, name, goal, visibility) VALUES (uuidv7(), $1, 'Ziel', $2::"GroupVisibility")`, [
      `Gruppe ${++n}`,
      visibility,
    ]);
  const homes = new Map<Actor, string>();
  const seat = async (groupId: string, actor: Actor, role = 'MEMBER', last: Date | null = null): Promise<string> => {
    const home = await organisation();
    homes.set(actor, home);
    await belongs(actor, home);
    return one(
      `INSERT INTO group_membership (id, group_id, person_id, organisation_id, role, status, until, joined_at)
       VALUES (uuidv7(), $1, $2, $3, $4::"GroupRole", 'ACTIVE', $5, now())`,
      [groupId, actor.id, home, role, last],
    );
  };
  const thread = (groupId: string, by: Actor): Promise<string> =>
    one('INSERT INTO thread (id, group_id, opened_by_id, title, client_mutation_id) VALUES (uuidv7(), $1, $2, $3, uuidv7())', [
      groupId,
      by.id,
      `Thema ${++n}`,
    ]);
  const member = async (groupId: string, role = 'MEMBER', last: Date | null = null, mailbox?: string) => {
    const actor = await person(mailbox);
    return { actor, seat: await seat(groupId, actor, role, last) };
  };
  const follows = (actor: Actor, groupId: string) =>
    db.query(`INSERT INTO group_follow (person_id, group_id, level) VALUES ($1, $2, 'ALL')`, [actor.id, groupId]);
  const question = async (groupId: string, asker: Actor): Promise<Group['question']> => {
    const id = await one(
      `INSERT INTO question (id, group_id, title, author_id, organisation_id) VALUES (gen_random_uuid(), $1, 'Frage', $2, $3)`,
      [groupId, asker.id, homes.get(asker)],
    );
    await db.query('INSERT INTO question_asker (question_id, person_id, client_mutation_id) VALUES ($1, $2, uuidv7())', [id, asker.id]);
    return { id, thread: await one(`INSERT INTO thread (id, question_id, kind, title) VALUES (uuidv7(), $1, 'QUESTION', 'Frage')`, [id]) };
  };
  const draft = async (editor: Actor, office: string, to: Actor[], hurries: boolean): Promise<Draft> => {
    const id = await one(
      `INSERT INTO announcement (id, office_id, author_id, created_by_id, client_mutation_id, kind, title, summary, action, due_at, organisation_ids)
       VALUES (uuidv7(), $1, $2, $2, uuidv7(), $3::"AnnouncementKind", $4, 'Ein Satz.', $5, $6, $7)`,
      [
        office,
        editor.id,
        hurries ? 'ACTION' : 'INFO',
        `Mitteilung ${++n}`,
        hurries ? 'Bitte melden' : '',
        hurries ? new Date(Date.now() + 86_400_000) : null,
        to.map((actor) => homes.get(actor)),
      ],
    );
    return { id, to, hurries };
  };

  const groups: Group[] = [];
  const nowhere: Actor[] = [];
  for (let i = 0; i < count; i++) {
    const id = await group('MEMBERS');
    const { actor: lead } = await member(id, 'LEAD');
    const stable: Actor[] = [];
    for (let k = 0; k < 4; k++) stable.push((await member(id)).actor);
    const { actor: digested } = await member(id);
    for (const actor of [...stable, digested]) await follows(actor, id);
    const silent = [lead, (await member(id)).actor];
    if (i === 0) {
      const { actor: unknown } = await member(id, 'MEMBER', null, 'weg');
      nowhere.push(unknown);
      silent.push(unknown);
    }
    const churning = [await member(id), await member(id), await member(id)];
    // Each guest's day ends at another moment.
    const last = until + i * 1_500;
    const guest = { ...(await member(id, 'GUEST', new Date(last))), until: last };
    const threads = [await thread(id, lead), await thread(id, lead)];
    groups.push({ id, room: `group:${id}`, threads, lead, stable, silent, digested, question: await question(id, lead), churning, guest });
  }
  const id = await group('PLATFORM');
  const { actor: author } = await member(id);
  const [home, insider, coordinator] = [await organisation(), await person(), await person()];
  const affiliation = await belongs(insider, home);
  await belongs(coordinator, home, 'COORDINATOR');
  const common = await thread(id, author);
  const [editor, office] = [await person(), await organisation()];
  await belongs(editor, office);
  await db.query(`INSERT INTO global_role_grant (id, person_id, role) VALUES (uuidv7(), $1, 'LAND_EDITOR')`, [editor.id]);
  const drafts: Draft[] = [];
  for (let i = 0; i < draftCount; i++) {
    const { stable, silent } = groups[i % groups.length]!;
    drafts.push(await draft(editor, office, [...stable, ...silent], i % 3 !== 2));
  }
  await db.query('ANALYZE');
  await db.end();
  return {
    editor,
    drafts,
    nowhere,
    groups,
    open: { id, room: `group:${id}`, thread: common, author, insider, coordinator, affiliation },
  };
}
