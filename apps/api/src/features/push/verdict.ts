const minutes = 60_000;
const hours = 60 * minutes;
/** What is older is no news: the digest tells it. A push service that does not reach the browser keeps it as long (`TTL`). */
export const keptFor = 24 * hours;

/** What a push service answered; `status` 0: nothing. */
export interface Answer {
  status: number;
  /** `Retry-After`: seconds, or a day and time. */
  retryAfter: string | null;
}
/** `again`: milliseconds. `gone`: the browser is not there any more. `refused`: this message, not the browser. */
export type Verdict = 'taken' | 'gone' | 'refused' | 'late' | { again: number };

/** What they ask for counts within bounds: nothing is asked again at once, and nothing is put off until it is no news. */
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
