import { Injectable } from '@nestjs/common';
import { isInsider, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';

export interface AnswerTimesRow {
  quarter: string;
  asked: number;
  answered: number;
  medianDaysToFirstAnswer: number | null;
  medianDaysToOfficialAnswer: number | null;
}

/** How long answers took, by the quarter of asking (N90). Of questions; no person stands in it. */
@Injectable()
export class AnswerTimes {
  constructor(private readonly database: Database) {}

  async ofQuarters(actor: Actor): Promise<AnswerTimesRow[]> {
    if (!isInsider(actor)) throw fail('forbidden');
    const days = (column: string) =>
      `round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${column} - created_at) / 86400))::numeric, 1)::float8`;
    const { rows } = await this.database.pool.query<AnswerTimesRow>({
      name: 'answer_times',
      text: `WITH q AS (
               SELECT date_trunc('quarter', created_at AT TIME ZONE 'Europe/Berlin') AS quarter, created_at, official_answer_at,
                      LEAST(official_answer_at, (SELECT min(p.created_at) FROM thread t JOIN post p ON p.thread_id = t.id
                                                  WHERE t.question_id = question.id AND p.author_id IS DISTINCT FROM question.author_id)) AS first_answer_at
                 FROM question WHERE state NOT IN ('WITHDRAWN', 'MERGED') AND hidden_at IS NULL
             )
             SELECT to_char(quarter, 'YYYY"-Q"Q') AS quarter, count(*)::int AS asked, count(official_answer_at)::int AS answered,
                    ${days('first_answer_at')} AS "medianDaysToFirstAnswer", ${days('official_answer_at')} AS "medianDaysToOfficialAnswer"
               FROM q GROUP BY q.quarter ORDER BY q.quarter DESC LIMIT 8`,
    });
    return rows;
  }
}
