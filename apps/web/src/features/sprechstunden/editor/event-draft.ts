import type { SprechstundeFormat } from '@kollab/contract';
import { limits } from '@kollab/contract/limits';
import { dayEnd, dayOf, formatAppointment } from '../../../lib/dates.ts';
import type { StaleField } from '../../../ui/stale-notice.tsx';
import { formatWords } from '../words.ts';
import type { EventFormFragment } from './documents.generated.ts';
import { momentOf, parseTime, timeOf } from '../../../lib/times.ts';

export type Named = { id: string; title: string; name: string };

/** An event as it is written; what the server wants is made of it by `inputOf`. */
export type EventDraft = {
  seriesId: string;
  format: SprechstundeFormat;
  title: string;
  summary: string;
  /** One a line. */
  topics: string;
  day: string | null;
  start: string;
  end: string;
  /** Only where it lasts longer than a day. */
  lastDay: string | null;
  place: string;
  joinUrl: string;
  registrationUrl: string;
  host: Named | null;
  hostName: string;
  limit: string;
  until: string | null;
  /** The moment that was saved, which need not be the end of a day. */
  untilAt: string | null;
};

export const emptyEvent: EventDraft = {
  seriesId: '',
  format: 'TOPIC',
  title: '',
  summary: '',
  topics: '',
  day: null,
  start: '',
  end: '',
  lastDay: null,
  place: '',
  joinUrl: '',
  registrationUrl: '',
  host: null,
  hostName: '',
  limit: '',
  until: null,
  untilAt: null,
};

export const draftOf = (event: EventFormFragment): EventDraft => ({
  seriesId: event.series?.id ?? '',
  format: event.format,
  title: event.title,
  summary: event.summary,
  topics: event.topics.join('\n'),
  day: dayOf(event.startsAt),
  start: timeOf(event.startsAt),
  end: timeOf(event.endsAt),
  lastDay: dayOf(event.endsAt) === dayOf(event.startsAt) ? null : dayOf(event.endsAt),
  place: event.place,
  joinUrl: event.joinUrl ?? '',
  registrationUrl: event.registrationUrl ?? '',
  host: event.host ? { id: event.host.id, title: event.host.title, name: event.host.name } : null,
  hostName: event.hostName,
  limit: event.limit?.toString() ?? '',
  until: event.registrationUntil ? dayOf(event.registrationUntil) : null,
  untilAt: event.registrationUntil ?? null,
});

const at = (day: string | null, time: string): string => {
  const clock = parseTime(time);
  return day && clock ? momentOf(day, clock) : '';
};
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** When it begins and ends; empty where that is not written yet. */
export const timesOf = ({ day, start, end, lastDay }: Pick<EventDraft, 'day' | 'start' | 'end' | 'lastDay'>) => ({
  startsAt: at(day, start),
  endsAt: at(lastDay ?? day, end),
});

/** Whether one registers elsewhere; then there are no places here to be limited. */
export const registersElsewhere = (draft: EventDraft): boolean => draft.format === 'EXTERNAL' && draft.registrationUrl.trim() !== '';

function deadline({ until, untilAt, day }: EventDraft, startsAt: string): string | null {
  if (!until) return null;
  if (untilAt && dayOf(untilAt) === until) return untilAt;
  return until === day && startsAt ? startsAt : dayEnd(until);
}

export function inputOf(draft: EventDraft, clientMutationId: string) {
  const { startsAt, endsAt } = timesOf(draft);
  const elsewhere = registersElsewhere(draft);
  return {
    clientMutationId,
    seriesId: draft.format === 'EXTERNAL' ? null : orNull(draft.seriesId),
    format: draft.format,
    title: draft.title,
    summary: draft.summary,
    topics: draft.topics.split('\n').flatMap((line) => orNull(line) ?? []),
    startsAt,
    endsAt,
    place: draft.place,
    joinUrl: orNull(draft.joinUrl),
    registrationUrl: elsewhere ? orNull(draft.registrationUrl) : null,
    hostId: draft.host?.id ?? null,
    hostName: draft.host ? '' : draft.hostName,
    limit: elsewhere || draft.limit.trim() === '' ? null : Number(draft.limit),
    registrationUntil: elsewhere ? null : deadline(draft, startsAt),
  };
}

export const eventWords = {
  seriesId: 'Die Reihe lässt sich später nicht mehr ändern.',
  format: 'Eine Veranstaltung anderer gehört zu keiner Reihe.',
  title: `Ein Titel hat ${limits.title.min} bis ${limits.title.max} Zeichen.`,
  summary: 'Höchstens 2.000 Zeichen.',
  topics: `Höchstens 20 Themen, eines je Zeile, jedes mit höchstens ${limits.title.max} Zeichen.`,
  startsAt: 'Nennen Sie Tag und Beginn, zum Beispiel 25.11.2026 und 10:00.',
  endsAt: 'Nennen Sie das Ende, zum Beispiel 11:30.',
  place: `Höchstens ${limits.title.max} Zeichen.`,
  joinUrl: 'Die Adresse beginnt mit https://',
  registrationUrl: 'Die Adresse beginnt mit https://',
  hostId: 'Wählen Sie eine Stelle aus der Liste.',
  hostName: `Höchstens ${limits.title.max} Zeichen.`,
  limit: 'Eine Zahl von 1 bis 10.000, oder leer.',
  registrationUntil: 'Die Anmeldung endet spätestens mit dem Beginn.',
};

const labels = {
  title: 'Titel',
  summary: 'Worum es geht',
  topics: 'Themen',
  place: 'Ort',
  joinUrl: 'Videokonferenz',
  registrationUrl: 'Anmeldung',
  hostName: 'Name der Stelle',
  limit: 'Plätze',
} as const;
const when = (draft: EventDraft): string => {
  const { startsAt, endsAt } = timesOf(draft);
  return startsAt && endsAt ? `${formatAppointment(startsAt)} bis ${formatAppointment(endsAt)}` : '';
};

/** What stands there now and is another than what is written in the form. */
export function differences(mine: EventDraft, theirs: EventDraft, change: (part: Partial<EventDraft>) => void): StaleField[] {
  const field = (label: string, said: string, part: Partial<EventDraft>): StaleField & { same: boolean } => ({
    label,
    theirs: said,
    same: (Object.keys(part) as (keyof EventDraft)[]).every((key) => JSON.stringify(mine[key]) === JSON.stringify(theirs[key])),
    take: () => change(part),
  });
  const { format, day, start, end, lastDay, host, until, untilAt } = theirs;
  return [
    field('Art', formatWords[format], { format }),
    field('Zeit', when(theirs), { day, start, end, lastDay }),
    ...(Object.keys(labels) as (keyof typeof labels)[]).map((key) => field(labels[key], theirs[key], { [key]: theirs[key] })),
    field('Es lädt ein', host?.title ?? '', { host }),
    field('Anmeldung bis', until ?? '', { until, untilAt }),
  ].filter((one) => !one.same);
}
