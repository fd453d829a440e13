import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer, type RequestContext } from '../../platform/graphql/context.ts';
import type {
  MutationConfirmNewsletterArgs,
  MutationSetNewsletterSubscriptionArgs,
  MutationSubscribeNewsletterArgs,
  MutationUnsubscribeNewsletterArgs,
  Newsletter,
  NewsletterLink,
  QueryNewsletterLinkArgs,
} from '../../generated/graphql.ts';
import { SubscriptionService } from './subscriptions.service.ts';

@Resolver()
export class NewsletterResolver {
  constructor(private readonly subscriptions: SubscriptionService) {}

  /** Without sign-in. */
  @Query('newsletter') about(@Context() { actor }: RequestContext): Promise<Newsletter> {
    return this.subscriptions.about(actor);
  }

  /** Without sign-in. */
  @Query('newsletterLink') link(@Args() args: QueryNewsletterLinkArgs): Promise<NewsletterLink> {
    return this.subscriptions.link(parse(inputs.token, args).token);
  }

  /** Without sign-in. */
  @Mutation('subscribeNewsletter') subscribe(
    @Context() context: RequestContext,
    @Args() args: MutationSubscribeNewsletterArgs,
  ): Promise<true> {
    return this.subscriptions.asks(context, parse(inputs.subscribeNewsletter, args).email);
  }

  /** Without sign-in. */
  @Mutation('confirmNewsletter') confirm(@Args() args: MutationConfirmNewsletterArgs): Promise<true> {
    return this.subscriptions.confirms(parse(inputs.token, args).token);
  }

  /** Without sign-in. */
  @Mutation('unsubscribeNewsletter') unsubscribe(@Args() args: MutationUnsubscribeNewsletterArgs): Promise<true> {
    return this.subscriptions.ends(parse(inputs.token, args).token, 'LINK');
  }

  @Mutation('setNewsletterSubscription')
  set(@Viewer() actor: Actor, @Args() { on }: MutationSetNewsletterSubscriptionArgs): Promise<Newsletter> {
    return this.subscriptions.sets(actor, on);
  }
}
