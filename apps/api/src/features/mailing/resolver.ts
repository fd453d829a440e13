import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type {
  MutationResumeAddressArgs,
  MutationRetryMailArgs,
  QueryPausedAddressesArgs,
  QueryUndeliveredMailsArgs,
} from '../../generated/graphql.ts';
import type { MailAddress } from '../../generated/prisma/client.ts';
import { viewerOf } from '../people/index.ts';
import { PostOffice, type MailView } from './post-office.service.ts';

@Resolver()
export class MailingResolver {
  constructor(private readonly postOffice: PostOffice) {}

  @Query('undeliveredMails') undelivered(@Viewer() actor: Actor, @Args() args: QueryUndeliveredMailsArgs): Promise<Page<MailView>> {
    return this.postOffice.undelivered(actor, args);
  }

  @Query('pausedAddresses') paused(@Viewer() actor: Actor, @Args() args: QueryPausedAddressesArgs): Promise<Page<MailAddress>> {
    return this.postOffice.paused(actor, args);
  }

  @Mutation('retryMail') retry(@Viewer() actor: Actor, @Args() { id }: MutationRetryMailArgs): Promise<true> {
    return this.postOffice.retries(actor, id);
  }

  @Mutation('resumeAddress') resume(@Viewer() actor: Actor, @Args() { id }: MutationResumeAddressArgs): Promise<true> {
    return this.postOffice.resumes(actor, id);
  }

  @Mutation('resumeOwnAddress') async resumeOwn(@Viewer() actor: Actor): Promise<ReturnType<typeof viewerOf>> {
    await this.postOffice.resumesOwn(actor);
    return viewerOf(actor);
  }
}
