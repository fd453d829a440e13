import { hashOf, newSecret } from '../../platform/auth/secret.ts';
import type { Db } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { NewsletterLink, NewsletterLinkKind, NewsletterSubscription } from '../../generated/prisma/client.ts';

export const confirmDays = 7;
const day = 86_400_000;

/** Keys in the outbox. All keys of one subscription begin alike, so that its waiting mails can be deleted with it. */
export const mailKeys = {
  all: (subscriptionId: string) => `newsletter:${subscriptionId}:`,
  link: (subscriptionId: string) => `newsletter:${subscriptionId}:link:`,
  issue: (subscriptionId: string, issueId: string) => `newsletter:${subscriptionId}:issue:${issueId}`,
} as const;

export async function newLink(db: Db, subscriptionId: string, kind: NewsletterLinkKind): Promise<string> {
  const { token, tokenHash } = newSecret();
  const expiresAt = kind === 'CONFIRM' ? new Date(Date.now() + confirmDays * day) : null;
  await db.newsletterLink.create({ data: { tokenHash, subscriptionId, kind, expiresAt } });
  return token;
}

export type FoundLink = NewsletterLink & { subscription: NewsletterSubscription };

/**
 * A link with its subscription. In a write the row is locked: when a link is followed twice at once, the second one sees what the
 * first one did.
 */
export async function followLink(db: Db, token: string, lock = false): Promise<FoundLink> {
  const tokenHash = hashOf(token);
  if (lock)
    await db.$queryRawUnsafe(
      `SELECT FROM newsletter_subscription s JOIN newsletter_link l ON l.subscription_id = s.id WHERE l.token_hash = $1 FOR UPDATE OF s`,
      tokenHash,
    );
  const found = await db.newsletterLink.findUnique({ where: { tokenHash }, include: { subscription: true } });
  if (!found) throw fail('not_found');
  return found;
}

/** A link to confirm works once, and for a week. */
export function demandFresh({ usedAt, expiresAt }: NewsletterLink, now = new Date()): void {
  if (usedAt) throw fail('newsletter.link_used');
  if (expiresAt && expiresAt <= now) throw fail('newsletter.link_expired');
}
