import { limits } from '@kollab/contract/limits';
import { formatDate, parseDate } from '../../../lib/dates.ts';
import type { StaleField } from '../../../ui/stale-notice.tsx';
import type { SeriesFormFragment } from './documents.generated.ts';
import type { Named } from './event-draft.ts';
import { everyWeek, rhythmOf, rhythmWords, ruleOf, type Rhythm } from './rhythm.ts';
import { parseTime } from '../../../lib/times.ts';

export type SeriesDraft = {
  /** Of a new one: the same number each time it is sent. */
  clientMutationId: string;
  name: string;
  organiser: Named | null;
  rhythm: Rhythm;
  firstDay: string | null;
  startTime: string;
  minutes: string;
  openEvery: string;
  /** A day a line. */
  exceptions: string;
  place: string;
  joinUrl: string;
};

export const emptySeries = (organiser: Named | null): SeriesDraft => ({
  clientMutationId: crypto.randomUUID(),
  name: '',
  organiser,
  rhythm: everyWeek,
  firstDay: null,
  startTime: '10:00',
  minutes: '90',
  openEvery: '3',
  exceptions: '',
  place: '',
  joinUrl: '',
});

export const seriesOf = (series: SeriesFormFragment): SeriesDraft => ({
  clientMutationId: series.id,
  name: series.name,
  organiser: { id: series.organiser.id, title: series.organiser.title, name: series.organiser.name },
  rhythm: rhythmOf(series.rule),
  firstDay: series.firstDay,
  startTime: series.startTime,
  minutes: String(series.minutes),
  openEvery: String(series.openEvery),
  exceptions: series.exceptions.map((day) => formatDate(day)).join('\n'),
  place: series.place,
  joinUrl: series.joinUrl ?? '',
});

export const seriesInput = (draft: SeriesDraft) => ({
  clientMutationId: draft.clientMutationId,
  name: draft.name,
  organiserId: draft.organiser?.id ?? '',
  rule: ruleOf(draft.rhythm),
  firstDay: draft.firstDay ?? '',
  startTime: parseTime(draft.startTime) ?? '',
  minutes: Number(draft.minutes),
  openEvery: Number(draft.openEvery),
  // What is no day goes along as it is, so that it is refused at this field.
  exceptions: draft.exceptions.split('\n').flatMap((line) => (line.trim() === '' ? [] : (parseDate(line) ?? line))),
  place: draft.place,
  joinUrl: draft.joinUrl.trim() === '' ? null : draft.joinUrl.trim(),
});

export const seriesWords = {
  name: `Ein Name hat ${limits.title.min} bis ${limits.title.max} Zeichen.`,
  organiserId: 'Wählen Sie eine Stelle aus der Liste.',
  rule: 'Wählen Sie einen Rhythmus.',
  firstDay: 'Nennen Sie den ersten Tag, zum Beispiel 02.09.2026.',
  startTime: 'Nennen Sie die Uhrzeit, zum Beispiel 10:00.',
  minutes: 'Die Dauer ist eine Zahl von 1 bis 1440.',
  openEvery: 'Eine Zahl von 1 bis 99.',
  exceptions: 'Ein Tag je Zeile, zum Beispiel 23.12.2026.',
  place: `Höchstens ${limits.title.max} Zeichen.`,
  joinUrl: 'Die Adresse beginnt mit https://',
};

const labels = {
  name: 'Name',
  organiser: 'Wer lädt ein?',
  rhythm: 'Rhythmus',
  firstDay: 'Erster Tag',
  startTime: 'Beginn',
  minutes: 'Dauer',
  openEvery: 'Offenes Format',
  exceptions: 'Ausnahmen',
  place: 'Ort',
  joinUrl: 'Videokonferenz',
} as const;
type Part = keyof typeof labels;

export function seriesDifferences(mine: SeriesDraft, theirs: SeriesDraft, change: (part: Partial<SeriesDraft>) => void): StaleField[] {
  const said = (part: Part): string => {
    if (part === 'organiser') return theirs.organiser?.title ?? '';
    return part === 'rhythm' ? rhythmWords(ruleOf(theirs.rhythm)) : (theirs[part] ?? '');
  };
  return (Object.keys(labels) as Part[])
    .filter((part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part]))
    .map((part) => ({ label: labels[part], theirs: said(part), take: () => change({ [part]: theirs[part] }) }));
}
