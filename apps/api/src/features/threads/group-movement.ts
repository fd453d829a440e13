import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { limits } from '@kollab/contract';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { hasPublicCard, type GroupView } from '../working-groups/index.ts';

/** Within this time, in milliseconds, the group's place in lists "by last movement" is exact enough. */
const exactness = 1_000;
/** Groups that this process remembers having moved. */
const remembered = 2_000;

type Moved = Pick<GroupView, 'status' | 'visibility' | 'joinPolicy'>;

/**
 * Moves a group up in lists. After the write, not in it: each post holds the group's row FOR SHARE, and two of them that
 * went on to change it would wait for each other for ever. Who still writes in the group moves it afterwards, so a row that
 * somebody holds is passed over; and nobody waits for the disk, since the next post moves the group again.
 *
 * Lists hear of it a little later, in a transaction of its own that no writer waits for: at once after a pause, and at most
 * every few seconds while a group is busy. The last movement is always told.
 */
@Injectable()
export class GroupMovement implements OnModuleDestroy {
  private readonly log = new Logger('movement');
  private readonly movedAt = new Map<string, number>();
  private readonly toldAt = new Map<string, number>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly telling = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  async moved(groupId: string): Promise<void> {
    const now = performance.now();
    if (now - (this.movedAt.get(groupId) ?? -exactness) < exactness) return;
    const moved = await this.database.pool
      .query<Moved>({
        name: 'group_moved',
        text: `UPDATE working_group SET last_movement_at = now() FROM (SELECT set_config('synchronous_commit', 'off', true)) AS hurry
                WHERE id = (SELECT id FROM working_group WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED)
            RETURNING status, visibility, join_policy AS "joinPolicy"`,
        values: [groupId],
      })
      // What was written is written; the next post moves the group.
      .catch(() => undefined);
    const [group] = moved?.rows ?? [];
    if (!group) return;
    if (this.movedAt.size >= remembered) this.movedAt.clear();
    this.movedAt.set(groupId, now);
    // Who may not see its card must not learn that it is busy; its own people have their notices.
    if (hasPublicCard(group)) this.tellSoon(groupId);
  }

  /** Until everything is told that was moved; for tests and the end of the process. */
  async settled(): Promise<void> {
    for (const [groupId, timer] of this.timers) {
      clearTimeout(timer);
      this.tell(groupId);
    }
    await Promise.all(this.telling);
  }

  private tellSoon(groupId: string): void {
    if (this.timers.has(groupId)) return;
    const wait = Math.max(0, (this.toldAt.get(groupId) ?? -limits.movementEvery) + limits.movementEvery - performance.now());
    this.timers.set(
      groupId,
      setTimeout(() => this.tell(groupId), wait),
    );
  }

  private tell(groupId: string): void {
    // From here on, a new movement is told anew.
    this.timers.delete(groupId);
    if (this.toldAt.size >= remembered) this.toldAt.clear();
    this.toldAt.set(groupId, performance.now());
    const told = this.writes
      .transact(async (tx) => tx.announce('group.moved', null, { groupId }))
      // A list that is a little old is put right by the next movement.
      .catch((error: unknown) => this.log.warn(`telling a movement failed: ${(error as Error).message}`))
      .finally(() => this.telling.delete(told));
    this.telling.add(told);
  }

  onModuleDestroy(): Promise<void> {
    return this.settled();
  }
}
