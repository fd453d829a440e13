import { Injectable, type OnModuleInit } from '@nestjs/common';
import { berlinShortDate } from '../../platform/berlin.ts';
import { Database } from '../../platform/database/database.ts';
import type { Tx } from '../../platform/database/writes.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { addressees, AnnouncementHooks, speaking } from '../announcements/index.ts';
import {
  acknowledgementReminded,
  announcementCorrected,
  announcementPublished,
  announcementReturned,
  announcementWithdrawn,
} from '../announcements/jobs.ts';
import { causeOf } from './description.ts';
import { Notifier, type NewNotice, type Recipient } from './notifier.ts';

/** Of those to whom $1 went: who may read it at this moment still, and has not published it. */
const stillAddressed = `
  WITH told AS (SELECT * FROM announcement WHERE id = $1::uuid)
  SELECT p.id, p.name, p.email FROM announcement_recipient r JOIN person p ON p.id = r.person_id
   WHERE r.announcement_id = $1::uuid AND r.person_id IN (${addressees('told')}) AND p.id <> (SELECT author_id FROM told)`;
/** Of those: who may acknowledge for an organisation that has not. */
const missing = `${stillAddressed}
   AND EXISTS (SELECT FROM affiliation f JOIN announcement_organisation o ON o.organisation_id = f.organisation_id AND o.announcement_id = $1::uuid
                WHERE f.person_id = p.id AND ${speaking}
                  AND NOT EXISTS (SELECT FROM announcement_acknowledgement k WHERE k.announcement_id = $1::uuid AND k.organisation_id = f.organisation_id))`;

/** What offices announce, told to those it went to. What has changed again before the job ran is told as it is now. */
@Injectable()
export class AnnouncementFacts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
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
    const cause = causeOf('announcement_corrected', announcementId, version);
    await this.tells(stillAddressed, found, { cause, actorName: found.office.name, detail: correction.note });
  }

  private async withdrawn(announcementId: string): Promise<void> {
    const found = await this.announcement(announcementId);
    if (found?.status !== 'WITHDRAWN') return;
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

  /** Who has opened it has read the notices of it. */
  private async read(tx: Tx, personId: string, announcementId: string): Promise<void> {
    const unread = { personId, announcementId, threadId: null, readAt: null };
    const { count } = await tx.db.notice.updateMany({ where: unread, data: { readAt: new Date() } });
    if (count > 0) tx.announce('notice.changed', personId, { personId });
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
