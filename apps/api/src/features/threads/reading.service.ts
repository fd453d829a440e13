import { Injectable } from '@nestjs/common';
import type { FollowLevel, Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { cursorKeys, pageSize, toPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { threadGate } from './gate.ts';
import { ThreadHooks } from './hooks.ts';
import { ThreadRows, type ThreadRow } from './thread-rows.ts';

/** What concerns one reader alone: up to where they have read, and what they want to hear of. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly threads: ThreadRows,
    private readonly hooks: ThreadHooks,
  ) {}

  /** Never backwards, and never beyond the last post: two devices that report late do no harm. */
  async markRead(actor: Actor, { threadId, no }: Inputs['markRead']): Promise<ThreadRow> {
    await this.writes.transact(async (tx) => {
      const thread = await threadGate.look(tx.db, actor, threadId);
      const readNo = Math.min(no, thread.lastNo);
      const moved = await tx.db.$executeRaw`
        INSERT INTO read_state (person_id, thread_id, read_no) VALUES (${actor.personId}::uuid, ${thread.id}::uuid, ${readNo})
        ON CONFLICT (person_id, thread_id) DO UPDATE SET read_no = EXCLUDED.read_no, at = now() WHERE read_state.read_no < EXCLUDED.read_no`;
      if (moved > 0) tx.announce('read_state.changed', actor.personId, { personId: actor.personId, threadId: thread.id, readNo });
      for (const read of this.hooks.postsRead) await read(tx, actor.personId, thread.id, readNo);
    });
    return this.threads.one(actor, threadId);
  }

  /** null: as the group. */
  async follow(actor: Actor, threadId: string, level: FollowLevel | null): Promise<ThreadRow> {
    await this.writes.transact(async (tx) => {
      const { id } = await threadGate.look(tx.db, actor, threadId);
      const key = { personId: actor.personId, threadId: id };
      if (level === null) await tx.db.threadFollow.deleteMany({ where: key });
      else await tx.db.threadFollow.upsert({ where: { personId_threadId: key }, create: { ...key, level }, update: { level } });
      tx.announce('follows.changed', actor.personId, { personId: actor.personId });
    });
    return this.threads.one(actor, threadId);
  }

  /**
   * Where somebody has chosen a level, the latest thread first. They set each of them by hand, so all are read: what may be read is
   * said by the one rule for threads wherever they stand, and the count follows it.
   */
  async followed(actor: Actor, { first, after }: PageArgs): Promise<Page<ThreadRow>> {
    const keys = cursorKeys(after, ['id']);
    const take = pageSize(first);
    const chosen = await this.database.prisma.threadFollow.findMany({
      where: { personId: actor.personId },
      orderBy: { threadId: 'desc' },
      select: { threadId: true },
    });
    const ids = chosen.map(({ threadId }) => threadId);
    const rows = (await this.threads.readable(actor, ids)).filter((row) => row !== null);
    const rest = keys ? rows.filter(({ id }) => id < String(keys[0])) : rows;
    return toPage(rest.slice(0, take + 1), take, rows.length, ({ id }) => [id], !!after);
  }
}
