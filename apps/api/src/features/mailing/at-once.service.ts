import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { limits } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { batchesOf } from '../../platform/batches.ts';
import { berlinDaySql } from '../../platform/berlin.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Outbox, type Mail } from '../../platform/mail/outbox.ts';
import { awayOn } from '../absences/index.ts';
import { NoticeLoaders } from '../notifications/index.ts';
import { noticesTold } from '../notifications/jobs.ts';
import { hurries, subjectOf } from './hurry.ts';
import { markMailed } from './mailed.ts';
import { renderAtOnce } from './render.ts';
import { MailSettings } from './settings.service.ts';
import { isQuiet, newsDays, usualTimes, type MailTimes } from './times.ts';

const batch = 200;

interface Hurried extends MailTimes {
  id: string;
  personId: string;
  email: string;
}

/**
 * Notices for which a mail goes out at once: unread, in no mail yet, of $4 (null: all), in the order of their ids. A mention or
 * an answer that could not be mailed for three days waits for the digest; a deadline is never too old. People who are away get no
 * mail. What came while they were away is in the next digest, unless its deadline is near.
 */
const hurried = (whom: string): string => `
  SELECT n.id, n.person_id AS "personId", p.email, COALESCE(s."on", true) AS "on",
         COALESCE(s.quiet_from, $6) AS "quietFrom", COALESCE(s.quiet_to, $7) AS "quietTo"
    FROM notice n JOIN person p ON p.id = n.person_id LEFT JOIN mail_setting s ON s.person_id = p.id
   WHERE n.mailed_at IS NULL AND n.read_at IS NULL AND n.id > $3::uuid AND ${whom} AND ${hurries}
     AND n.created_at > $1::timestamptz - CASE WHEN n.due_at IS NULL THEN interval '3 days' ELSE make_interval(days => $8::int) END
     AND n.created_at > COALESCE(s.since, '-infinity') AND p.email <> '' AND COALESCE(s."on", true)
     AND NOT EXISTS (SELECT FROM mail_address a WHERE a.address = lower(p.email))
     AND NOT ${awayOn('p.id', berlinDaySql('$1::timestamptz'))}
     AND (n.due_at IS NOT NULL OR NOT ${awayOn('p.id', berlinDaySql('n.created_at'))})
   ORDER BY n.id LIMIT $5`;
/** Two statements: one plan for both would look through all notices for the few that are named. */
const hurriedOf = { name: 'notices_hurried', text: hurried('n.id = ANY($4::uuid[])') };
const hurriedOfAll = { name: 'notices_hurried_all', text: hurried('$4::uuid[] IS NULL') };

/** Mails that do not wait for the digest, only for the end of the recipient's quiet hours. */
@Injectable()
export class AtOnce implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly actors: Actors,
    private readonly notices: NoticeLoaders,
    private readonly settings: MailSettings,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(noticesTold, ({ noticeIds }) => this.tell(noticeIds));
    this.outbox.compose('at-once', (data) => this.written(data as { personId: string; noticeId: string }));
  }

  /** null: all that are due by now, because quiet hours ended or a deadline came near. */
  async tell(noticeIds: readonly string[] | null): Promise<void> {
    const now = this.clock.now();
    for await (const rows of batchesOf(batch, (after) => this.hurried(noticeIds, now, after))) {
      const loud = rows.filter((notice) => !isQuiet(notice, now));
      const actors = new Map((await this.actors.byIds(loud.map((n) => n.personId))).map((actor) => [actor.personId, actor]));
      for (const notice of loud) {
        const actor = actors.get(notice.personId);
        if (actor) await this.tellOne(actor, notice, now);
      }
    }
  }

  private async hurried(noticeIds: readonly string[] | null, now: Date, after: string): Promise<Hurried[]> {
    const { rows } = await this.database.pool.query<Hurried>({
      ...(noticeIds ? hurriedOf : hurriedOfAll),
      values: [now, limits.urgentHours, after, noticeIds, batch, usualTimes.quietFrom, usualTimes.quietTo, newsDays],
    });
    return rows;
  }

  private async tellOne(actor: Actor, { id: noticeId, personId, email }: Hurried, now: Date): Promise<void> {
    if ((await this.notices.waiting(actor, { ids: [noticeId] }, this.clock.now())).length === 0) return;
    await this.writes.transact(async (tx) => {
      const [mine] = await markMailed(tx, [noticeId], now);
      if (mine) await this.outbox.postComposed(tx, `notice:${noticeId}`, email, 'at-once', { personId, noticeId });
    });
  }

  private async written({ personId, noticeId }: { personId: string; noticeId: string }): Promise<Mail | null> {
    const [actor, { on }] = await Promise.all([this.actors.byId(personId), this.settings.of(personId)]);
    if (!actor || !on) return null;
    const [notice] = await this.notices.waiting(actor, { ids: [noticeId] }, this.clock.now());
    if (!notice) return null;
    const offToken = await this.settings.offTokenOf(personId);
    return renderAtOnce(subjectOf(notice), notice, { ...this.config, name: actor.name, offToken });
  }
}
