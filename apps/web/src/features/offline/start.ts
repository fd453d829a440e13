import { Session } from '../../lib/session.ts';
import type { WebConfig } from '../../lib/config.ts';
import { AnswerKeeper } from './keeper.ts';
import { Kept } from './kept.ts';

let keeper: AnswerKeeper | undefined;

/** One a page load. */
export const keeperOf = (session: Session): AnswerKeeper => (keeper ??= new AnswerKeeper(new Kept(), session));

/** The server is not reached: whoever was signed in here last, and would be still, reads what was kept. null: nobody. */
export async function startWithout(): Promise<{ config: WebConfig; session: Session } | null> {
  const person = await new Kept().person();
  if (!person) return null;
  const session = new Session(person.config);
  session.startOffline(person.subject);
  keeperOf(session);
  // Then nobody would be signed in any more.
  setTimeout(() => {
    if (session.state === 'offline') location.reload();
  }, person.until - Date.now());
  return { config: person.config, session };
}

/** Nobody is signed in here. */
export const leaveNothing = (): Promise<void> => new Kept().empty();
