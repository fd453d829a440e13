import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { limits } from '@kollab/contract';
import { Writes } from '../../platform/database/writes.ts';
import { hasPublicCard, type GroupView } from '../working-groups/index.ts';

/** Groups that this process remembers having moved. */
const remembered = 2_000;

type Moved = Pick<GroupView, 'status' | 'visibility' | 'joinPolicy'>;

/**
 * Moves a group up in lists, and tells it. After the write, in a transaction of its own that no writer waits for: each post
 * holds the group's row FOR SHARE, and two of them that went on to change it would wait for each other for ever. A row that
 * somebody holds is passed over, since who still writes in the group moves it afterwards. At once after a pause, and at most
 * every few seconds while a group is busy; the last movement is never forgotten.
 */
@Injectable()
export class GroupMovement implements OnModuleDestroy {
  private readonly log = new Logger('movement');
  private readonly movedAt = new Map<string, number>();
  private readonly timers = new Map<string, { timer: NodeJS.Timeout; at: number }>();
  private readonly moving = new Set<Promise<void>>();

  constructor(private readonly writes: Writes) {}

  moved(groupId: string): void {
    const at = performance.now();
    const waiting = this.timers.get(groupId);
    if (waiting) {
      waiting.at = at;
      return;
    }
    const wait = Math.max(0, (this.movedAt.get(groupId) ?? -limits.movementEvery) + limits.movementEvery - at);
    this.timers.set(groupId, { at, timer: setTimeout(() => this.move(groupId), wait) });
  }

  /** Until everything stands that moved; for tests and the end of the process. */
  async settled(): Promise<void> {
    for (const [groupId, { timer }] of this.timers) {
      clearTimeout(timer);
      this.move(groupId);
    }
    await Promise.all(this.moving);
  }

  private move(groupId: string): void {
    const now = performance.now();
    const ago = (now - (this.timers.get(groupId)?.at ?? now)) / 1000;
    // From here on, a new movement is another one.
    this.timers.delete(groupId);
    if (this.movedAt.size >= remembered) this.movedAt.clear();
    this.movedAt.set(groupId, now);
    const done = this.writes
      .pipelined(async (tx) => {
        const [group] = await tx.db.$queryRawUnsafe<Moved[]>(
          `UPDATE working_group SET last_movement_at = now() - make_interval(secs => $2)
            WHERE id = (SELECT id FROM working_group WHERE id = $1::uuid FOR NO KEY UPDATE SKIP LOCKED)
        RETURNING status, visibility, join_policy AS "joinPolicy"`,
          groupId,
          ago,
        );
        // Who may not see its card must not learn that it is busy; its own people have their notices.
        if (group && hasPublicCard(group)) tx.announce('group.moved', null, { groupId });
      })
      // A list that is a little old is put right by the next movement.
      .catch((error: unknown) => this.log.warn(`moving a group failed: ${(error as Error).message}`))
      .finally(() => this.moving.delete(done));
    this.moving.add(done);
  }

  onModuleDestroy(): Promise<void> {
    return this.settled();
  }
}
