import { Injectable } from '@nestjs/common';
import type { EventName, EventPayload } from '@kollab/contract';
import { fromPrisma } from 'pg-boss';
import { Doorbell } from '../events/doorbell.ts';
import { checkedEvent, roomOf, storeEvents, type PendingEvent } from '../events/store.ts';
import { Jobs, type Job } from '../jobs/jobs.ts';
import { Database, type Db } from './database.ts';

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
export class Tx {
  readonly events: PendingEvent[] = [];
  readonly audits: AuditFact[] = [];
  readonly jobs: { job: Job<object>; data: object; after: Date | undefined }[] = [];

  constructor(readonly db: Db) {}

  /** `id`: of the room's subject; null for the room `land`; the whole room where an event is told in rooms of several kinds. */
  announce<N extends EventName>(name: N, id: string | null, payload: EventPayload<N>): void {
    this.events.push(checkedEvent(name, roomOf(name, id), payload));
  }

  audit(fact: AuditFact): void {
    this.audits.push(fact);
  }

  enqueue<D extends object>(job: Job<D>, data: D, after?: Date): void {
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

  private async once<T>(useCase: (tx: Tx) => Promise<T>): Promise<T> {
    let rooms: string[] = [];
    const result = await this.database.prisma.$transaction(
      async (db) => {
        const tx = new Tx(db);
        const value = await useCase(tx);
        if (tx.audits.length > 0)
          await db.auditEntry.createMany({
            data: tx.audits.map((a) => ({
              actorId: a.actorId,
              action: a.action,
              subjectKind: a.subject.kind,
              subjectId: a.subject.id,
              details: a.details ?? {},
            })),
          });
        for (const { job, data, after } of tx.jobs) await this.jobs.send(job, data, fromPrisma(db), after);
        rooms = await storeEvents(db, tx.events);
        return value;
      },
      { maxWait: 5_000, timeout: 20_000 },
    );
    if (rooms.length > 0) this.doorbell.ring(rooms);
    return result;
  }
}
