import { Injectable } from '@nestjs/common';
import type { EventName, EventPayload } from '@kollab/contract';
import { Doorbell } from '../events/doorbell.ts';
import { checkedEvent, roomOf, storeEvents, type PendingEvent } from '../events/store.ts';
import { Jobs, type Job, type Start } from '../jobs/jobs.ts';
import { Database, type Db } from './database.ts';
import { Pipeline } from './pipeline.ts';
import type { Sql } from './statements.ts';

interface AuditFact {
  /** null: the system itself */
  actorId: string | null;
  /** As in docs/betrieb/audit.md: `role.granted` */
  action: string;
  subject: { kind: string; id: string };
  details?: Record<string, string | number | boolean | null>;
}

/**
 * One use case. Events, audit rows and jobs are collected and written at its end, in the same transaction, with the
 * rooms locked in a fixed order: what was not committed was never announced.
 */
export class Tx<D extends Sql = Db> {
  readonly events: PendingEvent[] = [];
  readonly audits: AuditFact[] = [];
  readonly jobs: { job: Job<object>; data: object; after: Start | undefined }[] = [];

  constructor(readonly db: D) {}

  /** `id`: of the room's subject; null for the room `land`; the whole room where an event is told in rooms of several kinds. */
  announce<N extends EventName>(name: N, id: string | null, payload: EventPayload<N>): void {
    this.events.push(checkedEvent(name, roomOf(name, id), payload));
  }

  audit(fact: AuditFact): void {
    this.audits.push(fact);
  }

  enqueue<D extends object>(job: Job<D>, data: D, after?: Start): void {
    this.jobs.push({ job, data, after });
  }
}

/** PostgreSQL chose this transaction as the victim of a deadlock or of a serialization conflict: run it again. */
const isTransient = (error: unknown): boolean =>
  /40P01|40001|P2034|deadlock detected/.test(`${(error as Error).message} ${(error as { code?: string }).code}`);

@Injectable()
export class Writes {
  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
    private readonly jobs: Jobs,
  ) {}

  async transact<T>(useCase: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(useCase);
      } catch (error) {
        if (attempt === 3 || !isTransient(error)) throw error;
      }
    }
  }

  /**
   * The same for a write that many do at once: its statements travel together instead of one after the other. The use
   * case waits for what it has to look at, and for nothing else; with the commit all of it stands or falls.
   */
  async pipelined<T>(useCase: (tx: Tx<Pipeline>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const { value, rooms } = await Pipeline.run(this.database.pool, async (sql) => {
          const tx = new Tx(sql);
          const value = await useCase(tx);
          return { value, rooms: await this.follow(tx) };
        });
        if (rooms.length > 0) this.doorbell.ring(rooms);
        return value;
      } catch (error) {
        if (attempt === 3 || !isTransient(error)) throw error;
      }
    }
  }

  /** What follows from the use case, in its transaction. Answers with the rooms where something happened. */
  private async follow({ db, audits, jobs, events }: Tx<Sql>): Promise<string[]> {
    if (audits.length > 0)
      await db.$executeRawUnsafe(
        `INSERT INTO audit_entry (id, actor_id, action, subject_kind, subject_id, details)
         SELECT uuidv7(), a.actor_id, a.action, a.subject_kind, a.subject_id, a.details
           FROM jsonb_to_recordset($1::jsonb) AS a(actor_id uuid, action text, subject_kind text, subject_id text, details jsonb)`,
        JSON.stringify(
          audits.map((a) => ({
            actor_id: a.actorId,
            action: a.action,
            subject_kind: a.subject.kind,
            subject_id: a.subject.id,
            details: a.details ?? {},
          })),
        ),
      );
    for (const { job, data, after } of jobs) {
      const { text, values } = await this.jobs.statement(job, data, after);
      await db.$executeRawUnsafe(text, ...values);
    }
    return storeEvents(db, events);
  }

  private async once<T>(useCase: (tx: Tx) => Promise<T>): Promise<T> {
    let rooms: string[] = [];
    const result = await this.database.prisma.$transaction(
      async (db) => {
        const tx = new Tx(db);
        const value = await useCase(tx);
        rooms = await this.follow(tx);
        return value;
      },
      { maxWait: 5_000, timeout: 20_000 },
    );
    if (rooms.length > 0) this.doorbell.ring(rooms);
    return result;
  }
}
