import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type {
  MutationDeclineWishArgs,
  MutationMergeWishArgs,
  MutationPlanWishArgs,
  MutationVoteWishArgs,
  MutationWishTopicArgs,
  MutationWithdrawWishArgs,
  QueryTopicWishArgs,
  QueryTopicWishesArgs,
} from '../../generated/graphql.ts';
import type { TopicWish } from '../../generated/prisma/client.ts';
import { WishService } from './wishes.service.ts';

type Wish = Promise<TopicWish>;

@Resolver('TopicWish')
export class WishResolver {
  constructor(private readonly wishes: WishService) {}

  @Query('topicWish') one(@Viewer() actor: Actor, @Args() { id }: QueryTopicWishArgs): Wish {
    return this.wishes.one(actor, id);
  }

  @Query('topicWishes') list(
    @Viewer() actor: Actor,
    @Args() { statuses = ['OPEN'], ...args }: QueryTopicWishesArgs,
  ): Promise<Page<TopicWish>> {
    return this.wishes.list(actor, { statuses, ...args });
  }

  @Mutation('wishTopic') wish(@Viewer() actor: Actor, @Args() { input }: MutationWishTopicArgs): Wish {
    return this.wishes.wish(actor, input);
  }

  @Mutation('voteWish') vote(@Viewer() actor: Actor, @Args() args: MutationVoteWishArgs): Wish {
    return this.wishes.vote(actor, args);
  }

  @Mutation('mergeWish') merge(@Viewer() actor: Actor, @Args() args: MutationMergeWishArgs): Wish {
    return this.wishes.merge(actor, args);
  }

  @Mutation('planWish') plan(@Viewer() actor: Actor, @Args() args: MutationPlanWishArgs): Wish {
    return this.wishes.plan(actor, args);
  }

  @Mutation('declineWish') decline(@Viewer() actor: Actor, @Args() args: MutationDeclineWishArgs): Wish {
    return this.wishes.decline(actor, args);
  }

  @Mutation('withdrawWish') withdraw(@Viewer() actor: Actor, @Args() { id }: MutationWithdrawWishArgs): Wish {
    return this.wishes.withdraw(actor, id);
  }
}
