import { createHash, randomUUID } from 'node:crypto';
import type { NewsletterLinkKind, Prisma } from '../../generated/prisma/client.ts';
import { call, later } from '../../../test/sweeps/making.ts';
import { defineSweep } from '../../../test/sweeps/sweep.ts';
import type { World } from '../../../test/world.ts';

const fresh = (): string => `${randomUUID()}@ort.example`;
async function linkOf({ db }: World, kind: NewsletterLinkKind): Promise<{ token: string }> {
  const token = randomUUID();
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const status = kind === 'MANAGE' ? 'ACTIVE' : 'PENDING';
  await db.newsletterSubscription.create({
    data: { email: fresh(), status, consentText: 'Ich möchte den Newsletter erhalten.', links: { create: { tokenHash, kind } } },
  });
  return { token };
}

const text = (heading: string) => ({ kind: 'TEXT' as const, heading, body: 'Ein Satz.' });
const draft = { title: 'Aus dem Land', greeting: 'Guten Tag,', outlook: 'Mehr davon.', blocks: [text('Neues')] };
const issueOf = ({ db }: World, createdById: string, data: Partial<Prisma.NewsletterIssueUncheckedCreateInput> = {}) =>
  db.newsletterIssue.create({ data: { ...draft, createdById, clientMutationId: randomUUID(), ...data } });
/** Far apart: what is published in between gets the next one. */
let numbers = 0;
const part = (dates: object[] = []) => ({ ...text('Neues'), source: '', dates });
const published = (world: World, createdById: string, parts = [part()]) => {
  const { blocks: _, ...texts } = draft;
  return issueOf(world, createdById, { number: 1_000 * ++numbers, status: 'SENT', content: { ...texts, parts }, publishedAt: new Date() });
};

const fields = 'id status number title blocks { kind heading question } version sentCount viewerCan { edit }';

interface Gathered {
  long: number;
  dated: number;
  draft: string;
}
export const sweep = defineSweep<object, Gathered>({
  authorization: `
    newsletter: ok = anonymous; ok
    newsletterLink: ok = anonymous; ok
    newsletterIssues: ok = anonymous; ok
    newsletterIssue: ok = anonymous; ok
    newsletterDesk: ok = editor; forbidden
    newsletterDraft: ok = editor; not_found
    newsletterPreview: ok = editor; not_found
    subscribeNewsletter: ok = anonymous; ok
    confirmNewsletter: ok = anonymous; ok
    unsubscribeNewsletter: ok = anonymous; ok
    setNewsletterSubscription: ok
    createNewsletterIssue: ok = editor; forbidden
    saveNewsletterIssue: ok = editor; not_found
    discardNewsletterIssue: ok = editor; not_found
    testNewsletterIssue: ok = editor; not_found
    publishNewsletterIssue: ok = editor; not_found
  `,
  calls: {
    newsletter: () => ({}),
    newsletterLink: ({ world }) => linkOf(world, 'CONFIRM'),
    newsletterIssues: () => ({}),
    newsletterIssue: async ({ world, host }) => ({ number: (await published(world, host.id)).number }),
    newsletterDesk: () => ({}),
    newsletterDraft: async ({ world, host }) => ({ id: (await issueOf(world, host.id)).id }),
    newsletterPreview: async ({ world, host }) => ({ id: (await issueOf(world, host.id)).id }),
    subscribeNewsletter: () => ({ email: fresh() }),
    confirmNewsletter: ({ world }) => linkOf(world, 'CONFIRM'),
    unsubscribeNewsletter: ({ world }) => linkOf(world, 'MANAGE'),
    setNewsletterSubscription: () => ({ on: true }),
    createNewsletterIssue: () => ({ clientMutationId: randomUUID() }),
    saveNewsletterIssue: async ({ world, host }) => ({ id: (await issueOf(world, host.id)).id, version: 1, draft }),
    discardNewsletterIssue: async ({ world, host }) => ({ id: (await issueOf(world, host.id)).id }),
    testNewsletterIssue: async ({ world, host }) => ({ id: (await issueOf(world, host.id)).id }),
    publishNewsletterIssue: async ({ world, host }) => ({ id: (await issueOf(world, host.id)).id, version: 1 }),
  },
  openFields: `
    Newsletter: id name consentText viewerSubscribed viewerEdits
    NewsletterLink: kind email subscribed confirmedAt
    NewsletterIssue: id number title greeting parts outlook publishedAt
    NewsletterIssuePage: nodes pageInfo total
    NewsletterPart: kind heading body source dates
    NewsletterDate: id label startsAt endsAt place
    NewsletterDraft: id status number title greeting outlook blocks version changedAt publishedAt finishedAt recipientCount sentCount viewerCan
    NewsletterDraftAbilities: edit
    NewsletterDraftPage: nodes pageInfo total
    NewsletterBlock: kind heading body entryId question announcementId announcement
    NewsletterPreview: number subject text html parts missing recipients
  `,
  guardedFields: `
    Newsletter.viewerEmail: null = anonymous; value
  `,
  looks: {
    'Newsletter.viewerEmail': () => 'newsletter { found: viewerEmail }',
  },
  crowd: async ({ world, viewer, people }) => {
    for (const _ of people) {
      await published(world, viewer.id);
      await issueOf(world, viewer.id);
    }
    const parts = people.map(() => part());
    const dates = people.map(({ id }) => ({ id, label: 'Termin', startsAt: later(), endsAt: later(), place: '' }));
    return {
      long: (await published(world, viewer.id, parts)).number!,
      dated: (await published(world, viewer.id, [part(dates)])).number!,
      draft: (await issueOf(world, viewer.id, { blocks: people.map(() => text('Neues')) })).id,
    };
  },
  lists: {
    'Query.newsletterIssues': (_, count) => ({ path: [], args: `first: ${count}` }),
    'Query.newsletterDesk': (_, count) => ({ path: [], args: `first: ${count}` }),
    'NewsletterIssue.parts': ({ long }) => ({ path: [`newsletterIssue(number: ${long})`] }),
    'NewsletterPart.dates': ({ dated }) => ({ path: [`newsletterIssue(number: ${dated})`, 'parts'] }),
    'NewsletterDraft.blocks': ({ draft: id }) => ({ path: [`newsletterDraft(id: "${id}")`] }),
    'NewsletterPreview.parts': ({ draft: id }) => ({ path: [`newsletterPreview(id: "${id}")`] }),
  },
  screens: {
    NewsletterArchive: () => '{ newsletterIssues { nodes { id number title publishedAt } total } }',
    NewsletterDesk: () => `{ newsletterDesk { nodes { ${fields} } total } }`,
  },
  heard: {
    'newsletter.changed': ['NewsletterArchive', 'NewsletterDesk'],
  },
  stories: {
    'newsletter.changed': { act: call('editor', 'publishNewsletterIssue') },
  },
  smallTables: ['newsletter_issue'],
  pages: {
    '/newsletter': { as: null, says: 'Noch ist keine Ausgabe erschienen.' },
    '/newsletter/:number': { as: null, at: () => '/newsletter/1', says: null },
    '/newsletter/:deed/:token': { as: null, at: () => '/newsletter/abmelden/kein-verweis', says: null },
    '/newsletter/redaktion': { as: 'redaktion.land', closedTo: 'koordination.halle', says: 'Noch gibt es keine Ausgabe.' },
    '/newsletter/redaktion/:id': { as: 'redaktion.land', closedTo: 'koordination.halle', at: ({ newsletter }) => newsletter, says: null },
  },
});
