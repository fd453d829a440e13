import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Draft, WorkingGroup } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { inOrder, perRow } from '../../platform/graphql/loaders.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { groupGate, groupPolicy, groupsById, viewsOf } from '../working-groups/index.ts';
import { postGate, threadGate } from './gate.ts';
import { ThreadRows, type ThreadRow } from './thread-rows.ts';

const announce = (tx: Tx, actor: Actor, key: string): void =>
  tx.announce('draft.changed', actor.personId, { personId: actor.personId, key });

/** Own unsent texts. The same text on two devices is never overwritten silently: each save names what it was written upon. */
@Injectable()
export class DraftService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly threads: ThreadRows,
  ) {}

  one(actor: Actor, key: string): Promise<Draft | null> {
    return this.database.prisma.draft.findUnique({ where: { personId_key: { personId: actor.personId, key } } });
  }

  list(actor: Actor, args: PageArgs): Promise<Page<Draft>> {
    const where = { personId: actor.personId };
    return page(
      args,
      [
        { column: 'updatedAt', kind: 'instant', direction: 'desc', key: (d) => d.updatedAt.toISOString() },
        { column: 'key', kind: 'text', direction: 'asc', key: (d) => d.key },
      ],
      (part) => this.database.prisma.draft.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.draft.count({ where }),
    );
  }

  save(actor: Actor, { key, title, body, version }: Inputs['saveDraft']): Promise<Draft> {
    return this.writes.transact(async (tx) => {
      await assertTarget(tx.db, actor, key);
      const id = { personId: actor.personId, key };
      // One statement decides: of two devices that save upon the same version, one is stale.
      const { count } =
        version === 0
          ? await tx.db.draft.createMany({ data: [{ ...id, title, body }], skipDuplicates: true })
          : await tx.db.draft.updateMany({ where: { ...id, version }, data: { title, body, version: { increment: 1 } } });
      const draft = await tx.db.draft.findUnique({ where: { personId_key: id } });
      if (count === 0 || !draft) throw fail('stale', { current: stored(draft) });
      announce(tx, actor, key);
      return draft;
    });
  }

  discard(actor: Actor, key: string): Promise<boolean> {
    return this.writes.transact(async (tx) => {
      const { count } = await tx.db.draft.deleteMany({ where: { personId: actor.personId, key } });
      if (count > 0) announce(tx, actor, key);
      return count > 0;
    });
  }

  /** Where drafts belong, as far as it can still be read. */
  readonly threadsOf = perRow(async (drafts: Draft[], actor): Promise<(ThreadRow | null)[]> => {
    const ids = await this.threadIds(drafts);
    const found = await this.threads.readable(actor, [...new Set(ids.filter((id) => id !== null))]);
    return inOrder(
      ids,
      found.filter((t) => t !== null),
      (t) => t.id,
    );
  });

  async groupsOf(actor: Actor, drafts: Draft[]): Promise<(WorkingGroup | null)[]> {
    const threads = await this.threadsOf(drafts, actor);
    const ids = drafts.map((d, i) => threads[i]?.groupId ?? (d.key.startsWith('thread:') ? targetOf(d.key) : null));
    const found = (await groupsById(this.database.sql, ids)).filter((group) => group !== null);
    // Who reads the thread, reads its group.
    const known = new Set(threads.map((thread) => thread?.groupId));
    const asked = found.filter((group) => !known.has(group.id));
    const views = await viewsOf(this.database)(asked, actor);
    const closed = new Set(asked.filter((_, i) => groupPolicy.verdict(actor, 'read', views[i]!) !== true));
    return inOrder(
      ids,
      found.filter((group) => !closed.has(group)),
      (group) => group.id,
    );
  }

  private async threadIds(drafts: readonly Draft[]): Promise<(string | null)[]> {
    const edited = drafts.filter((d) => d.key.startsWith('edit:')).map((d) => targetOf(d.key));
    const posts =
      edited.length > 0
        ? await this.database.prisma.post.findMany({ where: { id: { in: edited } }, select: { id: true, threadId: true } })
        : [];
    const ofPost = new Map(posts.map((p) => [p.id, p.threadId]));
    return drafts.map(({ key }) =>
      key.startsWith('thread:') ? null : key.startsWith('edit:') ? (ofPost.get(targetOf(key)) ?? null) : targetOf(key),
    );
  }
}

const targetOf = (key: string): string => key.slice(key.indexOf(':') + 1);
const stored = (draft: Draft | null) => ({ title: draft?.title ?? '', body: draft?.body ?? '', version: draft?.version ?? 0 });

/** A draft belongs to something that its writer reads. */
async function assertTarget(db: Db, actor: Actor, key: string): Promise<void> {
  const id = targetOf(key);
  if (key.startsWith('thread:')) await groupGate.look(db, actor, id, 'read');
  else if (key.startsWith('edit:')) await postGate.look(db, actor, id);
  else await threadGate.look(db, actor, id);
}
