import { Injectable, type OnModuleInit } from '@nestjs/common';
import { berlinShortDate } from '../../platform/berlin.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { acknowledgedFor, addressees, AnnouncementHooks, speaking } from '../announcements/index.ts';
import {
  acknowledgementReminded,
  announcementCorrected,
  announcementPublished,
  announcementReturned,
  announcementWithdrawn,
} from '../announcements/jobs.ts';
import { causeOf } from './description.ts';
import { Notifier, type NewNotice, type Recipient } from './notifier.ts';

/** Recipients of announcement $1 who may still read it, without its author. */
const stillAddressed = `
  WITH told AS (SELECT * FROM announcement WHERE id = $1::uuid)
  SELECT p.id, p.name, p.email FROM announcement_recipient r JOIN person p ON p.id = r.person_id
   WHERE r.announcement_id = $1::uuid AND r.person_id IN (${addressees('told')}) AND p.id <> (SELECT author_id FROM told)`;
/** Of those, the people who may acknowledge for an organisation that has not done so. */
const missing = `${stillAddressed}
   AND EXISTS (SELECT FROM affiliation f JOIN announcement_organisation o ON o.organisation_id = f.organisation_id AND o.announcement_id = $1::uuid
                WHERE f.person_id = p.id AND ${speaking}
                  AND NOT EXISTS (SELECT FROM announcement_acknowledgement k WHERE k.announcement_id = $1::uuid AND k.organisation_id = f.organisation_id))`;

/** To whom $1 went, and who stands in for them: of each one, a notice is found by its cause. */
const whoWasTold = `
  SELECT person_id FROM announcement_recipient WHERE announcement_id = $1::uuid
  UNION SELECT a.deputy_id FROM absence a JOIN announcement_recipient r ON r.person_id = a.person_id WHERE r.announcement_id = $1::uuid`;
const redating = `
  UPDATE notice n SET due_at = $2::timestamptz, detail = $3
   WHERE n.person_id IN (${whoWasTold}) AND n.cause = ANY($4::text[]) AND n.due_at IS DISTINCT FROM $2::timestamptz`;
const settling = `
  UPDATE notice n SET read_at = now() FROM announcement a
   WHERE a.id = $1::uuid AND n.person_id IN (${whoWasTold}) AND n.cause = $2 AND n.read_at IS NULL
     AND (a.status = 'WITHDRAWN' OR ${acknowledgedFor('n.person_id')})
  RETURNING n.person_id AS "personId"`;

/** Notices about announcements, to the people they went to. What changed again before the job ran is told as it is now. */
@Injectable()
export class AnnouncementFacts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly notifier: Notifier,
    private readonly hooks: AnnouncementHooks,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(announcementPublished, ({ announcementId }) => this.published(announcementId));
    this.jobs.handle(announcementCorrected, ({ announcementId, version }) => this.corrected(announcementId, version));
    this.jobs.handle(announcementWithdrawn, ({ announcementId }) => this.withdrawn(announcementId));
    this.jobs.handle(acknowledgementReminded, ({ announcementId }) => this.reminded(announcementId));
    this.jobs.handle(announcementReturned, ({ announcementId, version }) => this.returned(announcementId, version));
    this.hooks.read.push((tx, personId, announcementId) => this.read(tx, personId, announcementId));
    this.hooks.acknowledged.push((tx, announcementId) => this.settles(tx, announcementId));
  }

  private async published(announcementId: string): Promise<void> {
    const found = await this.announcement(announcementId);
    if (found?.status !== 'PUBLISHED') return;
    await this.tells(stillAddressed, found, {
      cause: causeOf('announced', found.id),
      actorName: found.office.name,
      detail: byWhen(found.dueAt),
      dueAt: found.dueAt,
    });
  }

  private async corrected(announcementId: string, version: number): Promise<void> {
    const found = await this.announcement(announcementId);
    const key = { announcementId_version: { announcementId, version } };
    const correction = await this.database.prisma.announcementCorrection.findUnique({ where: key, select: { note: true } });
    if (found?.status !== 'PUBLISHED' || !correction) return;
    await this.isDue(announcementId, found.dueAt);
    const cause = causeOf('announcement_corrected', announcementId, version);
    await this.tells(stillAddressed, found, { cause, actorName: found.office.name, detail: correction.note });
  }

  private async withdrawn(announcementId: string): Promise<void> {
    const found = await this.announcement(announcementId);
    if (found?.status !== 'WITHDRAWN') return;
    await this.isDue(announcementId, null);
    await this.writes.transact((tx) => this.settles(tx, announcementId));
    const cause = causeOf('announcement_withdrawn', announcementId);
    await this.tells(stillAddressed, found, { cause, actorName: found.office.name, detail: found.withdrawalReason });
  }

  private async reminded(announcementId: string): Promise<void> {
    const found = await this.announcement(announcementId);
    if (found?.status !== 'PUBLISHED') return;
    const cause = causeOf('acknowledgement_missing', announcementId);
    await this.tells(missing, found, {
      cause,
      actorName: found.office.name,
      detail: byWhen(found.dueAt),
      dueAt: found.dueAt,
    });
  }

  private async returned(announcementId: string, version: number): Promise<void> {
    const found = await this.announcement(announcementId);
    if (!found) return;
    const { id, name, email } = found.author;
    const notice = { kind: 'ANNOUNCEMENT', cause: causeOf('announcement_returned', announcementId, version), announcementId } as const;
    await this.notifier.tellsEach([{ to: { id, name, email }, notice }]);
  }

  /** Opening an announcement marks its notices as read. */
  private async read(tx: Tx, personId: string, announcementId: string): Promise<void> {
    const unread = { personId, announcementId, threadId: null, readAt: null };
    const { count } = await tx.db.notice.updateMany({ where: unread, data: { readAt: new Date() } });
    if (count > 0) tx.announce('notice.changed', personId, { personId });
  }

  /** What was told of the deadline before says what it is now; null: there is nothing to do any more. */
  private async isDue(announcementId: string, dueAt: Date | null): Promise<void> {
    const causes = [causeOf('announced', announcementId), causeOf('acknowledgement_missing', announcementId)];
    await this.database.pool.query(redating, [announcementId, dueAt, byWhen(dueAt), causes]);
  }

  /** Reminders are done with: whose organisations have acknowledged, and everybody's when it was withdrawn. */
  private async settles(tx: Tx, announcementId: string): Promise<void> {
    const settled = await tx.db.$queryRawUnsafe<{ personId: string }[]>(
      settling,
      announcementId,
      causeOf('acknowledgement_missing', announcementId),
    );
    for (const { personId } of settled) tx.announce('notice.changed', personId, { personId });
  }

  private async tells(
    whom: string,
    { id: announcementId, authorId }: { id: string; authorId: string },
    fact: Pick<NewNotice, 'cause' | 'actorName' | 'detail' | 'dueAt'>,
  ): Promise<void> {
    const { rows } = await this.database.pool.query<Recipient>(whom, [announcementId]);
    const notice = { kind: 'ANNOUNCEMENT', announcementId, ...fact } as const;
    await this.notifier.tellsEach(rows.map((to) => ({ to, notice, by: authorId })));
  }

  private announcement(id: string) {
    return this.database.prisma.announcement.findUnique({ where: { id }, include: { office: true, author: true } });
  }
}

const byWhen = (dueAt: Date | null): string => (dueAt ? `bis ${berlinShortDate(dueAt)}` : '');
