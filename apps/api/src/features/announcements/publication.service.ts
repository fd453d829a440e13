import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ErrorCode, Inputs } from '@kollab/contract';
import { limits } from '@kollab/contract';
import type { Announcement } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { Fail, fail } from '../../platform/fail.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { announceContact } from '../contacts/index.ts';
import { tellAddressed, tellAnnouncement, tellDesk } from './announce.ts';
import { audienceOf } from './audience.ts';
import { announcementGate } from './gate.ts';
import { announcementPublished, announcementReturned, publishScheduled } from './jobs.ts';
import { leavesOpen } from './outline.ts';
import { writesFor } from './policy.ts';
import { countReached, type Reached } from './reach.service.ts';
import { openComments } from './comments.ts';

/** Publishes drafts, at once or at a time to come. */
@Injectable()
export class PublicationService implements OnModuleInit {
  constructor(
    private readonly writes: Writes,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(publishScheduled, ({ announcementId }) => this.comesDue(announcementId));
  }

  async publish(actor: Actor, { id, version, at, expected }: Inputs['publishAnnouncement']): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const { row } = await announcementGate.may(tx, actor, 'seeReach', id);
      // The client repeats a request whose answer was lost.
      if (row.status !== 'DRAFT' && row.version === version + 1 && row.authorId === actor.personId && !row.withdrawnAt)
        return this.now(tx, row.id);
      if (row.status !== 'DRAFT') throw fail('announcement.state_impossible');
      if (row.version !== version) throw fail('stale', { current: { version: row.version } });
      const now = new Date();
      const publishAt = at ? new Date(at) : null;
      if (publishAt && publishAt <= now) throw fail('announcement.publish_in_past', { fields: ['at'] });
      complete(row, publishAt ?? now);
      if (!publishAt) return this.goesOut(tx, row, actor.personId, now, expected);
      checkReached(row, await countReached(tx.db, row), expected);
      tx.enqueue(publishScheduled, { announcementId: row.id }, publishAt);
      tellAnnouncement(tx, row.id);
      tellDesk(tx, row.officeId);
      return tx.db.announcement.update({
        where: { id: row.id },
        data: { status: 'SCHEDULED', publishAt, authorId: actor.personId, changedAt: now, version: { increment: 1 } },
      });
    });
  }

  async unschedule(actor: Actor, id: string): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const { row } = await announcementGate.may(tx, actor, 'unschedule', id);
      return this.becomesDraft(tx, row, actor.personId);
    });
  }

  /**
   * Run by the worker; publishes once, however often the job runs. An announcement that can no longer be published (its deadline
   * has passed, it reaches nobody, its author may not publish any more) becomes a draft again.
   */
  async comesDue(id: string): Promise<void> {
    try {
      await this.writes.transact(async (tx) => {
        const row = await dueRow(tx, id);
        if (!row) return;
        const rights = await rightsNow(tx.db, { personId: row.authorId });
        if (!writesFor(rights, row.officeId)) throw fail('forbidden');
        const now = new Date();
        complete(row, now);
        await this.goesOut(tx, row, row.authorId, now, null);
      });
    } catch (error) {
      if (!(error instanceof Fail)) throw error;
      await this.returns(id, error.code);
    }
  }

  private async returns(id: string, refusal: ErrorCode): Promise<void> {
    await this.writes.transact(async (tx) => {
      const row = await dueRow(tx, id);
      if (!row) return;
      const draft = await this.becomesDraft(tx, row, row.authorId);
      tx.enqueue(announcementReturned, { announcementId: id, version: draft.version, refusal });
    });
  }

  /** Fixes the audience and publishes; the caller has locked the row. `expected`: how many people the sender saw in the preview. */
  private async goesOut(tx: Tx, row: Announcement, authorId: string, now: Date, expected: number | null): Promise<Announcement> {
    const { sql, values } = audienceOf(row);
    const [fixed] = await tx.db.$queryRawUnsafe<Reached[]>(
      `WITH ${sql},
            o AS (INSERT INTO announcement_organisation (announcement_id, organisation_id) SELECT $7::uuid, id FROM addressed RETURNING 1),
            g AS (INSERT INTO announcement_group (announcement_id, group_id) SELECT DISTINCT $7::uuid, unnest($4::uuid[]) RETURNING 1),
            p AS (INSERT INTO announcement_recipient (announcement_id, person_id) SELECT $7::uuid, person_id FROM reached RETURNING 1)
       SELECT (SELECT count(*)::int FROM o) AS organisations, (SELECT count(*)::int FROM p) AS people, (SELECT count(*)::int FROM g) AS groups`,
      ...values,
      row.id,
    );
    checkReached(row, fixed!, expected);
    const published = await tx.db.announcement.update({
      where: { id: row.id },
      data: { status: 'PUBLISHED', publishedAt: now, publishAt: null, authorId, changedAt: now, version: { increment: 1 } },
    });
    if (row.commentsOpen) await openComments(tx, published);
    if (row.template === 'REACHABILITY')
      await announceContact(tx, row.officeId, {
        topicId: row.contactTopicId,
        name: row.contactName,
        phone: row.contactPhone,
        email: row.contactEmail,
      });
    await tellAddressed(tx, row.id);
    tellDesk(tx, row.officeId);
    tx.audit({
      actorId: authorId,
      action: 'announcement.published',
      subject: { kind: 'announcement', id: row.id },
      details: { title: row.title, officeId: row.officeId, organisations: fixed!.organisations, people: fixed!.people },
    });
    tx.enqueue(announcementPublished, { announcementId: row.id });
    return published;
  }

  private async becomesDraft(tx: Tx, row: Announcement, authorId: string): Promise<Announcement> {
    tellAnnouncement(tx, row.id);
    tellDesk(tx, row.officeId);
    return tx.db.announcement.update({
      where: { id: row.id },
      data: { status: 'DRAFT', publishAt: null, authorId, changedAt: new Date(), version: { increment: 1 } },
    });
  }

  private now(tx: Tx, id: string): Promise<Announcement> {
    return tx.db.announcement.findUniqueOrThrow({ where: { id } });
  }
}

/** Milliseconds by which the worker's clock may lag behind that of the database, which starts the job. */
const clocksDiffer = 60_000;

/** Locks a scheduled announcement whose time has come; null if it is not scheduled any more. */
async function dueRow(tx: Tx, id: string): Promise<Announcement | null> {
  await tx.db.$queryRaw`SELECT FROM announcement WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.db.announcement.findFirst({ where: { id, status: 'SCHEDULED', publishAt: { lte: new Date(Date.now() + clocksDiffer) } } });
}

function checkReached({ asksAcknowledgement }: Announcement, { people, organisations }: Reached, expected: number | null): void {
  if (people === 0) throw fail('announcement.nobody_reached', { fields: ['audience'] });
  if (expected !== null && people !== expected) throw fail('announcement.audience_changed', { current: people });
  if (asksAcknowledgement && organisations === 0) throw fail('announcement.nobody_acknowledges', { fields: ['asksAcknowledgement'] });
}

/** Refuses a draft that is incomplete, or whose dates lie before `at`, when it goes out. */
function complete(row: Announcement, at: Date): void {
  const action = row.kind === 'ACTION';
  const missing = [
    ...(row.title.length < limits.title.min ? ['title'] : []),
    ...(row.summary === '' ? ['summary'] : []),
    ...(action && row.action === '' ? ['action'] : []),
    ...(action && row.dueAt === null ? ['dueAt'] : []),
    ...(row.template === 'REACHABILITY' && row.contactName === '' ? ['contact'] : []),
  ];
  if (missing.length > 0) throw fail('announcement.incomplete', { fields: missing });
  if (row.template && leavesOpen(row.template, row.body)) throw fail('announcement.question_open', { fields: ['body'] });
  if (row.dueAt && row.dueAt <= at) throw fail('announcement.due_in_past', { fields: ['dueAt'] });
  if (row.expiresAt && row.expiresAt <= at) throw fail('announcement.expires_in_past', { fields: ['expiresAt'] });
}
