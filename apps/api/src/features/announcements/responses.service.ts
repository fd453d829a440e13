import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Announcement } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes } from '../../platform/database/writes.ts';
import { Rooms } from '../../platform/events/rooms.ts';
import { fail } from '../../platform/fail.ts';
import { Database } from '../../platform/database/database.ts';
import { tellAnnouncement } from './announce.ts';
import { announcementGate, announcementView, besideGate } from './gate.ts';
import { AnnouncementHooks } from './hooks.ts';
import { acknowledgementReminded } from './jobs.ts';
import { announcementPolicy, mayAcknowledge } from './policy.ts';

/** Acknowledging and reading by those addressed, and the office's reminder. */
@Injectable()
export class ResponseService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly hooks: AnnouncementHooks,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.rooms.register('announcement', async (actor, id) => {
      const view = await announcementView(this.database.sql, actor, id, 'none');
      return view !== null && announcementPolicy.verdict(actor, 'read', view) === true && ((await this.lastsUntil(actor, id)) ?? true);
    });
  }

  /** One acknowledgement for each organisation. Anybody who speaks for it gives it, and takes it back until the deadline. */
  async acknowledge(actor: Actor, { id, organisationId, on }: Inputs['acknowledgeAnnouncement']): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const { row } = await besideGate.may(tx, actor, 'acknowledge', id);
      const place = { announcementId_organisationId: { announcementId: row.id, organisationId } };
      if (!mayAcknowledge(row.rights, organisationId) || !(await tx.db.announcementOrganisation.findUnique({ where: place })))
        throw fail('forbidden');
      const given = { announcementId: row.id, organisationId };
      const { count } = on
        ? await tx.db.announcementAcknowledgement.createMany({ data: [{ ...given, personId: actor.personId }], skipDuplicates: true })
        : await tx.db.announcementAcknowledgement.deleteMany({ where: given });
      if (count > 0) {
        tx.announce('announcement.acknowledged', row.id, { announcementId: row.id });
        if (on) for (const acknowledged of this.hooks.acknowledged) await acknowledged(tx, row.id);
      }
      return tx.db.announcement.findUniqueOrThrow({ where: { id: row.id } });
    });
  }

  /** Once for each announcement, to the organisations that have not acknowledged. */
  async remind(actor: Actor, id: string): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const { row } = await announcementGate.may(tx, actor, 'remind', id);
      const asked = await tx.db.announcementOrganisation.count({ where: { announcementId: row.id } });
      const missing = asked - (await tx.db.announcementAcknowledgement.count({ where: { announcementId: row.id } }));
      if (missing === 0) throw fail('announcement.nobody_missing');
      tellAnnouncement(tx, row.id);
      const details = { title: row.title, officeId: row.officeId, missing };
      tx.audit({ actorId: actor.personId, action: 'announcement.reminded', subject: { kind: 'announcement', id: row.id }, details });
      tx.enqueue(acknowledgementReminded, { announcementId: row.id });
      return tx.db.announcement.update({ where: { id: row.id }, data: { remindedAt: new Date() } });
    });
  }

  async markRead(actor: Actor, id: string): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const row = await announcementGate.look(tx.db, actor, id);
      const { personId } = actor;
      const { count } = await tx.db.announcementRead.createMany({ data: [{ personId, announcementId: row.id }], skipDuplicates: true });
      if (count > 0) tx.announce('announcement_read.changed', personId, { personId, announcementId: row.id });
      for (const read of this.hooks.read) await read(tx, personId, row.id);
      return row;
    });
  }

  /** Until when somebody without an affiliation, a guest, hears of it: until their last seat ends. null: without end. */
  private async lastsUntil({ personId, affiliations }: Actor, id: string): Promise<Date | null> {
    if (affiliations.length > 0) return null;
    const seats = await this.database.prisma.groupMembership.findMany({
      where: { personId, status: 'ACTIVE', group: { announcements: { some: { announcementId: id } } } },
      select: { until: true },
    });
    const ends = seats.map((seat) => seat.until);
    return ends.length === 0 || ends.includes(null) ? null : ends.reduce((a, b) => (a! > b! ? a : b));
  }
}
