import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import pg from 'pg';
import { startIssuer, type Issuer, type Person } from '../issuer.ts';
import type { Judge } from '../program.ts';
import { environment, openPostgres, openServer, type Server } from '../servers.ts';

export interface Actor extends Person {
  id: string;
  organisation: string;
}

/** A small platform to be attacked: who is whom, what they may read, and texts that others must never see. */
export interface Stage {
  judge: Judge;
  issuer: Issuer;
  db: pg.Client;
  databaseUrl: string;
  /** Removed at the end. */
  folder: string;
  /** Belongs to the open group, and to nothing else. */
  insider: Actor;
  /** Leads the closed group, whose every text is a canary. */
  owner: Actor;
  /** Signed in, belongs to nothing. */
  stranger: Actor;
  open: Place;
  closed: Place;
  /** Stands in each text that the insider may not read. */
  canary: string;
  /** A server of the production build; `env` on top of the usual. */
  serve: (env?: Record<string, string>) => Promise<Server>;
}

export interface Place {
  groupId: string;
  threadId: string;
  postId: string;
}

export async function openStage(judge: Judge): Promise<Stage> {
  judge.progress('starting PostgreSQL');
  const postgres = await openPostgres(judge, ['-c', 'fsync=off', '-c', 'full_page_writes=off']);
  const issuer = await startIssuer();
  judge.defer(() => issuer.stop());
  const databaseUrl = postgres.url();
  const db = new pg.Client(databaseUrl);
  await db.connect();
  // The server is stopped before this connection ends when something went wrong: no second error out of that.
  db.on('error', () => undefined);
  judge.defer(() => db.end());
  const canary = `kanarienvogel${randomUUID().slice(0, 8)}`;
  const rows = new Rows(db, issuer.url);
  const home = await rows.organisation('Stadt Ort');
  const elsewhere = await rows.organisation('Stadt Anderswo');
  const insider = await rows.person('Kim Muster', home, 'MEMBER');
  const owner = await rows.person('Sascha Probe', elsewhere, 'COORDINATOR');
  const stranger = await rows.person('Toni Beispiel', null, 'MEMBER');
  const open = await rows.group('Offene Gruppe', 'PLATFORM', insider, 'Ein Beitrag');
  const closed = await rows.group(`Geschlossen`, 'MEMBERS', owner, canary);
  await rows.secrets(owner, closed, canary);
  return {
    judge,
    issuer,
    db,
    databaseUrl,
    folder: dirname(postgres.folder),
    insider,
    owner,
    stranger,
    open,
    closed,
    canary,
    serve: (env = {}) => openServer(judge, { ...environment(databaseUrl, issuer.url), LOG_LEVEL: 'fatal', ...env }),
  };
}

/** Rows by SQL: the attacks begin with a platform that is in use. */
class Rows {
  private readonly db: pg.Client;
  private readonly issuer: string;

  constructor(db: pg.Client, issuer: string) {
    this.db = db;
    this.issuer = issuer;
  }

  private async row(table: string, values: Record<string, unknown>): Promise<string> {
    const columns = Object.keys(values);
    const text = `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (gen_random_uuid(), ${columns.map((_, i) => `$${i + 1}`).join(', ')}) RETURNING id`;
    const { rows } = await this.db.query<{ id: string }>(text, Object.values(values));
    return rows[0]!.id;
  }

  organisation(name: string): Promise<string> {
    return this.row('organisation', {
      key: randomUUID(),
      kind: 'EINHEITSGEMEINDE',
      name,
      title: name,
      code: 'ORT',
      mail_domains: ['ort.example'],
    });
  }

  async person(name: string, organisation: string | null, role: string): Promise<Actor> {
    const sub = randomUUID();
    const email = `${sub}@ort.example`;
    const id = await this.row('person', { name, email });
    await this.row('identity', { issuer: this.issuer, subject: sub, person_id: id });
    if (organisation) await this.row('affiliation', { person_id: id, organisation_id: organisation, role, function: 'Sachbearbeitung' });
    return { id, sub, name, email, organisation: organisation ?? '' };
  }

  async group(name: string, visibility: string, lead: Actor, text: string): Promise<Place> {
    const place = { goal: 'Damit alle dasselbe wissen.', mandate: text, programme: text };
    const join_policy = visibility === 'MEMBERS' ? 'INVITE' : 'OPEN';
    const groupId = await this.row('working_group', { name, visibility, join_policy, ...place });
    await this.row('group_membership', {
      group_id: groupId,
      person_id: lead.id,
      organisation_id: lead.organisation,
      role: 'LEAD',
      status: 'ACTIVE',
      statement: text,
      joined_at: new Date(),
    });
    const package_ = { group_id: groupId, position: 1, title: text, description: text, responsible: text, due: '12/26' };
    await this.row('work_package', package_);
    await this.row('group_link', { group_id: groupId, position: 1, title: text, body: text, url: 'https://example.org/' });
    const thread = { group_id: groupId, opened_by_id: lead.id, title: `Thema ${text}`, client_mutation_id: randomUUID(), last_no: 3 };
    const threadId = await this.row('thread', thread);
    const post = async (no: number): Promise<string> =>
      this.row('post', {
        thread_id: threadId,
        no,
        author_id: lead.id,
        organisation_id: lead.organisation,
        body: `${text} ${no}`,
        reply_to_no: no > 1 ? 1 : null,
        client_mutation_id: randomUUID(),
      });
    const postId = await post(1);
    await post(2);
    await post(3);
    return { groupId, threadId, postId };
  }

  /** What belongs to its owner alone: a draft, a notice, somebody's request, an invitation. */
  async secrets(owner: Actor, { groupId, threadId }: Place, canary: string): Promise<void> {
    const draft = [owner.id, `reply:${threadId}`, canary];
    await this.db.query(`INSERT INTO draft (person_id, key, title, body, updated_at) VALUES ($1, $2, $3, $3, now())`, draft);
    await this.row('notice', { person_id: owner.id, kind: 'REPLY', cause: canary, actor_name: canary, detail: canary, group_id: groupId });
    const asks = await this.person('Alex Entwurf', owner.organisation, 'MEMBER');
    const seat = { group_id: groupId, person_id: asks.id, organisation_id: asks.organisation, role: 'MEMBER' };
    await this.row('group_membership', { ...seat, status: 'REQUESTED', statement: canary, reason: canary });
    await this.row('affiliation_request', { person_id: asks.id, organisation_id: owner.organisation, statement: canary });
    await this.row('barrier_report', { problem: canary, page: canary, contact: canary });
    const invitation = { token_hash: randomUUID(), email: `${canary}@ort.example`, organisation_id: owner.organisation, role: 'MEMBER' };
    await this.row('invitation', { ...invitation, function: canary, expires_at: new Date(Date.now() + 864e5) });
    await this.row('volunteering', { group_id: groupId, person_id: asks.id, statement: canary });
  }
}
