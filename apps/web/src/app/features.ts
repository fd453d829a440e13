import { absences } from '../features/absences/feature.ts';
import { home } from '../features/home/feature.ts';
import { notifications } from '../features/notifications/feature.ts';
import { organisations } from '../features/organisations/feature.ts';
import { relevance } from '../features/relevance/feature.ts';

/** The line of wiring that a small feature needs on this side. Those with many kinds of pages are put together in pages.ts. */
export const features = [absences, home, notifications, organisations, relevance] as const;
