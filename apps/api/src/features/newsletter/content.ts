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

/** What everybody reads. */
export interface Content {
  title: string;
  greeting: string;
  outlook: string;
  parts: Part[];
}
/** `announcementId`: what it was taken from, and has to go with. */
type Part = NewsletterPart & { announcementId?: string };
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

/** The announcements that blocks name and everybody may read now, in their order; else null. */
export async function announcementsOf(db: Db, blocks: readonly Block[], now: Date) {
  const ids = blocks.map((block) => (block.kind === 'ANNOUNCEMENT' ? (block.announcementId ?? '') : ''));
  const found = await publicAnnouncements(
    db,
    ids.filter((id) => id !== ''),
  );
  const valid = found.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  return inOrder(ids, valid, (announcement) => announcement.id);
}

/** What was published, without what was withdrawn since: in the archive a note stands there, in mails nothing. */
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

/** An issue as it reads now; `missing`: paths of what it cannot be published without. */
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
