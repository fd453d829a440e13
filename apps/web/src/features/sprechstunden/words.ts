import type { RegistrationStatus, SprechstundeFormat, SprechstundeLinkKind, WishStatus } from '@kollab/contract';

type Named = { no?: number | null; title: string; series?: { name: string } | null };

/** "28. OZG-Sprechstunde: Gewerbesteuer digital", as mails and calendars call it. */
export const eventLabel = ({ no, title, series }: Named): string =>
  series ? `${no == null ? '' : `${no}. `}${series.name}: ${title}` : title;

/** "28. Gewerbesteuer digital", for the path. */
export const eventShort = ({ no, title }: Named): string => (no == null ? title : `${no}. ${title}`);

export const formatWords: Record<SprechstundeFormat, string> = {
  OPEN: 'offenes Format',
  TOPIC: 'mit Thema',
  EXTERNAL: 'Veranstaltung anderer',
};

export const linkWords: Record<SprechstundeLinkKind, string> = {
  PRESENTATION: 'Präsentation',
  RECORDING: 'Aufzeichnung',
  OTHER: 'Verweis',
};

export const wishWords: Record<WishStatus, string> = {
  OPEN: 'offen',
  PLANNED: 'eingeplant',
  TREATED: 'behandelt',
  MERGED: 'zusammengeführt',
  DECLINED: 'abgelehnt',
  WITHDRAWN: 'zurückgezogen',
};

/** "angemeldet", "auf der Warteliste, Platz 2" */
export function placeWords(status: RegistrationStatus, waitingPlace?: number | null): string {
  if (status !== 'WAITING') return status === 'REGISTERED' ? 'angemeldet' : 'abgemeldet';
  return waitingPlace ? `auf der Warteliste, Platz ${waitingPlace}` : 'auf der Warteliste';
}

type Step = { startsAt: string; minutes: number };
const minute = 60_000;

/** Where an item of the agenda stands at a moment. */
export function stepState({ startsAt, minutes }: Step, now: number): 'done' | 'now' | 'next' {
  const start = Date.parse(startsAt);
  if (now < start) return 'next';
  return now < start + minutes * minute ? 'now' : 'done';
}

/** The moods, from 1 to 5. */
export const moodWords = ['schlecht', 'eher schlecht', 'gemischt', 'eher gut', 'gut'] as const;

/** The file of one event for any calendar. */
export const calendarFile = (id: string): string => `/kalender/sprechstunden/${id}.ics`;
