import type { Tx } from '../../platform/database/writes.ts';

/** For everybody who has it open; of a draft, those who write for its office. */
export const tellAnnouncement = (tx: Tx, announcementId: string): void =>
  tx.announce('announcement.changed', announcementId, { announcementId });
/** For those who write for the office: its drafts changed. */
export const tellDesk = (tx: Tx, organisationId: string): void =>
  tx.announce('announcement_desk.changed', organisationId, { organisationId });

/** For all who are addressed, in the rooms of their organisations and groups that they are in anyway: their lists change. */
export async function tellAddressed(tx: Tx, announcementId: string): Promise<void> {
  const where = { announcementId };
  const organisations = await tx.db.announcementOrganisation.findMany({ where, select: { organisationId: true } });
  const groups = await tx.db.announcementGroup.findMany({ where, select: { groupId: true } });
  const rooms = [...organisations.map((o) => `organisation:${o.organisationId}`), ...groups.map((g) => `group:${g.groupId}`)];
  for (const room of rooms) tx.announce('announcements.changed', room, { announcementId });
  tellAnnouncement(tx, announcementId);
}
