import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { job, Jobs } from '../../platform/jobs/jobs.ts';
import { gate } from '../../platform/policy/policy.ts';
import { ThreadHooks } from '../threads/index.ts';
import { noticePolicy } from './policy.ts';

const forgetNotices = job('notices.forget');
/** Days for which notices are kept, read ones and all others; the page Datenschutz names them. */
const keptDays = { read: 180, any: 365 };

const noticeGate = gate(noticePolicy, 'read', async (db, _actor, id, lock) => {
  if (lock === 'change') await db.$queryRaw`SELECT FROM notice WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return db.notice.findUnique({ where: { id } });
});

@Injectable()
export class NoticeService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
    private readonly threads: ThreadHooks,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(forgetNotices, () => this.forgets(), '40 3 * * *');
    this.threads.postsRead.push((tx, personId, threadId, upTo) => this.postsRead(tx, personId, threadId, upTo));
  }

  /** Marks as read all unread notices of the thread that the row stood for; marks as unread only this one. */
  async marks(actor: Actor, noticeId: string, read: boolean): Promise<string> {
    return this.writes.transact(async (tx) => {
      const { row } = await noticeGate.may(tx, actor, 'mark', noticeId);
      const { personId, id, threadId } = row;
      const { count } = read
        ? await tx.db.notice.updateMany({
            where: { personId, readAt: null, OR: [{ id }, ...(threadId ? [{ threadId }] : [])] },
            data: { readAt: new Date() },
          })
        : await tx.db.notice.updateMany({ where: { id, readAt: { not: null } }, data: { readAt: null } });
      if (count > 0) tx.announce('notice.changed', personId, { personId });
      return id;
    });
  }

  async marksAll({ personId }: Actor): Promise<void> {
    await this.writes.transact(async (tx) => {
      const { count } = await tx.db.notice.updateMany({ where: { personId, readAt: null }, data: { readAt: new Date() } });
      if (count > 0) tx.announce('notice.changed', personId, { personId });
    });
  }

  /** Reading posts marks their notices as read. */
  private async postsRead(tx: Tx, personId: string, threadId: string, upTo: number): Promise<void> {
    const { count } = await tx.db.notice.updateMany({
      where: { personId, threadId, readAt: null, OR: [{ postNo: null }, { postNo: { lte: upTo } }] },
      data: { readAt: new Date() },
    });
    if (count > 0) tx.announce('notice.changed', personId, { personId });
  }

  private async forgets(): Promise<void> {
    await this.database.pool.query(
      'DELETE FROM notice WHERE read_at < now() - make_interval(days => $1) OR created_at < now() - make_interval(days => $2)',
      [keptDays.read, keptDays.any],
    );
  }
}
