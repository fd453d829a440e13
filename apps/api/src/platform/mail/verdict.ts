import type { MailFailure } from '../../generated/prisma/client.ts';

/** What a mail server answered, or that it did not; as nodemailer says it. */
export interface MailError {
  message: string;
  /** Of the server; without one it was not reached, or fell silent. */
  responseCode?: number | false | undefined;
  response?: string | undefined;
  /** At which one: `RCPT TO` */
  command?: string | undefined;
}
/** `pauses`: the address does not exist, so that nothing more is sent there. */
export type Verdict = { again: number } | { over: MailFailure; pauses: boolean };

const hours = 3_600_000;
/** A day and a half of a broken server, over a weekend's night too; then it is no news any more. */
export const givenUpAfter = 48 * hours;

const doubled = (attempts: number, most: number): number => Math.min(2 ** Math.min(attempts, 20), most) * 1_000;

/** RFC 3463: of class 5, only what is about the mailbox itself. Policy (5.7) and size say nothing against the address. */
function isBounce({ command, responseCode, response = '' }: MailError): boolean {
  if (command !== 'RCPT TO') return false;
  const [, subject, detail] = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(response) ?? [];
  if (subject === undefined) return [550, 551, 553].includes(Number(responseCode));
  return subject === '1' || (subject === '2' && detail === '1');
}

/**
 * What becomes of a mail after an attempt that failed. `attempts`: with this one; `waited`: milliseconds since the first; `most`: seconds. A
 * server that does not answer is asked again within a minute; one that asks for patience gets it. One that refuses us, and
 * not this mail, is waited for too: the operator mends that.
 */
export function verdictOn(error: MailError, attempts: number, waited: number, most: number): Verdict {
  const code = error.responseCode || 0;
  const ofThisMail = error.command === 'RCPT TO' || error.command === 'DATA' || error.command === undefined;
  if (code >= 500 && ofThisMail) return isBounce(error) ? { over: 'BOUNCED', pauses: true } : { over: 'REFUSED', pauses: false };
  if (waited >= givenUpAfter) return { over: 'EXPIRED', pauses: false };
  return { again: doubled(attempts, code === 0 ? Math.min(60, most) : most) };
}
