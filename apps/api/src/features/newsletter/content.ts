import type { Inputs } from '@kollab/contract';
import type { Db } from '../../platform/database/database.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import type { NewsletterPart } from '../../generated/graphql.ts';
import type { NewsletterIssue } from '../../generated/prisma/client.ts';
import { berlinShortDate } from '../../platform/berlin.ts';
import { publicAnnouncements, type PublicAnnouncement } from '../announcements/index.ts';
import { eventLabel } from '../sprechstunden/index.ts';

export type Block = Inputs['newsletterDraft']['blocks'][number];
export const blocksOf = ({ blocks }: Pick<NewsletterIssue, 'blocks'>): Block[] => blocks as unknown as Block[];

/** An issue as it is published and read. */
export interface Content {
  title: string;
  greeting: string;
  outlook: string;
  parts: Part[];
}
/** `announcementId`: the announcement it was taken from; when that is withdrawn, the part goes too. */
type Part = NewsletterPart & { announcementId?: string };
export const contentOf = ({ content }: Pick<NewsletterIssue, 'content'>): Content => content as unknown as Content;

const mostDates = 10;
export const datesHeading = 'Termine';

/** The FAQ entry of each block, in the blocks' order; null where a block names none, or one that is gone. */
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

/** The announcement of each block, in the blocks' order; null where a block names none, or one that not everybody may read now. */
export async function announcementsOf(db: Db, blocks: readonly Block[], now: Date) {
  const ids = blocks.map((block) => (block.kind === 'ANNOUNCEMENT' ? (block.announcementId ?? '') : ''));
  const found = await publicAnnouncements(
    db,
    ids.filter((id) => id !== ''),
  );
  const valid = found.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  return inOrder(ids, valid, (announcement) => announcement.id);
}

/** Published content without announcements that were withdrawn since: the archive has a note in their place, mails leave them out. */
export async function asOfNow(db: Db, contents: readonly Content[], withdrawn: 'noted' | 'left out'): Promise<Content[]> {
  const ids = contents.flatMap(({ parts }) => parts.flatMap((part) => part.announcementId ?? []));
  const readable = new Set((await publicAnnouncements(db, ids)).map(({ id }) => id));
  const stands = ({ announcementId }: Part): boolean => announcementId === undefined || readable.has(announcementId);
  return contents.map((content) => ({
    ...content,
    parts:
      withdrawn === 'noted'
        ? content.parts.map((part) => (stands(part) ? part : { ...part, ...withdrawnNote }))
        : content.parts.filter(stands),
  }));
}
const withdrawnNote = { heading: 'Zurückgezogene Mitteilung', body: 'Die Mitteilung, die hier stand, wurde zurückgezogen.', source: '' };

/** Builds the content of a draft from what its blocks refer to now. `missing`: paths of what is needed before it can be published. */
export async function compose(db: Db, issue: NewsletterIssue, now: Date): Promise<{ content: Content; missing: string[] }> {
  const { title, greeting, outlook } = issue;
  const blocks = blocksOf(issue);
  const entries = await entriesOf(db, blocks);
  const announcements = await announcementsOf(db, blocks, now);
  const dates = blocks.some((block) => block.kind === 'DATES') ? await datesToCome(db, now) : [];
  const missing = [
    ...(title === '' ? ['title'] : []),
    ...(greeting === '' ? ['greeting'] : []),
    ...(blocks.length === 0 ? ['blocks'] : []),
  ];
  const parts = blocks.map(({ kind, heading, body }, i): Part => {
    const part = { kind, heading, body, source: '', dates: [] };
    if (kind === 'DATES') return { ...part, heading: heading || datesHeading, dates };
    if (kind === 'TEXT') {
      if (heading === '') missing.push(`blocks.${i}.heading`);
      if (body === '') missing.push(`blocks.${i}.body`);
      return part;
    }
    if (kind === 'ANNOUNCEMENT') {
      const announcement = announcements[i];
      if (!announcement) missing.push(`blocks.${i}.announcementId`);
      return announcement ? { ...part, ...announced(announcement) } : { ...part, heading: '', body: '' };
    }
    const entry = entries[i];
    if (!entry) missing.push(`blocks.${i}.entryId`);
    return { ...part, heading: entry?.question ?? '', body: entry?.answer ?? '', source: entry?.office.title ?? '' };
  });
  return { content: { title, greeting, outlook, parts }, missing };
}

function announced({ id, title, summary, body, action, dueAt, office }: PublicAnnouncement) {
  const todo = action && `**Zu tun:** ${action}${dueAt ? ` (bis ${berlinShortDate(dueAt)})` : ''}`;
  return { announcementId: id, heading: title, body: [summary, body, todo].filter(Boolean).join('\n\n'), source: office.title };
}

/** Coming events, and only those that the public page of dates shows too. */
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
