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
  /** Members who are removed, leave and come back; with their seat. */
  churning: { actor: Actor; seat: string }[];
  /** With a last instant during the run. */
  guest: { actor: Actor; until: number };
}
export interface Stage {
  /** Heard by members alone. */
  groups: Group[];
  /** Heard by everybody who belongs to an organisation. */
  open: { id: string; room: string; thread: string; author: Actor; insider: Actor; coordinator: Actor; affiliation: string };
}

/** Groups, people and threads by SQL; `until`: when the guests' right ends, in milliseconds since 1970. */
export async function setStage(url: string, issuer: Issuer, count: number, until: number): Promise<Stage> {
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
  const person = async (): Promise<Actor> => {
    const [sub, name, email] = [`sub-${++n}`, `Person ${n}`, `person-${n}@ort.example`];
    const id = await one('INSERT INTO person (id, name, email) VALUES (uuidv7(), $1, $2)', [name, email]);
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
  const seat = async (groupId: string, actor: Actor, role = 'MEMBER', last: Date | null = null): Promise<string> => {
    const home = await organisation();
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
  const member = async (groupId: string, role = 'MEMBER', last: Date | null = null) => {
    const actor = await person();
    return { actor, seat: await seat(groupId, actor, role, last) };
  };

  const groups: Group[] = [];
  for (let i = 0; i < count; i++) {
    const id = await group('MEMBERS');
    const { actor: lead } = await member(id, 'LEAD');
    const stable: Actor[] = [];
    for (let k = 0; k < 4; k++) stable.push((await member(id)).actor);
    for (const { id: who } of stable)
      await db.query(`INSERT INTO group_follow (person_id, group_id, level) VALUES ($1, $2, 'ALL')`, [who, id]);
    const churning = [await member(id), await member(id), await member(id)];
    // Each guest's day ends at another moment.
    const last = until + i * 1_500;
    const guest = { ...(await member(id, 'GUEST', new Date(last))), until: last };
    groups.push({ id, room: `group:${id}`, threads: [await thread(id, lead), await thread(id, lead)], lead, stable, churning, guest });
  }
  const id = await group('PLATFORM');
  const { actor: author } = await member(id);
  const [home, insider, coordinator] = [await organisation(), await person(), await person()];
  const affiliation = await belongs(insider, home);
  await belongs(coordinator, home, 'COORDINATOR');
  const common = await thread(id, author);
  await db.query('ANALYZE');
  await db.end();
  return { groups, open: { id, room: `group:${id}`, thread: common, author, insider, coordinator, affiliation } };
}
