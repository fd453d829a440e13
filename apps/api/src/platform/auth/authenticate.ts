import type { FastifyRequest } from 'fastify';
import { fail } from '../fail.ts';
import type { Actor } from './actor.ts';
import type { Actors } from './actors.ts';
import type { Session, Tokens } from './tokens.ts';

/** Without a token: nobody. With one that is not to be accepted: refused, so that the browser renews it. */
export async function authenticate(
  request: FastifyRequest,
  tokens: Tokens,
  actors: Actors,
): Promise<{ session: Session | null; actor: Actor | null }> {
  const header = request.headers.authorization;
  if (header === undefined) return { session: null, actor: null };
  const token = /^Bearer ([\w.-]+)$/i.exec(header)?.[1];
  const session = token ? await tokens.verify(token) : null;
  if (!session) throw fail('unauthenticated');
  return { session, actor: await actors.of(session) };
}
