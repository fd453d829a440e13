import { createHash, randomUUID } from 'node:crypto';
import type { NewsletterLinkKind } from '../../generated/prisma/client.ts';
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

export const sweep = defineSweep({
  authorization: `
    newsletter: ok = anonymous; ok
    newsletterLink: ok = anonymous; ok
    subscribeNewsletter: ok = anonymous; ok
    confirmNewsletter: ok = anonymous; ok
    unsubscribeNewsletter: ok = anonymous; ok
    setNewsletterSubscription: ok
  `,
  calls: {
    newsletter: () => ({}),
    newsletterLink: ({ world }) => linkOf(world, 'CONFIRM'),
    subscribeNewsletter: () => ({ email: fresh() }),
    confirmNewsletter: ({ world }) => linkOf(world, 'CONFIRM'),
    unsubscribeNewsletter: ({ world }) => linkOf(world, 'MANAGE'),
    setNewsletterSubscription: () => ({ on: true }),
  },
  openFields: `
    Newsletter: id name consentText viewerSubscribed
    NewsletterLink: kind email subscribed confirmedAt
  `,
  guardedFields: `
    Newsletter.viewerEmail: null = anonymous; value
  `,
  looks: {
    'Newsletter.viewerEmail': () => 'newsletter { found: viewerEmail }',
  },
  pages: {
    '/newsletter': { as: null, says: null },
    '/newsletter/bestaetigen/:token': { as: null, at: () => '/newsletter/bestaetigen/kein-verweis', says: null },
    '/newsletter/verwalten/:token': { as: null, at: () => '/newsletter/verwalten/kein-verweis', says: null },
    '/newsletter/abmelden/:token': { as: null, at: () => '/newsletter/abmelden/kein-verweis', says: null },
  },
});
