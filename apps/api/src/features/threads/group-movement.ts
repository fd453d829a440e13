import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';

/** Within this time, the group's place in lists "by last movement" is exact enough. */
const exactness = 1_000;
const remembered = 10_000;

/**
 * Moves a group up in lists. After the write, not in it: each post holds the group's row FOR SHARE, and two of them that
 * went on to change it would wait for each other for ever.
 */
@Injectable()
export class GroupMovement {
  /** When this process last asked for it: a busy group costs one statement a second. */
  private readonly asked = new Map<string, number>();

  constructor(private readonly database: Database) {}

  async moved(groupId: string): Promise<void> {
    const now = Date.now();
    if (now - (this.asked.get(groupId) ?? 0) < exactness) return;
    // Forgotten all at once: then one more question each.
    if (this.asked.size >= remembered) this.asked.clear();
    this.asked.set(groupId, now);
    await this.database.pool
      .query({
        name: 'group_moved',
        text: `UPDATE working_group SET last_movement_at = now() WHERE id = $1 AND last_movement_at < now() - interval '${exactness} milliseconds'`,
        values: [groupId],
      })
      // What was written is written; the next post moves the group.
      .catch(() => undefined);
  }
}
