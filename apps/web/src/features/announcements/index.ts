export { AnnouncementRow } from './announcement-row.tsx';
