import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actors } from '../../platform/auth/actors.ts';
import { batchesOf } from '../../platform/batches.ts';
import { berlinDaySql } from '../../platform/berlin.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { job, Jobs } from '../../platform/jobs/jobs.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { awayOn } from '../absences/index.ts';
import { isQuiet, newsDays, usualTimes } from '../mailing/index.ts';
import { byName, NoticeLoaders, NoticeSections } from '../notifications/index.ts';
import { noticesPressing } from '../notifications/jobs.ts';
import { Messages } from './messages.service.ts';
import { PushSender } from './sender.service.ts';

const pushDue = job('push.due');
const batch = 200;

type Candidate = Pick<Notice, 'id' | 'personId' | 'kind' | 'cause' | 'detail' | 'dueAt' | 'questionId' | 'announcementId'> & {
  named: boolean;
  quietFrom: number;
  quietTo: number;
};

/**
 * Notices that may be pushed: unread, not pushed yet, newer than the person's first browser, of $3 (null: all), in the order of
 * their ids. Mentions by name, and all that could stand under Frist; `relevance.ts` decides whether it does. People who are away
 * are told nothing, and of mentions from that time nothing afterwards either.
 */
const candidates = (whom: string): string => `
  SELECT n.id, n.person_id AS "personId", n.kind, n.cause, n.detail, n.due_at AS "dueAt", n.question_id AS "questionId",
         n.announcement_id AS "announcementId", (${byName}) AS named,
         COALESCE(s.quiet_from, $5) AS "quietFrom", COALESCE(s.quiet_to, $6) AS "quietTo"
    FROM (SELECT person_id, min(created_at) AS since FROM push_subscription GROUP BY person_id) d
    JOIN notice n ON n.person_id = d.person_id AND n.created_at >= d.since LEFT JOIN mail_setting s ON s.person_id = n.person_id
   WHERE n.pushed_at IS NULL AND n.read_at IS NULL AND n.id > $2::uuid AND ${whom}
     AND (${byName} AND n.created_at > $1::timestamptz - interval '3 days' OR n.due_at IS NOT NULL OR n.kind IN ('QUESTION', 'ANNOUNCEMENT'))
     AND n.created_at > $1::timestamptz - make_interval(days => $7::int)
     AND NOT ${awayOn('n.person_id', berlinDaySql('$1::timestamptz'))}
     AND (n.due_at IS NOT NULL OR NOT ${awayOn('n.person_id', berlinDaySql('n.created_at'))})
   ORDER BY n.id LIMIT $4`;
/** Two statements: one plan for both would look through all notices for the few that are named. */
const candidatesOf = { name: 'notices_pressing', text: candidates('n.id = ANY($3::uuid[])') };
const candidatesOfAll = { name: 'notices_pressing_all', text: candidates('$3::uuid[] IS NULL') };

/** Decides which notices are pushed to browsers: mentions by name, and what stands under Frist, after quiet hours. */
@Injectable()
export class Pressing implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly actors: Actors,
    private readonly notices: NoticeLoaders,
    private readonly sections: NoticeSections,
    private readonly messages: Messages,
    private readonly sender: PushSender,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(noticesPressing, ({ noticeIds }) => this.tell(noticeIds));
    this.jobs.handle(pushDue, () => this.tell(null), '*/15 * * * *');
  }

  /** null: all that are due by now, because quiet hours ended or a deadline came near. */
  async tell(noticeIds: readonly string[] | null): Promise<void> {
    if (!this.sender.publicKey) return;
    const now = this.clock.now();
    for await (const rows of batchesOf(batch, (after) => this.candidates(noticeIds, now, after))) {
      const loud = rows.filter((notice) => !isQuiet({ ...usualTimes, ...notice }, now));
      const sections = await this.sections.of(loud, now);
      await this.tellThose(
        loud.filter((notice, i) => notice.named || sections[i] === 'FRIST'),
        now,
      );
    }
  }

  private async candidates(noticeIds: readonly string[] | null, now: Date, after: string): Promise<Candidate[]> {
    const { rows } = await this.database.pool.query<Candidate>({
      ...(noticeIds ? candidatesOf : candidatesOfAll),
      values: [now, after, noticeIds, batch, usualTimes.quietFrom, usualTimes.quietTo, newsDays],
    });
    return rows;
  }

  /** Notices of one thread become one message. */
  private async tellThose(pressing: readonly Candidate[], now: Date): Promise<void> {
    const ofPerson = Map.groupBy(pressing, ({ personId }) => personId);
    for (const actor of await this.actors.byIds([...ofPerson.keys()])) {
      const ids = ofPerson.get(actor.personId)!.map(({ id }) => id);
      for (const readable of await this.notices.waiting(actor, { ids }, now)) await this.messages.leave(actor.personId, readable.ids, now);
    }
  }
}
