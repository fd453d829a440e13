import type { Inputs } from '@kollab/contract';
import type { Db } from '../../platform/database/database.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import type { NewsletterPart } from '../../generated/graphql.ts';
import type { NewsletterIssue } from '../../generated/prisma/client.ts';
import { eventLabel } from '../sprechstunden/index.ts';

export type Block = Inputs['newsletterDraft']['blocks'][number];
export const blocksOf = ({ blocks }: Pick<NewsletterIssue, 'blocks'>): Block[] => blocks as unknown as Block[];

/** What everybody reads. */
export interface Content {
  title: string;
  greeting: string;
  outlook: string;
  parts: NewsletterPart[];
}
export const contentOf = ({ content }: Pick<NewsletterIssue, 'content'>): Content => content as unknown as Content;

const mostDates = 10;
export const datesHeading = 'Termine';

/** The entries of the FAQ that blocks name, in their order; null where a block names none that is there. */
export async function entriesOf(db: Db, blocks: readonly Block[]) {
  const ids = blocks.map((block) => (block.kind === 'ANSWER' ? (block.entryId ?? '') : ''));
  const wanted = [...new Set(ids.filter((id) => id !== ''))];
  if (wanted.length === 0) return blocks.map(() => null);
  const entries = await db.faqEntry.findMany({
    where: { id: { in: wanted } },
    select: { id: true, question: true, answer: true, office: { select: { title: true } } },
  });
  return inOrder(ids, entries, (entry) => entry.id);
}

/** An issue as it reads now; `missing`: paths of what it cannot be published without. */
export async function compose(db: Db, issue: NewsletterIssue, now: Date): Promise<{ content: Content; missing: string[] }> {
  const { title, greeting, outlook } = issue;
  const blocks = blocksOf(issue);
  const entries = await entriesOf(db, blocks);
  const dates = blocks.some((block) => block.kind === 'DATES') ? await datesToCome(db, now) : [];
  const missing = [
    ...(title === '' ? ['title'] : []),
    ...(greeting === '' ? ['greeting'] : []),
    ...(blocks.length === 0 ? ['blocks'] : []),
  ];
  const parts = blocks.map(({ kind, heading, body }, i): NewsletterPart => {
    const part = { kind, heading, body, source: '', dates: [] };
    if (kind === 'DATES') return { ...part, heading: heading || datesHeading, dates };
    if (kind === 'TEXT') {
      if (heading === '') missing.push(`blocks.${i}.heading`);
      if (body === '') missing.push(`blocks.${i}.body`);
      return part;
    }
    const entry = entries[i];
    if (!entry) missing.push(`blocks.${i}.entryId`);
    return { ...part, heading: entry?.question ?? '', body: entry?.answer ?? '', source: entry?.office.title ?? '' };
  });
  return { content: { title, greeting, outlook, parts }, missing };
}

/** Only what the public page of dates shows too. */
async function datesToCome(db: Db, now: Date): Promise<NewsletterPart['dates']> {
  const events = await db.sprechstunde.findMany({
    where: { announcedAt: { not: null }, status: 'ANNOUNCED', startsAt: { gt: now } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: mostDates,
    include: { series: { select: { name: true } } },
  });
  return events.map((event) => ({
    id: event.id,
    label: eventLabel(event),
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    place: event.place,
  }));
}
