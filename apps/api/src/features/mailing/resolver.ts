import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer, type RequestContext } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type {
  MutationResumeAddressArgs,
  MutationRetryMailArgs,
  MutationSetMailSettingsArgs,
  MutationSwitchMailsOffArgs,
  QueryMailsOffLinkArgs,
  QueryPausedAddressesArgs,
  QueryUndeliveredMailsArgs,
} from '../../generated/graphql.ts';
import type { MailAddress } from '../../generated/prisma/client.ts';
import { viewerOf } from '../people/index.ts';
import { OffLinks } from './off-links.ts';
import { PostOffice, type MailView } from './post-office.service.ts';
import { MailSettings } from './settings.service.ts';

@Resolver()
export class MailingResolver {
  constructor(
    private readonly postOffice: PostOffice,
    private readonly settings: MailSettings,
    private readonly links: OffLinks,
  ) {}

  @Mutation('setMailSettings')
  async set(@Viewer() actor: Actor, @Args() { input }: MutationSetMailSettingsArgs): Promise<ReturnType<typeof viewerOf>> {
    await this.settings.sets(actor, parse(inputs.setMailSettings, input));
    return viewerOf(actor);
  }

  /** Without sign-in. */
  @Query('mailsOffLink') async link(@Context() { address }: RequestContext, @Args() { token }: QueryMailsOffLinkArgs): Promise<true> {
    await this.links.looks(token, address);
    return true;
  }

  /** Without sign-in. */
  @Mutation('switchMailsOff')
  async switchOff(@Context() { address }: RequestContext, @Args() { token }: MutationSwitchMailsOffArgs): Promise<true> {
    await this.links.follows(token, address);
    return true;
  }

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
