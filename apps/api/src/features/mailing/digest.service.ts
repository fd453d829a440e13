import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { batchesOf } from '../../platform/batches.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { job, Jobs } from '../../platform/jobs/jobs.ts';
import { Outbox, type Mail } from '../../platform/mail/outbox.ts';
import { awayOn } from '../absences/index.ts';
import { NoticeLoaders } from '../notifications/index.ts';
import { sections, type Section } from '../relevance/index.ts';
import { AtOnce } from './at-once.service.ts';
import { markMailed } from './mailed.ts';
import { renderDigest, type Told } from './render.ts';
import { MailSettings } from './settings.service.ts';
import { dueSlots, newsDays, usualTimes, type DueSlot } from './times.ts';

const mailDue = job('mailing.due');
const forgetSlots = job('mailing.forget');
const batch = 200;

interface Due {
  id: string;
  email: string;
  day: string;
  at: Date;
  since: Date;
}

/**
 * People whose digest is due in one of the slots and who had none that day, in the order of their ids. Left out: no mails wanted,
 * address paused, away that day.
 */
const duePeople = `
  SELECT p.id, p.email, d.day, d.at, COALESCE(s.since, '-infinity') AS since
    FROM jsonb_to_recordset($1::jsonb) AS d(day text, weekday int, hour int, at timestamptz)
   CROSS JOIN person p LEFT JOIN mail_setting s ON s.person_id = p.id
   WHERE p.id > $2::uuid AND p.email <> '' AND COALESCE(s."on", true)
     AND d.hour = COALESCE(s.hour, $4) AND d.weekday = ANY(COALESCE(s.days, $5::int[]))
     AND NOT EXISTS (SELECT FROM digest_slot x WHERE x.person_id = p.id AND x.day = d.day)
     AND NOT EXISTS (SELECT FROM mail_address a WHERE a.address = lower(p.email)) AND NOT ${awayOn('p.id', 'd.day::date')}
   ORDER BY p.id, d.day LIMIT $3`;

/** Everything unread in one mail, on the days and at the hour that each person chose. */
@Injectable()
export class Digests implements OnModuleInit {
  private readonly log = new Logger('digests');

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
    private readonly atOnce: AtOnce,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(mailDue, (_, signal) => this.due(signal), '*/15 * * * *');
    this.jobs.handle(forgetSlots, () => this.forget(), '25 3 * * *');
    this.outbox.compose('digest', (data) => this.written(data as { personId: string; noticeIds: string[] }));
  }

  /** Mails at once go first: what they told is not in the digest. */
  async due(signal: AbortSignal): Promise<void> {
    await this.atOnce.tell(null);
    await this.make(signal);
  }

  /** When one person's digest fails, all others still get theirs; the job then fails and runs again for those left. */
  private async make(signal: AbortSignal): Promise<void> {
    const slots = dueSlots(this.clock.now());
    if (slots.length === 0) return;
    let failed = 0;
    for await (const due of batchesOf(batch, (after) => this.peopleOf(slots, after))) {
      const actors = new Map((await this.actors.byIds(due.map((each) => each.id))).map((actor) => [actor.personId, actor]));
      for (const each of due) {
        const actor = actors.get(each.id);
        if (!actor) continue;
        signal.throwIfAborted();
        await this.makeOne(actor, each).catch((error: unknown) => {
          failed++;
          this.log.error(`a digest could not be made: ${(error as Error).message}`);
        });
      }
    }
    if (failed > 0) throw new Error(`${failed} digests could not be made`);
  }

  private async peopleOf(slots: readonly DueSlot[], after: string): Promise<Due[]> {
    const { rows } = await this.database.pool.query<Due>({
      name: 'digests_due',
      text: duePeople,
      values: [JSON.stringify(slots), after, batch, usualTimes.hour, usualTimes.days],
    });
    return rows;
  }

  /** Slot, mail and marked notices in one transaction. Notices that were read in the meantime are left out. */
  private async makeOne(actor: Actor, { id: personId, email, day, since }: Due): Promise<void> {
    const now = this.clock.now();
    const oldest = new Date(now.getTime() - newsDays * 86_400_000);
    const waiting = await this.notices.waiting(actor, { after: since > oldest ? since : oldest, until: now }, now);
    const slot = { data: [{ personId, day, at: now, notices: 0 }], skipDuplicates: true };
    if (waiting.length === 0) {
      await this.database.prisma.digestSlot.createMany(slot);
      return;
    }
    await this.writes.transact(async (tx) => {
      const { count } = await tx.db.digestSlot.createMany(slot);
      if (count === 0) return;
      const noticeIds = await markMailed(
        tx,
        waiting.flatMap(({ ids }) => ids),
        now,
      );
      if (noticeIds.length === 0) return;
      await tx.db.digestSlot.update({ where: { personId_day: { personId, day } }, data: { notices: noticeIds.length } });
      await this.outbox.postComposed(tx, `digest:${personId}:${day}`, email, 'digest', { personId, noticeIds });
    });
  }

  /** Written when it is sent: what has been read by then, or may no longer be read, is not in it. */
  private async written({ personId, noticeIds }: { personId: string; noticeIds: string[] }): Promise<Mail | null> {
    const [actor, { on }] = await Promise.all([this.actors.byId(personId), this.settings.of(personId)]);
    if (!actor || !on) return null;
    const waiting = await this.notices.waiting(actor, { ids: noticeIds }, this.clock.now());
    if (waiting.length === 0) return null;
    const told = Object.fromEntries(sections.map((section): [Section, Told[]] => [section, []])) as Record<Section, Told[]>;
    for (const notice of waiting) told[notice.section].push(notice);
    return renderDigest(told, { ...this.config, name: actor.name, offToken: await this.settings.offTokenOf(personId) });
  }

  private async forget(): Promise<void> {
    await this.database.pool.query(`DELETE FROM digest_slot WHERE at < now() - interval '90 days'`);
  }
}
