import type { NewsletterBlockKind } from '@kollab/contract';
import { limits } from '@kollab/contract/limits';
import type { StaleField } from '../../../ui/stale-notice.tsx';
import type { NewsletterDraftPartsFragment } from './documents.generated.ts';

export type BlockDraft = {
  key: string;
  kind: NewsletterBlockKind;
  heading: string;
  body: string;
  entryId: string | null;
  question: string;
  announcementId: string | null;
  announcement: string;
};
export type Draft = { title: string; greeting: string; outlook: string; blocks: BlockDraft[] };

export const kindWords: Record<NewsletterBlockKind, string> = {
  TEXT: 'Text',
  ANSWER: 'Beantwortete Frage aus den FAQ',
  ANNOUNCEMENT: 'Offene Mitteilung',
  DATES: 'Kommende Sprechstunden',
};
const longest = (max: number) => `Höchstens ${max.toLocaleString('de-DE')} Zeichen.`;
export const words = {
  title: longest(limits.title.max),
  greeting: longest(limits.text.max),
  outlook: longest(limits.text.max),
  'blocks.*.heading': longest(limits.title.max),
  'blocks.*.body': longest(limits.text.max),
  blocks: `Höchstens ${limits.newsletter.blocks.max} Abschnitte.`,
};

export const newBlock = (): BlockDraft => ({
  key: crypto.randomUUID(),
  kind: 'TEXT',
  heading: '',
  body: '',
  entryId: null,
  question: '',
  announcementId: null,
  announcement: '',
});
/** Blocks have no ids: their places are their keys, until somebody moves them. */
export const draftOf = ({ title, greeting, outlook, blocks }: NewsletterDraftPartsFragment): Draft => ({
  title,
  greeting,
  outlook,
  blocks: blocks.map(({ kind, heading, body, entryId, question, announcementId, announcement }, index) => ({
    key: `saved-${index}`,
    kind,
    heading,
    body,
    entryId: entryId ?? null,
    question: question ?? '',
    announcementId: announcementId ?? null,
    announcement: announcement ?? '',
  })),
});
/** What does not belong to the kind of a block is not sent, so that it does not come back later. */
export const inputOf = ({ title, greeting, outlook, blocks }: Draft) => ({
  title,
  greeting,
  outlook,
  blocks: blocks.map(({ kind, heading, body, entryId, announcementId }) => ({
    kind,
    heading: kind === 'TEXT' || kind === 'DATES' ? heading : '',
    body: kind === 'TEXT' ? body : '',
    entryId: kind === 'ANSWER' ? entryId : null,
    announcementId: kind === 'ANNOUNCEMENT' ? announcementId : null,
  })),
});

export const nameOfBlock = ({ kind, heading, question, announcement }: BlockDraft): string =>
  kind === 'ANSWER' ? question : kind === 'ANNOUNCEMENT' ? announcement : heading;

export function differences(mine: Draft, theirs: Draft, change: (part: Partial<Draft>) => void): StaleField[] {
  const labels = { title: 'Titel', greeting: 'Grußwort', outlook: 'Vorschau auf die nächste Ausgabe', blocks: 'Abschnitte' } as const;
  const said = (key: keyof Draft): string =>
    key === 'blocks'
      ? theirs.blocks.map((block) => [kindWords[block.kind], nameOfBlock(block), block.body].filter(Boolean).join(': ')).join('\n')
      : theirs[key];
  return (Object.keys(labels) as (keyof Draft)[])
    .filter((key) => JSON.stringify(inputOf(mine)[key]) !== JSON.stringify(inputOf(theirs)[key]))
    .map((key) => ({ label: labels[key], theirs: said(key), take: () => change({ [key]: theirs[key] }) }));
}

const missingWords: readonly [RegExp, (place: string) => string][] = [
  [/^title$/, () => 'der Titel'],
  [/^greeting$/, () => 'das Grußwort'],
  [/^blocks$/, () => 'mindestens ein Abschnitt'],
  [/^blocks\.(\d+)\.heading$/, (place) => `die Überschrift von Abschnitt ${place}`],
  [/^blocks\.(\d+)\.body$/, (place) => `der Text von Abschnitt ${place}`],
  [/^blocks\.(\d+)\.entryId$/, (place) => `die Frage von Abschnitt ${place}`],
  [/^blocks\.(\d+)\.announcementId$/, (place) => `eine offene, gültige Mitteilung in Abschnitt ${place}`],
];
export function missingWord(path: string): string {
  for (const [pattern, word] of missingWords) {
    const found = pattern.exec(path);
    if (found) return word(String(Number(found[1] ?? 0) + 1));
  }
  return path;
}
