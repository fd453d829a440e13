import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';

/** Within this time, the group's place in lists "by last movement" is exact enough. */
const exactness = '1 second';

/**
 * Moves a group up in lists. After the write, not in it: each post holds the group's row FOR SHARE, and two of them that
 * went on to change it would wait for each other for ever.
 */
@Injectable()
export class GroupMovement {
  constructor(private readonly database: Database) {}

  async moved(groupId: string): Promise<void> {
    await this.database.pool
      .query({
        name: 'group_moved',
        text: `UPDATE working_group SET last_movement_at = now() WHERE id = $1 AND last_movement_at < now() - interval '${exactness}'`,
        values: [groupId],
      })
      // What was written is written; the next post moves the group.
      .catch(() => undefined);
  }
}
