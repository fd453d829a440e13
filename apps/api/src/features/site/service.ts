import { Inject, Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { gate } from '../../platform/policy/policy.ts';
import type { SiteText, SiteTextKey } from '../../generated/graphql.ts';
import type { BarrierReport } from '../../generated/prisma/client.ts';
import { defaultTexts, defaultTextsFrom } from './default-texts.ts';
import { barrierReported } from './jobs.ts';
import { operates, reportPolicy } from './policy.ts';
import { HourlyLimit } from '../../platform/http/hourly-limit.ts';

const reportGate = gate(reportPolicy, 'read', async (db, _actor, id, lock) => {
  if (lock === 'change') await db.$queryRaw`SELECT FROM barrier_report WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return db.barrierReport.findUnique({ where: { id } });
});

@Injectable()
export class SiteService {
  private readonly limit = new HourlyLimit(5);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  text(key: SiteTextKey): Promise<SiteText> {
    return this.textAsOf(this.database.prisma, key);
  }

  /** From the version that the writer saw; version 0 is the text that came with the platform. */
  setsText(actor: Actor, { key, version, body }: Inputs['setSiteText']): Promise<SiteText> {
    if (!operates(actor)) throw fail('forbidden');
    return this.writes.transact(async (tx) => {
      const texts = tx.db.siteText;
      const { count } =
        version === 0
          ? await texts.createMany({ data: [{ key, body }], skipDuplicates: true })
          : await texts.updateMany({ where: { key, version }, data: { body, version: { increment: 1 } } });
      const text = await this.textAsOf(tx.db, key);
      if (count === 0) throw fail('stale', { current: text });
      tx.audit({
        actorId: actor.personId,
        action: 'site_text.set',
        subject: { kind: 'site_text', id: key },
        details: { version: text.version },
      });
      return text;
    });
  }

  /** The browser's id of the call is the id of the report: a repeated call is the same report. */
  async reportsBarrier({ actor, address }: RequestContext, { clientMutationId: id, ...report }: Inputs['reportBarrier']): Promise<true> {
    if (await this.database.prisma.barrierReport.findUnique({ where: { id } })) return true;
    // Signed in, colleagues behind one office's address do not use up each other's reports.
    if (!this.limit.allows(actor?.personId ?? address)) throw fail('rate_limited');
    await this.writes.transact(async (tx) => {
      const { count } = await tx.db.barrierReport.createMany({ data: [{ id, ...report }], skipDuplicates: true });
      if (count > 0) tx.enqueue(barrierReported, { reportId: id });
    });
    return true;
  }

  reports(actor: Actor, { done, ...args }: PageArgs & { done: boolean }): Promise<Page<BarrierReport>> {
    if (!operates(actor)) throw fail('forbidden');
    const where = { doneAt: done ? { not: null } : null };
    return page(
      args,
      [
        { column: 'createdAt', kind: 'instant', direction: 'asc', key: (r) => r.createdAt.toISOString() },
        { column: 'id', kind: 'id', direction: 'asc', key: (r) => r.id },
      ],
      (part) => this.database.prisma.barrierReport.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.barrierReport.count({ where }),
    );
  }

  closesReport(actor: Actor, id: string, done: boolean): Promise<BarrierReport> {
    return this.writes.transact(async (tx) => {
      const { row } = await reportGate.may(tx, actor, 'close', id);
      if (done === (row.doneAt !== null)) return row;
      return tx.db.barrierReport.update({ where: { id: row.id }, data: { doneAt: done ? new Date() : null } });
    });
  }

  private async textAsOf(db: Db, key: SiteTextKey): Promise<SiteText> {
    const own = await db.siteText.findUnique({ where: { key } });
    if (!own) return { key, body: defaultTexts[key](this.config.LAND_NAME), version: 0, updatedAt: defaultTextsFrom.toISOString() };
    return { key, body: own.body, version: own.version, updatedAt: own.updatedAt.toISOString() };
  }
}
