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

/**
 * RFC 3463: of class 5, only what is about the mailbox itself. Policy (5.7) and size say nothing against the address, and
 * 5.1.7 and 5.1.8 are about the sender's: servers say them too when they hear of the recipient. An IP address is no such number.
 */
function about({ command, responseCode, response = '' }: MailError): 'mailbox' | 'sender' | 'mail' {
  const [, subject, detail] = /(?<![\d.])5\.(\d{1,3})\.(\d{1,3})(?!\.?\d)/.exec(response) ?? [];
  if (subject === undefined) return command === 'RCPT TO' && [550, 551, 553].includes(Number(responseCode)) ? 'mailbox' : 'mail';
  if (subject === '1') return detail === '7' || detail === '8' ? 'sender' : 'mailbox';
  return subject === '2' && detail === '1' ? 'mailbox' : 'mail';
}

/**
 * What becomes of a mail after an attempt that failed. `attempts`: with this one; `waited`: milliseconds since the first; `most`: seconds. A
 * server that does not answer is asked again within a minute; one that asks for patience gets it. One that refuses us, and
 * not this mail, is waited for too: the operator mends that.
 */
export function verdictOn(error: MailError, attempts: number, waited: number, most: number): Verdict {
  const code = error.responseCode || 0;
  const subject = about(error);
  const ofThisMail = (error.command === 'RCPT TO' || error.command === 'DATA' || error.command === undefined) && subject !== 'sender';
  if (code >= 500 && ofThisMail) return subject === 'mailbox' ? { over: 'BOUNCED', pauses: true } : { over: 'REFUSED', pauses: false };
  if (waited >= givenUpAfter) return { over: 'EXPIRED', pauses: false };
  return { again: doubled(attempts, code === 0 ? Math.min(60, most) : most) };
}
