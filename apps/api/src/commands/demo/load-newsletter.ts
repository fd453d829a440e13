import { randomUUID } from 'node:crypto';
import { addresses, issues, type DemoIssue } from './newsletter.ts';
import type { Stage } from './stage.ts';

const editor = 'redaktion.land';
const day = 86_400_000;

/** Who gets the newsletter, and its issues. `work`: sends what was published. */
export async function loadNewsletter(stage: Stage, logins: readonly string[], work: () => Promise<unknown>): Promise<void> {
  const db = stage.database.prisma;
  for (const login of logins) await stage.as(login, 'mutation { setNewsletterSubscription(on: true) { viewerSubscribed } }');
  const { newsletter } = await stage.as(editor, '{ newsletter { consentText } }');
  const confirmedAt = new Date(Date.now() - 70 * day);
  const consentText = newsletter.consentText as string;
  await db.newsletterSubscription.createMany({
    data: addresses.map((email) => ({ email, status: 'ACTIVE' as const, consentText, requestedAt: confirmedAt, confirmedAt })),
  });
  await db.consentRecord.createMany({
    data: addresses.map((email) => ({
      email,
      act: 'GIVEN' as const,
      way: 'FORM' as const,
      text: consentText,
      at: confirmedAt,
      requestedAt: confirmedAt,
    })),
  });
  const entries = await db.faqEntry.findMany({ orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }], take: 5, select: { id: true } });
  for (const issue of issues)
    await load(
      stage,
      issue,
      entries.map(({ id }) => id),
      work,
    );
}

async function load(stage: Stage, issue: DemoIssue, entries: readonly string[], work: () => Promise<unknown>): Promise<void> {
  const { createNewsletterIssue: made } = await stage.as(
    editor,
    'mutation($id: ClientMutationId!) { createNewsletterIssue(clientMutationId: $id) { id version } }',
    { id: randomUUID() },
  );
  const { title, greeting, outlook, texts, announcements = [], answers, ago } = issue;
  const announced = await stage.database.prisma.announcement.findMany({
    where: { title: { in: [...announcements] } },
    select: { id: true },
  });
  const blocks = [
    ...texts.map(([heading, body]) => ({ kind: 'TEXT', heading, body })),
    ...announced.map(({ id: announcementId }) => ({ kind: 'ANNOUNCEMENT', heading: '', body: '', announcementId })),
    ...entries.slice(0, answers).map((entryId) => ({ kind: 'ANSWER', heading: '', body: '', entryId })),
    { kind: 'DATES', heading: 'Nächste Sprechstunden', body: '' },
  ];
  const { saveNewsletterIssue: saved } = await stage.as(
    editor,
    'mutation($id: ID!, $v: Int!, $d: NewsletterDraftInput!) { saveNewsletterIssue(id: $id, version: $v, draft: $d) { id version } }',
    { id: made.id, v: made.version, d: { title, greeting, outlook, blocks } },
  );
  if (ago === null) return;
  await stage.as(editor, 'mutation($id: ID!, $v: Int!) { publishNewsletterIssue(id: $id, version: $v) { id } }', {
    id: saved.id,
    v: saved.version,
  });
  await work();
  const publishedAt = new Date(Date.now() - ago * day);
  await stage.database.prisma.newsletterIssue.update({
    where: { id: saved.id as string },
    data: { publishedAt, finishedAt: publishedAt, changedAt: publishedAt },
  });
}
