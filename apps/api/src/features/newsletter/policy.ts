import { has } from '../../platform/auth/actor.ts';
import type { Rights } from '../../platform/auth/rights.ts';
import { policy } from '../../platform/policy/policy.ts';
import type { NewsletterIssue } from '../../generated/prisma/client.ts';

/** LAND_EDITOR composes the newsletter. What is published, everybody reads without any right. */
export const editsNewsletter = (rights: Pick<Rights, 'globalRoles'>): boolean => has(rights, 'LAND_EDITOR');

export interface IssueView extends Pick<NewsletterIssue, 'status'> {
  readonly rights: Pick<Rights, 'globalRoles'>;
}
export const issuePolicy = policy<IssueView>()('read', {
  /** As its editors see it. */
  read: (_, i) => editsNewsletter(i.rights) || 'not_found',
  /** Until it is published: many have read it then. */
  edit: (_, i) => i.status === 'DRAFT' || 'newsletter.published',
});
