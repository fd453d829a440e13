import { Session } from '../../lib/session.ts';
import type { WebConfig } from '../../lib/config.ts';
import { AnswerKeeper } from './keeper.ts';
import { Kept } from './kept.ts';

let keeper: AnswerKeeper | undefined;

/** There is one for each page load. */
export const keeperOf = (session: Session): AnswerKeeper => (keeper ??= new AnswerKeeper(new Kept(), session));

/** Starts without the server, for whoever was signed in here last and whose session would still be valid; null if there is nobody. */
export async function startWithout(): Promise<{ config: WebConfig; session: Session } | null> {
  const person = await new Kept().person();
  if (!person) return null;
  const session = new Session(person.config);
  session.startOffline(person.subject);
  keeperOf(session);
  // When the session would have ended.
  setTimeout(() => {
    if (session.state === 'offline') location.reload();
  }, person.until - Date.now());
  return { config: person.config, session };
}

/** Deletes everything that was kept; nobody is signed in. */
export const leaveNothing = (): Promise<void> => new Kept().empty();
