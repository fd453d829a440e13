import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { fail } from '../fail.ts';
import type { Actor } from './actor.ts';
import type { Actors } from './actors.ts';
import type { Session, Tokens } from './tokens.ts';

/**
 * What a request says about its sender. Two headers are a contradiction, whatever stands in them: proxies and servers take
 * one or the other.
 */
export function authorizationOf({ headers, rawHeaders }: IncomingMessage): { given: boolean; token: string | null } {
  const { authorization } = headers;
  if (authorization === undefined) return { given: false, token: null };
  let times = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]!.length === 13 && /^authorization$/i.test(rawHeaders[i]!)) times++;
  return { given: true, token: (times === 1 && /^Bearer ([\w.-]+)$/i.exec(authorization)?.[1]) || null };
}

/** Without a token: nobody. With one that is not to be accepted: refused, so that the browser renews it. */
export async function authenticate(
  request: FastifyRequest,
  tokens: Tokens,
  actors: Actors,
): Promise<{ session: Session | null; actor: Actor | null }> {
  const { given, token } = authorizationOf(request.raw);
  if (!given) return { session: null, actor: null };
  const session = token ? await tokens.verify(token) : null;
  if (!session) throw fail('unauthenticated');
  return { session, actor: await actors.of(session) };
}
