import { createHmac } from 'node:crypto';

/** What stands in the link that switches a person's mails off: whose they are, and the proof that we wrote it. */
export const offTokenOf = (personId: string, secret: string): string =>
  `${personId}.${createHmac('sha256', secret).update(`mails-off:${personId}`).digest('base64url')}`;
