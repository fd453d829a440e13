import type { Tx } from '../../platform/database/writes.ts';

/** To who has it open; of a draft, who writes it. */
export const tellAnnouncement = (tx: Tx, announcementId: string): void =>
  tx.announce('announcement.changed', announcementId, { announcementId });
/** To the office's own people: its drafts. */
export const tellDesk = (tx: Tx, organisationId: string): void =>
  tx.announce('announcement_desk.changed', organisationId, { organisationId });

/** To all who are addressed, in the rooms where they are anyway: a list in which it stands is another one now. */
export async function tellAddressed(tx: Tx, announcementId: string): Promise<void> {
  const where = { announcementId };
  const organisations = await tx.db.announcementOrganisation.findMany({ where, select: { organisationId: true } });
  const groups = await tx.db.announcementGroup.findMany({ where, select: { groupId: true } });
  const rooms = [...organisations.map((o) => `organisation:${o.organisationId}`), ...groups.map((g) => `group:${g.groupId}`)];
  for (const room of rooms) tx.announce('announcements.changed', room, { announcementId });
  tellAnnouncement(tx, announcementId);
}
