import { has } from '../../platform/auth/actor.ts';
import type { Rights } from '../../platform/auth/rights.ts';
import { policy } from '../../platform/policy/policy.ts';
import type { NewsletterIssue } from '../../generated/prisma/client.ts';

/** LAND_EDITOR composes the newsletter. Published issues are public: reading them asks for no right. */
export const editsNewsletter = (rights: Pick<Rights, 'globalRoles'>): boolean => has(rights, 'LAND_EDITOR');

export interface IssueView extends Pick<NewsletterIssue, 'status'> {
  readonly rights: Pick<Rights, 'globalRoles'>;
}
export const issuePolicy = policy<IssueView>()('read', {
  /** The draft, and how far sending is: for its editors. */
  read: (_, i) => editsNewsletter(i.rights) || 'not_found',
  /** Until it is published. After that it is in mailboxes, and stays as it is. */
  edit: (_, i) => i.status === 'DRAFT' || 'newsletter.published',
});
