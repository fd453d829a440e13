/** What others may use of this feature. */
export { MailingModule } from './module.ts';
export { MailSettings } from './settings.service.ts';
export { isQuiet, newsDays, usualTimes } from './times.ts';
