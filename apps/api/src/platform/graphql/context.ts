import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.ts';
import type { Session } from '../auth/tokens.ts';
import { fail } from '../fail.ts';

/** What a resolver or loader knows about the request; no database handle. */
export interface RequestContext {
  readonly actor: Actor | null;
  readonly session: Session | null;
  /** The sender's address, for limits on what works without sign-in. */
  readonly address: string;
}

/** For loaders and default resolvers, which Nest's decorators do not reach. */
export function signedIn(context: unknown): Actor {
  const { actor } = context as RequestContext;
  if (!actor) throw fail('unauthenticated');
  return actor;
}

/** A resolver's parameter: the signed-in person; without one the request is refused. */
export const Viewer = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  signedIn(GqlExecutionContext.create(context).getContext()),
);
