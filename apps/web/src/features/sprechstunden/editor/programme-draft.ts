import type { SprechstundeLinkKind } from '@kollab/contract';
import { limits } from '@kollab/contract/limits';
import type { StaleField } from '../../../ui/stale-notice.tsx';
import type { ProgrammeFormFragment } from './documents.generated.ts';
import type { Named } from './event-draft.ts';
import { same } from '../../../lib/use-edited.ts';

export type ItemDraft = { key: string; id: string | null; title: string; minutes: string; description: string; wished: boolean };
export type SpeakerDraft = {
  key: string;
  id: string | null;
  name: string;
  does: string;
  organisation: Named | null;
  organisationName: string;
  personId: string | null;
  /** The key of an item; empty: the whole event. */
  item: string;
};
export type LinkDraft = { key: string; id: string | null; kind: SprechstundeLinkKind; title: string; url: string; item: string };

/** Agenda, speakers and links as they are written. They point to items by key, so that an item may move. */
export type ProgrammeDraft = { agenda: ItemDraft[]; speakers: SpeakerDraft[]; links: LinkDraft[] };

type Saved = ProgrammeFormFragment;
const itemOf = ({ id, title, minutes, description, wishId }: Saved['agenda'][number]): ItemDraft => ({
  key: id,
  id,
  title,
  minutes: String(minutes),
  description,
  wished: wishId != null,
});
export const programmeOf = ({ agenda, speakers, links }: Saved): ProgrammeDraft => ({
  agenda: agenda.map(itemOf),
  speakers: speakers.map(({ id, name, function: does, organisation, organisationName, person, agendaItemId }) => ({
    key: id,
    id,
    name,
    does,
    organisation: organisation ? { id: organisation.id, title: organisation.title, name: organisation.name } : null,
    organisationName: organisation ? '' : organisationName,
    personId: person?.id ?? null,
    item: agendaItemId ?? '',
  })),
  links: links.map(({ id, kind, title, url, agendaItemId }) => ({ key: id, id, kind, title, url, item: agendaItemId ?? '' })),
});

const key = () => crypto.randomUUID();
export const newItem = (): ItemDraft => ({ key: key(), id: null, title: '', minutes: '15', description: '', wished: false });
export const newSpeaker = (): SpeakerDraft => ({
  key: key(),
  id: null,
  name: '',
  does: '',
  organisation: null,
  organisationName: '',
  personId: null,
  item: '',
});
export const newLink = (): LinkDraft => ({ key: key(), id: null, kind: 'PRESENTATION', title: '', url: '', item: '' });

export function programmeInput({ agenda, speakers, links }: ProgrammeDraft) {
  const place = (item: string): number | null => {
    const index = agenda.findIndex((one) => one.key === item);
    return index < 0 ? null : index;
  };
  return {
    agenda: agenda.map(({ id, title, minutes, description }) => ({ id, title, minutes: Number(minutes), description })),
    speakers: speakers.map(({ id, name, does, organisation, organisationName, personId, item }) => ({
      id,
      name,
      function: does,
      organisationName: organisation ? '' : organisationName,
      organisationId: organisation?.id ?? null,
      personId,
      item: place(item),
    })),
    links: links.map(({ id, kind, title, url, item }) => ({ id, kind, title, url, item: place(item) })),
  };
}

export const programmeWords = {
  'agenda.*.title': 'Jeder Punkt braucht einen Titel.',
  'agenda.*.minutes': 'Die Dauer ist eine Zahl von 1 bis 1440.',
  'agenda.*.description': 'Höchstens 2.000 Zeichen.',
  agenda: 'Höchstens 50 Punkte.',
  'speakers.*.name': 'Jede vortragende Person braucht einen Namen.',
  'speakers.*.function': `Höchstens ${limits.name.max} Zeichen.`,
  'speakers.*.organisationName': `Höchstens ${limits.title.max} Zeichen.`,
  speakers: 'Höchstens 50 Vortragende.',
  'links.*.title': 'Jeder Verweis braucht einen Namen.',
  'links.*.url': 'Die Adresse beginnt mit https://',
  links: 'Höchstens 50 Verweise.',
};

/**
 * Items that were added since one began to write, as by a planned wish, when nothing else was changed: they join what is written.
 * null where there are none, or where more was changed and both versions have to be shown.
 */
export function addedSince(base: ProgrammeDraft, saved: ProgrammeDraft): ItemDraft[] | null {
  const known = new Set(base.agenda.map((item) => item.key));
  const added = saved.agenda.filter((item) => !known.has(item.key));
  const before = { ...saved, agenda: saved.agenda.filter((item) => known.has(item.key)) };
  return added.length > 0 && same(before, base) ? added : null;
}

const lines = {
  agenda: (draft: ProgrammeDraft) => draft.agenda.map(({ title, minutes }) => `${title}, ${minutes} Minuten`),
  speakers: (draft: ProgrammeDraft) =>
    draft.speakers.map(({ name, does, organisation, organisationName }) =>
      [name, does, organisation?.title ?? organisationName].filter(Boolean).join(', '),
    ),
  links: (draft: ProgrammeDraft) => draft.links.map(({ title, url }) => `${title}: ${url}`),
};
const labels = { agenda: 'Ablauf', speakers: 'Vortragende', links: 'Unterlagen' } as const;

export const programmeDifferences = (
  mine: ProgrammeDraft,
  theirs: ProgrammeDraft,
  change: (part: Partial<ProgrammeDraft>) => void,
): StaleField[] =>
  (Object.keys(labels) as (keyof typeof labels)[])
    .filter((part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part]))
    .map((part) => ({
      label: labels[part],
      theirs: lines[part](theirs).join('\n'),
      take: () => change({ [part]: theirs[part] }),
    }));
