import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { homeOfGroup } from '../questions/index.ts';
import { groupPolicy } from '../working-groups/index.ts';
import { openingGate, threadGate, type WritableThread } from './gate.ts';
import { GroupMovement } from './group-movement.ts';
import { standWritten } from './jobs.ts';
import { mentionsIn } from './mention-links.ts';
import { MentionService } from './mentions.service.ts';
import { isRepeated, takeDraft, writePost } from './post-writer.ts';
import { ThreadRows, type ThreadRow } from './thread-rows.ts';

/** Of a group: what happens to a question's thread itself, happens to the question. */
const changed = (tx: Tx, { home, id: threadId }: WritableThread): void =>
  tx.announce('thread.changed', home.id, { groupId: home.id, threadId });
/** What somebody else wrote meanwhile, to be shown beside one's own. */
const current = ({ title, stand, version }: WritableThread) => ({ title, stand, version });

@Injectable()
export class ThreadService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly mentions: MentionService,
    private readonly threads: ThreadRows,
    private readonly movement: GroupMovement,
  ) {}

  one(actor: Actor, id: string): Promise<ThreadRow> {
    return this.threads.one(actor, id);
  }

  async open(actor: Actor, input: Inputs['openThread']): Promise<ThreadRow> {
    const before = await this.openedBefore(actor, input.clientMutationId);
    if (before) return this.threads.one(actor, before);
    const targets = mentionsIn(input.body);
    try {
      const id = await this.writes.transact(async (tx) => {
        const { row: group } = await openingGate.may(tx, actor, 'openThread', input.groupId);
        // A question has a thread of its own kind, made with it; a second way to ask would be one nobody answers.
        if (input.kind === 'QUESTION') throw fail('thread.ask_instead');
        await this.mentions.guard(tx.db, actor, group.id, targets, {
          confirmMany: input.confirmMany ?? false,
          mayMany: groupPolicy.verdict(actor, 'lead', group) === true,
        });
        const { clientMutationId, kind, title } = input;
        const thread = await tx.db.thread.create({
          data: { clientMutationId, kind, title, groupId: group.id, openedById: actor.personId },
        });
        await takeDraft(tx, actor, `thread:${group.id}`);
        await writePost(tx, actor, { id: thread.id, home: homeOfGroup(actor, group), lastNo: 0 }, input, targets).written;
        tx.announce('thread.opened', group.id, { groupId: group.id, threadId: thread.id });
        return thread.id;
      });
      this.movement.moved(input.groupId);
      return await this.threads.one(actor, id);
    } catch (error) {
      if (!isRepeated(error)) throw error;
      const first = await this.openedBefore(actor, input.clientMutationId);
      if (!first) throw error;
      return this.threads.one(actor, first);
    }
  }

  pin(actor: Actor, id: string, pinned: boolean): Promise<ThreadRow> {
    return this.set(actor, 'pin', id, 'pinnedAt', pinned);
  }

  close(actor: Actor, id: string, closed: boolean): Promise<ThreadRow> {
    return this.set(actor, 'close', id, 'closedAt', closed);
  }

  async retitle(actor: Actor, { id, version, title }: Inputs['retitleThread']): Promise<ThreadRow> {
    await this.writes.transact(async (tx) => {
      const { row } = await threadGate.may(tx, actor, 'retitle', id);
      if (row.version !== version) throw fail('stale', { current: current(row) });
      if (row.title === title) return;
      await tx.db.thread.update({ where: { id: row.id }, data: { title, version: { increment: 1 } } });
      changed(tx, row);
    });
    return this.threads.one(actor, id);
  }

  /** Where the discussion stands, up to its last post; an empty text takes it away. */
  async writeStand(actor: Actor, { id, version, text }: Inputs['writeStand']): Promise<ThreadRow> {
    await this.writes.transact(async (tx) => {
      const { row } = await threadGate.may(tx, actor, 'writeStand', id);
      if (row.version !== version) throw fail('stale', { current: current(row) });
      const stand = text === '' ? null : { standById: actor.personId, standAt: new Date(), standNo: row.lastNo };
      await tx.db.thread.update({
        where: { id: row.id },
        data: { stand: text, ...(stand ?? { standById: null, standAt: null, standNo: null }), version: { increment: 1 } },
      });
      const key = `stand:${row.id}`;
      const { count } = await tx.db.draft.deleteMany({ where: { personId: actor.personId, key } });
      if (count > 0) tx.announce('draft.changed', actor.personId, { personId: actor.personId, key });
      changed(tx, row);
      if (stand) tx.enqueue(standWritten, { threadId: row.id, personId: actor.personId, version: row.version + 1 });
    });
    return this.threads.one(actor, id);
  }

  private async set(actor: Actor, action: 'pin' | 'close', id: string, column: 'pinnedAt' | 'closedAt', on: boolean): Promise<ThreadRow> {
    await this.writes.transact(async (tx) => {
      const { row } = await threadGate.may(tx, actor, action, id);
      if ((row[column] !== null) === on) return;
      await tx.db.thread.update({ where: { id: row.id }, data: { [column]: on ? new Date() : null, version: { increment: 1 } } });
      changed(tx, row);
    });
    return this.threads.one(actor, id);
  }

  private async openedBefore(actor: Actor, clientMutationId: string): Promise<string | undefined> {
    const where = { openedById_clientMutationId: { openedById: actor.personId, clientMutationId } };
    return (await this.database.prisma.thread.findUnique({ where, select: { id: true } }))?.id;
  }
}
