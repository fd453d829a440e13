import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { limits } from '@kollab/contract';
import { Writes } from '../../platform/database/writes.ts';
import { hasPublicCard, type GroupView } from '../working-groups/index.ts';

/** Groups that this process remembers having moved. */
const remembered = 2_000;
/** Looks for what moved, at most so often. */
const tick = 1_000;

type Moved = Pick<GroupView, 'id' | 'status' | 'visibility' | 'joinPolicy'>;

/**
 * Moves groups up in lists, and tells it. After the write, in a transaction of its own that no writer waits for: each post
 * holds the group's row FOR SHARE, and two of them that went on to change it would wait for each other for ever. A row that
 * somebody holds is passed over, since who still writes in the group moves it afterwards. At once after a pause, and at most
 * every few seconds while a group is busy; the last movement is never forgotten. All groups in one transaction: they are told
 * in the same room, where one after the other would wait with a connection each.
 */
@Injectable()
export class GroupMovement implements OnModuleDestroy {
  private readonly log = new Logger('movement');
  /** When somebody last wrote in the groups that are to be moved. */
  private readonly waiting = new Map<string, number>();
  private readonly movedAt = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private lastLook = -tick;
  private moving = Promise.resolve();

  constructor(private readonly writes: Writes) {}

  moved(groupId: string): void {
    const now = performance.now();
    this.waiting.set(groupId, now);
    this.lookIn(this.lastLook + tick - now);
  }

  /** Until everything stands that moved; for tests and the end of the process. */
  async settled(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.move([...this.waiting.keys()]);
    await this.moving;
  }

  private lookIn(ms: number): void {
    this.timer ??= setTimeout(() => this.look(), Math.max(0, ms));
  }

  private look(): void {
    this.timer = undefined;
    const now = performance.now();
    this.lastLook = now;
    const paused = (groupId: string) => now - (this.movedAt.get(groupId) ?? -limits.movementEvery) >= limits.movementEvery;
    this.move([...this.waiting.keys()].filter(paused));
    if (this.waiting.size > 0) this.lookIn(tick);
  }

  private move(groupIds: string[]): void {
    if (groupIds.length === 0) return;
    const now = performance.now();
    const agos = groupIds.map((id) => (now - this.waiting.get(id)!) / 1000);
    if (this.movedAt.size >= remembered) this.movedAt.clear();
    for (const id of groupIds) {
      this.movedAt.set(id, now);
      // From here on, a new movement is another one.
      this.waiting.delete(id);
    }
    this.moving = this.moving
      .then(() => this.write(groupIds, agos))
      // A list that is a little old is put right by the next movement.
      .catch((error: unknown) => this.log.warn(`moving groups failed: ${(error as Error).message}`));
  }

  private write(groupIds: readonly string[], agos: readonly number[]): Promise<void> {
    return this.writes.pipelined(async (tx) => {
      const groups = await tx.db.$queryRawUnsafe<Moved[]>(
        `UPDATE working_group SET last_movement_at = now() - make_interval(secs => moved.ago)
           FROM unnest($1::uuid[], $2::float8[]) AS moved(id, ago)
          WHERE working_group.id = moved.id
            AND working_group.id IN (SELECT id FROM working_group WHERE id = ANY($1::uuid[]) FOR NO KEY UPDATE SKIP LOCKED)
      RETURNING working_group.id, status, visibility, join_policy AS "joinPolicy"`,
        groupIds,
        agos,
      );
      // Who may not see its card must not learn that it is busy; its own people have their notices.
      for (const group of groups) if (hasPublicCard(group)) tx.announce('group.moved', null, { groupId: group.id });
    });
  }

  onModuleDestroy(): Promise<void> {
    return this.settled();
  }
}
