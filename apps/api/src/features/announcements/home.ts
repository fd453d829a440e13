import type { Actor } from '../../platform/auth/actor.ts';
import type { HomeView } from '../questions/index.ts';
import { announcementPolicy, writesFor, type AnnouncementView } from './policy.ts';

/** An announcement as the place of its comments. */
export const homeOfAnnouncement = (actor: Actor, a: AnnouncementView): HomeView => {
  const writes = announcementPolicy.verdict(actor, 'comment', a);
  return {
    kind: 'ANNOUNCEMENT',
    id: a.id,
    room: `announcement:${a.id}`,
    reads: announcementPolicy.verdict(actor, 'read', a) === true,
    writes,
    leads: writesFor(a.rights, a.officeId),
    seatOf: a.seatOf,
    seated: false,
    isPublic: false,
    active: a.status === 'PUBLISHED' || 'announcement.state_impossible',
  };
};
