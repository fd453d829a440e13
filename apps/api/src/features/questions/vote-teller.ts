import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { limits } from '@kollab/contract';
import { Database } from '../../platform/database/database.ts';
import { inTurn } from '../../platform/database/statements.ts';
import { Writes } from '../../platform/database/writes.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { homeIn, roomOfHome, type HomeReference } from './homes.ts';
import { tellVotes } from './jobs.ts';

interface Told extends HomeReference {
  id: string;
  told: number;
  /** Milliseconds until the next event of this question is due, by the database's clock. */
  wait: number;
}

/**
 * Votes commit alone; their count follows, at most twice a second and question, whichever instances took them. Each vote
 * asks to tell after its commit, and telling reads the count under the question's lock: so the last vote is always in it.
 */
@Injectable()
export class VoteTeller implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('votes');
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly telling = new Set<Promise<void>>();
  private closing = false;

  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(tellVotes, () => this.catchUp(), '*/5 * * * *');
  }

  /** Soon: now, or when the question's half second is over. */
  moved(questionId: string, wait = 0): void {
    if (this.timers.has(questionId) || this.closing) return;
    this.timers.set(
      questionId,
      setTimeout(() => {
        // From here on, a new vote asks for a new look.
        this.timers.delete(questionId);
        const told = this.tell(questionId).finally(() => this.telling.delete(told));
        this.telling.add(told);
      }, wait),
    );
  }

  /** Until everything is told that was asked for; for tests and the end of the process. */
  async settled(): Promise<void> {
    while (this.timers.size > 0 || this.telling.size > 0) {
      await Promise.all(this.telling);
      if (this.timers.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private async tell(questionId: string): Promise<void> {
    try {
      const wait = await this.tellNow(questionId);
      if (wait > 0) this.moved(questionId, wait);
    } catch (error) {
      this.log.warn(`telling votes failed: ${(error as Error).message}`);
      this.moved(questionId, limits.votesEvery);
    }
  }

  /** Answers with the milliseconds to wait when the last event is too young. */
  private tellNow(questionId: string): Promise<number> {
    return this.writes.pipelined(async (tx) => {
      const locked = () =>
        tx.db.$queryRawUnsafe<Told[]>(
          `SELECT id, group_id AS "groupId", sprechstunde_id AS "sprechstundeId", vote_count AS told,
                COALESCE(ceil(${limits.votesEvery} - extract(epoch FROM clock_timestamp() - votes_told_at) * 1000), 0)::int AS wait
           FROM question WHERE id = $1::uuid FOR NO KEY UPDATE`,
          questionId,
        );
      const votes = () =>
        tx.db.$queryRawUnsafe<{ voteCount: number }[]>(
          `SELECT count(*)::int AS "voteCount" FROM question_vote WHERE question_id = $1::uuid`,
          questionId,
        );
      const [[question], [counted]] = await inTurn(tx.db, locked, votes);
      if (!question) return 0;
      const { voteCount } = counted!;
      // Another instance was quicker.
      if (voteCount === question.told) return 0;
      if (question.wait > 0) return question.wait;
      await tx.db.$executeRawUnsafe(
        `UPDATE question SET vote_count = $2::int, votes_told_at = clock_timestamp() WHERE id = $1::uuid`,
        questionId,
        voteCount,
      );
      tx.announce('question.voted', roomOfHome(question), { homeId: homeIn(question).id, questionId, voteCount });
      return 0;
    });
  }

  /** What an instance left untold when it ended in the middle. */
  private async catchUp(): Promise<void> {
    const { rows } = await this.database.pool.query<{ id: string }>({
      name: 'votes_untold',
      text: `SELECT q.id FROM question q LEFT JOIN (SELECT question_id, count(*)::int AS votes FROM question_vote GROUP BY 1) v ON v.question_id = q.id
              WHERE q.vote_count <> COALESCE(v.votes, 0)`,
    });
    for (const { id } of rows) this.moved(id);
    await this.settled();
  }

  async onModuleDestroy(): Promise<void> {
    for (const questionId of this.timers.keys()) clearTimeout(this.timers.get(questionId));
    const untold = [...this.timers.keys()];
    this.timers.clear();
    this.closing = true;
    await Promise.all([...this.telling, ...untold.map((id) => this.tell(id))]);
  }
}
