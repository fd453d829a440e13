import type { LiveHandlers } from '../../lib/live.ts';

export const newsletterLive = {
  'newsletter.changed': (_, { refetch }) => refetch('NewsletterArchive', 'NewsletterDesk', 'NewsletterDraft', 'NewsletterPreview'),
} satisfies Partial<LiveHandlers>;
