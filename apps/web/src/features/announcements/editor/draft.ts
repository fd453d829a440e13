import { limits } from '@kollab/contract/limits';
import type { AnnouncementKind, Classification, OrganisationKind, OrganisationRole } from '../../../generated/schema.ts';
import { dayEnd, dayOf, formatDate } from '../../../lib/dates.ts';
import { momentOf, parseTime, timeOf } from '../../../lib/times.ts';
import type { StaleField } from '../../../ui/stale-notice.tsx';
import { classificationWords, dueWords, kindWords } from '../words.ts';
import { audienceWords } from './audience-words.ts';
import type { AnnouncementFormFragment } from './documents.generated.ts';

export type Named = { id: string; name: string };
/** Whom it is for, with the names that stand in the field. */
export type AudienceDraft = {
  kinds: OrganisationKind[];
  kreise: Named[];
  organisations: Named[];
  groups: Named[];
  roles: OrganisationRole[];
  except: Named[];
};
export type LinkDraft = { title: string; url: string };
export type ContactDraft = { topicId: string; name: string; phone: string; email: string };

/** An announcement as it is written; what the server wants is made of it by `inputOf`. */
export type Draft = {
  kind: AnnouncementKind;
  classification: Classification;
  title: string;
  summary: string;
  body: string;
  action: string;
  dueDay: string | null;
  /** Empty: the end of the day. */
  dueTime: string;
  topicIds: string[];
  links: LinkDraft[];
  audience: AudienceDraft;
  expiresDay: string | null;
  asksAcknowledgement: boolean;
  commentsOpen: boolean;
  contact: ContactDraft;
};

const nameOf = ({ id, title }: { id: string; title: string }): Named => ({ id, name: title });
const groupOf = ({ id, number, name }: { id: string; number?: number | null; name: string }): Named => ({
  id,
  name: number ? `AG ${number} ${name}` : name,
});
const endOfDay = '23:59';

export const draftOf = (saved: AnnouncementFormFragment): Draft => ({
  kind: saved.kind,
  classification: saved.classification,
  title: saved.title,
  summary: saved.summary,
  body: saved.body,
  action: saved.action,
  ...dueOf(saved.dueAt ?? null),
  topicIds: saved.topics.map(({ id }) => id),
  links: saved.links.map(({ title, url }) => ({ title, url })),
  audience: {
    kinds: [...saved.audience.kinds],
    kreise: saved.audience.kreise.map(nameOf),
    organisations: saved.audience.organisations.map(nameOf),
    groups: saved.audience.groups.map(groupOf),
    roles: [...saved.audience.roles],
    except: saved.audience.except.map(nameOf),
  },
  expiresDay: saved.expiresAt ? dayOf(saved.expiresAt) : null,
  asksAcknowledgement: saved.asksAcknowledgement,
  commentsOpen: saved.commentsOpen,
  contact: {
    topicId: saved.contact?.topic?.id ?? '',
    name: saved.contact?.name ?? '',
    phone: saved.contact?.phone ?? '',
    email: saved.contact?.email ?? '',
  },
});

/** A deadline as its two fields. */
export const dueOf = (dueAt: string | null): Pick<Draft, 'dueDay' | 'dueTime'> => ({
  dueDay: dueAt ? dayOf(dueAt) : null,
  dueTime: dueAt && timeOf(dueAt) !== endOfDay ? timeOf(dueAt) : '',
});

/** The deadline as the server takes it; null while the day or a written time is none. */
export function dueAtOf({ dueDay, dueTime }: Pick<Draft, 'dueDay' | 'dueTime'>): string | null {
  if (!dueDay) return null;
  if (dueTime.trim() === '') return dayEnd(dueDay);
  const time = parseTime(dueTime);
  return time && momentOf(dueDay, time);
}

const ids = (all: readonly Named[]): string[] => all.map(({ id }) => id);
export const audienceInputOf = ({ kinds, kreise, organisations, groups, roles, except }: AudienceDraft) => ({
  kinds,
  kreisIds: ids(kreise),
  organisationIds: ids(organisations),
  groupIds: ids(groups),
  roles,
  exceptIds: ids(except),
});

/** Nobody is chosen yet: roles and exceptions only narrow. */
export const isEmptyAudience = ({ kinds, kreise, organisations, groups }: AudienceDraft): boolean =>
  kinds.length + kreise.length + organisations.length + groups.length === 0;

const isWhole = ({ title, url }: LinkDraft): boolean => title.trim() !== '' && /^https?:\/\/\S+\.\S+/.test(url.trim());
const isAddress = (email: string): boolean => /^\S+@\S+\.\S+$/.test(email.trim());
const isBegun = ({ title, url }: LinkDraft): boolean => title.trim() !== '' || url.trim() !== '';

/** What is saved while one writes: half a link waits in this tab until it is a whole one. */
export const inputOf = (draft: Draft, saved: { template?: string | null }) => ({
  kind: draft.kind,
  classification: draft.classification,
  title: draft.title,
  summary: draft.summary,
  body: draft.body,
  action: draft.kind === 'ACTION' ? draft.action : '',
  dueAt: dueAtOf(draft),
  topicIds: draft.topicIds,
  links: draft.links.filter(isWhole).map(({ title, url }) => ({ title: title.trim(), url: url.trim() })),
  audience: audienceInputOf(draft.audience),
  expiresAt: draft.expiresDay && dayEnd(draft.expiresDay),
  asksAcknowledgement: draft.asksAcknowledgement,
  commentsOpen: draft.commentsOpen,
  contact:
    saved.template === 'REACHABILITY' && draft.contact.name.trim() !== ''
      ? {
          ...draft.contact,
          email: isAddress(draft.contact.email) ? draft.contact.email.trim() : '',
          topicId: draft.contact.topicId || null,
        }
      : null,
});

export const words: Record<string, string> = {
  title: `Eine Überschrift hat ${limits.title.min} bis ${limits.title.max} Zeichen.`,
  summary: `Sagen Sie in einem Satz, was das für die Kommune heißt. Höchstens ${limits.sentence.max} Zeichen.`,
  body: `Höchstens ${limits.announcement.body.max.toLocaleString('de-DE')} Zeichen.`,
  action: `Sagen Sie in einer Zeile, was zu tun ist. Höchstens ${limits.sentence.max} Zeichen.`,
  dueAt: 'Nennen Sie den letzten Tag, zum Beispiel 20.11.2026, und bei Bedarf die Uhrzeit, zum Beispiel 12:00.',
  topicIds: `Höchstens ${limits.announcement.topics.max} Themen.`,
  'links.*.title': 'Nennen Sie, wohin der Link führt.',
  'links.*.url': 'Die Adresse beginnt mit https://',
  links: `Höchstens ${limits.announcement.links.max} Links, jeder mit einem Namen und einer Adresse.`,
  audience: 'Wählen Sie, wer das bekommen soll.',
  expiresAt: 'Nennen Sie einen späteren Tag, zum Beispiel 30.11.2026, oder keinen.',
  asksAcknowledgement: 'Bestätigen können nur Verwaltungen. Nennen Sie welche, oder verzichten Sie auf die Bestätigung.',
  contact: 'Nennen Sie, wer ab jetzt zu erreichen ist, und die Adresse vollständig.',
};

/** What sending needs beyond what is saved; the paths as the server names them. */
export function missingOf(draft: Draft, template: string | null | undefined, now: number): string[] {
  const dueAt = dueAtOf(draft);
  const dueWritten = draft.dueDay !== null || draft.dueTime.trim() !== '';
  return [
    draft.title.trim().length < limits.title.min && 'title',
    draft.summary.trim() === '' && 'summary',
    draft.kind === 'ACTION' && draft.action.trim() === '' && 'action',
    (draft.kind === 'ACTION' || dueWritten) && (!dueAt || Date.parse(dueAt) <= now) && 'dueAt',
    isEmptyAudience(draft.audience) && 'audience',
    draft.expiresDay && Date.parse(dayEnd(draft.expiresDay)) <= now && 'expiresAt',
    ...draft.links.flatMap((link, index) =>
      isBegun(link) && !isWhole(link) ? [`links.${index}.${link.title.trim() === '' ? 'title' : 'url'}`] : [],
    ),
    template === 'REACHABILITY' &&
      (draft.contact.name.trim() === '' || (draft.contact.email.trim() !== '' && !isAddress(draft.contact.email))) &&
      'contact',
  ].filter((path): path is string => typeof path === 'string');
}

const texts = { title: 'Überschrift', summary: 'Was heißt das für die Kommune?', action: 'Was ist zu tun?', body: 'Text' } as const;
const yes = (on: boolean): string => (on ? 'ja' : 'nein');
const plain = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.trim() : part));
export const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);

/** What somebody else saved and is another than what is written here. */
export function differences(mine: Draft, theirs: Draft, change: (part: Partial<Draft>) => void): StaleField[] {
  const field = (label: string, said: string, part: Partial<Draft>): StaleField & { equal: boolean } => ({
    label,
    theirs: said,
    equal: (Object.keys(part) as (keyof Draft)[]).every((key) => same(mine[key], theirs[key])),
    take: () => change(part),
  });
  const due = dueAtOf(theirs);
  return [
    field('Worum bitten Sie?', kindWords[theirs.kind], { kind: theirs.kind }),
    ...(Object.keys(texts) as (keyof typeof texts)[]).map((key) => field(texts[key], theirs[key], { [key]: theirs[key] })),
    field('Frist', due ? dueWords(due) : '', { dueDay: theirs.dueDay, dueTime: theirs.dueTime }),
    field('Wer soll das bekommen?', audienceWords(theirs.audience), { audience: theirs.audience }),
    field('Themen', `${theirs.topicIds.length}`, { topicIds: theirs.topicIds }),
    field('Links', theirs.links.map(({ title, url }) => `${title}: ${url}`).join('\n'), { links: theirs.links }),
    field('Einstufung', classificationWords[theirs.classification], { classification: theirs.classification }),
    field('Gilt bis', theirs.expiresDay ? formatDate(theirs.expiresDay) : '', { expiresDay: theirs.expiresDay }),
    field('Kenntnis bestätigen lassen', yes(theirs.asksAcknowledgement), { asksAcknowledgement: theirs.asksAcknowledgement }),
    field('Kommentare', yes(theirs.commentsOpen), { commentsOpen: theirs.commentsOpen }),
    field('Ansprechperson', [theirs.contact.name, theirs.contact.phone, theirs.contact.email].filter(Boolean).join(', '), {
      contact: theirs.contact,
    }),
  ].filter((one) => !one.equal);
}
