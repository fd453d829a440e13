const minutes = 60_000;
const hours = 60 * minutes;
/**
 * Milliseconds after which a message is given up; the digest has it then. Push services keep it as long for a browser they do not
 * reach (`TTL`).
 */
export const keptFor = 24 * hours;

/** What a push service answered; `status` 0: nothing. */
export interface Answer {
  status: number;
  /** `Retry-After`: seconds, or a day and time. */
  retryAfter: string | null;
}
/** `again`: milliseconds. `gone`: the browser is not there any more. `refused`: this message, not the browser. */
export type Verdict = 'taken' | 'gone' | 'refused' | 'late' | { again: number };

/** Milliseconds that the service asks us to wait, at most six hours, so that a message is not put off until it is stale. */
function patience(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0;
  const wanted = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now.getTime();
  return Number.isFinite(wanted) ? Math.min(Math.max(wanted, 0), 6 * hours) : 0;
}

/** What becomes of a message (RFC 8030). `attempts`: with this one; `age`: milliseconds since it was to be told. */
export function verdictOn({ status, retryAfter }: Answer, attempts: number, age: number, now: Date): Verdict {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 404 || status === 410) return 'gone';
  if (status !== 0 && status !== 408 && status !== 429 && status < 500) return 'refused';
  const again = Math.max(Math.min(2 ** Math.min(attempts, 20) * 5_000, 30 * minutes), patience(retryAfter, now));
  return age + again >= keptFor ? 'late' : { again };
}
