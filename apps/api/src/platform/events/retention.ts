import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits } from '@kollab/contract';
import { Sessions } from '../auth/sessions.ts';
import { Database } from '../database/database.ts';
import { job, Jobs } from '../jobs/jobs.ts';

const forgetEvents = job('events.forget');

/** Events are for browsers that were away a moment; whoever was away longer loads afresh. */
@Injectable()
export class Retention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(forgetEvents, () => this.forget(), '17 * * * *');
  }

  private async forget(): Promise<void> {
    await this.database.pool.query(`DELETE FROM event WHERE at < now() - make_interval(hours => $1)`, [limits.eventRetentionHours]);
    await this.sessions.forget();
  }
}
