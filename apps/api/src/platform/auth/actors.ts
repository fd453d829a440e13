import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { fail } from '../fail.ts';
import type { Actor } from './actor.ts';
import type { Session } from './tokens.ts';

interface Row {
  id: string;
  name: string;
  email: string;
  acts_for_id: string | null;
  global_roles: Actor['globalRoles'] | null;
  affiliations: Actor['affiliations'] | null;
  ended?: boolean;
}

const columns = `p.id, p.name, p.email, p.acts_for_id,
  (SELECT json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id)) FROM global_role_grant g WHERE g.person_id = p.id) AS global_roles,
  (SELECT json_agg(json_build_object('id', a.id, 'organisationId', a.organisation_id, 'role', a.role, 'function', a.function, 'deputy', a.deputy) ORDER BY a.began_at, a.id)
     FROM affiliation a WHERE a.person_id = p.id AND a.ended_at IS NULL) AS affiliations`;

/** From a verified session to the person and their rights, read anew for each request: rights end at once. */
@Injectable()
export class Actors {
  constructor(private readonly database: Database) {}

  /** The first sign-in makes the person, known by `iss` + `sub` (R10). Refused when the session was ended elsewhere. */
  async of(session: Session): Promise<Actor> {
    const row = (await this.find(session)) ?? (await this.admit(session));
    if (row.ended) throw fail('unauthenticated');
    if (row.name !== session.name || row.email !== session.email)
      await this.database.pool.query('UPDATE person SET name = $2, email = $3 WHERE id = $1', [row.id, session.name, session.email]);
    return toActor({ ...row, name: session.name, email: session.email }, session.emailVerified);
  }

  /** For work without a session (jobs, checks of somebody else's rights). */
  async byId(personId: string): Promise<Actor | null> {
    const { rows } = await this.database.shortReads.query<Row>({
      name: 'actor_by_id',
      text: `SELECT ${columns} FROM person p WHERE p.id = $1`,
      values: [personId],
    });
    return rows[0] ? toActor(rows[0], false) : null;
  }

  async byIds(personIds: readonly string[]): Promise<Actor[]> {
    const { rows } = await this.database.shortReads.query<Row>({
      name: 'actors_by_ids',
      text: `SELECT ${columns} FROM person p WHERE p.id = ANY($1::uuid[])`,
      values: [personIds],
    });
    return rows.map((row) => toActor(row, false));
  }

  private async find(session: Session): Promise<Row | undefined> {
    const { rows } = await this.database.shortReads.query<Row>({
      name: 'actor_by_identity',
      text: `SELECT ${columns}, EXISTS (SELECT FROM ended_session e WHERE e.sid = $3) AS ended FROM identity i JOIN person p ON p.id = i.person_id WHERE i.issuer = $1 AND i.subject = $2`,
      values: [session.issuer, session.subject, session.sid],
    });
    return rows[0];
  }

  private async admit(session: Session): Promise<Row> {
    await this.database.prisma
      .$transaction(async (db) => {
        const person = await db.person.create({ data: { name: session.name, email: session.email } });
        await db.identity.create({ data: { issuer: session.issuer, subject: session.subject, personId: person.id } });
      })
      .catch((error: unknown) => {
        // Two first requests at once: the other one made the person.
        if ((error as { code?: string }).code !== 'P2002') throw error;
      });
    const row = await this.find(session);
    if (!row) throw new Error('identity without a person');
    return row;
  }
}

const toActor = (row: Row, emailVerified: boolean): Actor => ({
  personId: row.id,
  name: row.name,
  email: row.email,
  emailVerified,
  actsForId: row.acts_for_id,
  globalRoles: row.global_roles ?? [],
  affiliations: row.affiliations ?? [],
});
