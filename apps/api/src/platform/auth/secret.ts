import { createHash, randomBytes } from 'node:crypto';

/** The database knows a link's token by this only: who reads the tables cannot use a link. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The secret in a link. It is in the mail (or on the operator's console), and nowhere else. */
export function newSecret(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOf(token) };
}
