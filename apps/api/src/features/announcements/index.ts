export { AnnouncementsModule } from './module.ts';
export { acknowledgedFor, addressees, speaking } from './audience.ts';
export { announcementView, announcementViewsById, besideGate } from './gate.ts';
export { homeOfAnnouncement } from './home.ts';
export { AnnouncementHooks } from './hooks.ts';
export { publicAnnouncements, type PublicAnnouncement } from './public.ts';
export { AnnouncementRows } from './rows.ts';
