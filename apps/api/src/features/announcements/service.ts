import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Announcement } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { tellAddressed, tellAnnouncement } from './announce.ts';
import { openComments } from './comments.ts';
import { announcementGate } from './gate.ts';
import { announcementCorrected, announcementWithdrawn } from './jobs.ts';

const changed = () => ({ changedAt: new Date(), version: { increment: 1 } });

/** What the office does with what it published. The audience stays as it was fixed. */
@Injectable()
export class AnnouncementService {
  constructor(private readonly writes: Writes) {}

  async correct(actor: Actor, input: Inputs['correctAnnouncement']): Promise<Announcement> {
    const { id, version, clientMutationId, note, dueAt, ...texts } = input;
    return this.writes.transact(async (tx) => {
      const { row } = await announcementGate.may(tx, actor, 'seeReach', id);
      const key = { byId_clientMutationId: { byId: actor.personId, clientMutationId } };
      const before = await tx.db.announcementCorrection.findUnique({ where: key, select: { announcementId: true } });
      if (before && before.announcementId !== row.id) throw fail('invalid', { fields: ['clientMutationId'] });
      if (before) return tx.db.announcement.findUniqueOrThrow({ where: { id: row.id } });
      if (row.status !== 'PUBLISHED') throw fail('announcement.state_impossible');
      if (row.version !== version)
        throw fail('stale', {
          current: { version: row.version, title: row.title, summary: row.summary, body: row.body, action: row.action },
        });
      const due = dueAt ? new Date(dueAt) : null;
      if (row.kind === 'ACTION' && (texts.action === '' || due === null))
        throw fail('announcement.incomplete', { fields: [texts.action === '' ? 'action' : 'dueAt'] });
      if (due && due.getTime() !== row.dueAt?.getTime() && due <= new Date()) throw fail('announcement.due_in_past', { fields: ['dueAt'] });
      await tx.db.announcementCorrection.create({
        data: {
          announcementId: row.id,
          version: row.version + 1,
          note,
          title: row.title,
          summary: row.summary,
          body: row.body,
          action: row.action,
          dueAt: row.dueAt,
          links: row.links ?? [],
          byId: actor.personId,
          clientMutationId,
        },
      });
      await tx.db.thread.updateMany({ where: { announcementId: row.id }, data: { title: texts.title } });
      const corrected = await tx.db.announcement.update({ where: { id: row.id }, data: { ...texts, dueAt: due, ...changed() } });
      await tellAddressed(tx, row.id);
      const details = { title: corrected.title, officeId: row.officeId, note };
      tx.audit({ actorId: actor.personId, action: 'announcement.corrected', subject: { kind: 'announcement', id: row.id }, details });
      tx.enqueue(announcementCorrected, { announcementId: row.id, version: corrected.version });
      return corrected;
    });
  }

  async withdraw(actor: Actor, { id, reason }: Inputs['withdrawAnnouncement']): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const { row } = await announcementGate.may(tx, actor, 'withdraw', id);
      const withdrawn = await tx.db.announcement.update({
        where: { id: row.id },
        data: { status: 'WITHDRAWN', withdrawnAt: new Date(), withdrawalReason: reason, pinnedUntil: null, ...changed() },
      });
      await tellAddressed(tx, row.id);
      const details = { title: row.title, officeId: row.officeId, reason };
      tx.audit({ actorId: actor.personId, action: 'announcement.withdrawn', subject: { kind: 'announcement', id: row.id }, details });
      tx.enqueue(announcementWithdrawn, { announcementId: row.id });
      return withdrawn;
    });
  }

  async pin(actor: Actor, { id, until }: Inputs['pinAnnouncement']): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const { row } = await announcementGate.may(tx, actor, 'pin', id);
      const pinnedUntil = until ? new Date(until) : null;
      if (pinnedUntil && pinnedUntil <= new Date()) throw fail('invalid', { fields: ['until'] });
      await tellAddressed(tx, row.id);
      return tx.db.announcement.update({ where: { id: row.id }, data: { pinnedUntil } });
    });
  }

  async setComments(actor: Actor, { id, on }: Inputs['setAnnouncementComments']): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const { row } = await announcementGate.may(tx, actor, 'setComments', id);
      if (on) await openComments(tx, row);
      tellAnnouncement(tx, row.id);
      return tx.db.announcement.update({ where: { id: row.id }, data: { commentsOpen: on } });
    });
  }
}
