import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';

/** Within this time, in milliseconds, the group's place in lists "by last movement" is exact enough. */
const exactness = 1_000;
/** Groups that this process remembers having moved. */
const remembered = 2_000;

/**
 * Moves a group up in lists. After the write, not in it: each post holds the group's row FOR SHARE, and two of them that
 * went on to change it would wait for each other for ever. Who still writes in the group moves it afterwards, so a row that
 * somebody holds is passed over; and nobody waits for the disk, since the next post moves the group again.
 */
@Injectable()
export class GroupMovement {
  private readonly movedAt = new Map<string, number>();

  constructor(private readonly database: Database) {}

  async moved(groupId: string): Promise<void> {
    const now = performance.now();
    if (now - (this.movedAt.get(groupId) ?? -exactness) < exactness) return;
    const moved = await this.database.pool
      .query({
        name: 'group_moved',
        text: `UPDATE working_group SET last_movement_at = now() FROM (SELECT set_config('synchronous_commit', 'off', true)) AS hurry
                WHERE id = (SELECT id FROM working_group WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED)`,
        values: [groupId],
      })
      // What was written is written; the next post moves the group.
      .catch(() => undefined);
    if (!moved?.rowCount) return;
    if (this.movedAt.size >= remembered) this.movedAt.clear();
    this.movedAt.set(groupId, now);
  }
}
