import { createHmac } from 'node:crypto';

/** The token in the link that switches a person's mails off: their id, and an HMAC as proof that we issued it. */
export const offTokenOf = (personId: string, secret: string): string =>
  `${personId}.${createHmac('sha256', secret).update(`mails-off:${personId}`).digest('base64url')}`;
