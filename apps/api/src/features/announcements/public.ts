import type { Db } from '../../platform/database/database.ts';

/** What everybody may read, also without sign-in. */
export interface PublicAnnouncement {
  id: string;
  title: string;
  summary: string;
  body: string;
  action: string;
  dueAt: Date | null;
  expiresAt: Date | null;
  office: { title: string };
}

/** Those of the given ones that are published and OFFEN, and not withdrawn. The caller decides about expired ones. */
export async function publicAnnouncements(db: Db, ids: readonly string[]): Promise<PublicAnnouncement[]> {
  if (ids.length === 0) return [];
  return db.announcement.findMany({
    where: { id: { in: [...new Set(ids)] }, status: 'PUBLISHED', classification: 'OFFEN' },
    select: {
      id: true,
      title: true,
      summary: true,
      body: true,
      action: true,
      dueAt: true,
      expiresAt: true,
      office: { select: { title: true } },
    },
  });
}
