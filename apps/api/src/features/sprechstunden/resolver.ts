import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type {
  MutationChangeSprechstundeStatusArgs,
  MutationCreateSprechstundeArgs,
  MutationEditSprechstundeArgs,
  MutationSetProgrammeArgs,
  MutationVoteMoodArgs,
  MutationWriteReviewArgs,
  QueryPublicSprechstundenArgs,
  QuerySprechstundeArgs,
  QuerySprechstundenArgs,
  QueryTreatedTopicsArgs,
} from '../../generated/graphql.ts';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import { EventService } from './events.service.ts';
import { MoodService } from './mood.service.ts';
import { ProgrammeService } from './programme.service.ts';
import { PublicService } from './public.service.ts';
import { SprechstundenService } from './service.ts';

type Event = Promise<Sprechstunde>;

@Resolver('Sprechstunde')
export class SprechstundenResolver {
  constructor(
    private readonly sprechstunden: SprechstundenService,
    private readonly events: EventService,
    private readonly programmes: ProgrammeService,
    private readonly moods: MoodService,
    private readonly open: PublicService,
  ) {}

  @Query('sprechstunde') one(@Viewer() actor: Actor, @Args() { id }: QuerySprechstundeArgs): Event {
    return this.sprechstunden.one(actor, id);
  }

  @Query('sprechstunden') list(@Viewer() actor: Actor, @Args() args: QuerySprechstundenArgs): Promise<Page<Sprechstunde>> {
    return this.sprechstunden.list(actor, args);
  }

  /** Without sign-in. */
  @Query('publicSprechstunden') publicList(@Args() { past = false, ...args }: QueryPublicSprechstundenArgs) {
    return this.open.list({ past, ...args });
  }

  /** Without sign-in. */
  @Query('treatedTopics') treated(@Args() { year }: QueryTreatedTopicsArgs) {
    return this.open.treated(year);
  }

  @Mutation('createSprechstunde') create(@Viewer() actor: Actor, @Args() { input }: MutationCreateSprechstundeArgs): Event {
    return this.events.create(actor, input);
  }

  @Mutation('editSprechstunde') edit(@Viewer() actor: Actor, @Args() { id, version, input }: MutationEditSprechstundeArgs): Event {
    return this.events.edit(actor, id, version, input);
  }

  @Mutation('setProgramme') setProgramme(@Viewer() actor: Actor, @Args() { id, version, input }: MutationSetProgrammeArgs): Event {
    return this.programmes.set(actor, id, version, input);
  }

  @Mutation('writeReview') review(@Viewer() actor: Actor, @Args() { id, version, input }: MutationWriteReviewArgs): Event {
    return this.programmes.review(actor, id, version, input);
  }

  @Mutation('changeSprechstundeStatus') changeStatus(@Viewer() actor: Actor, @Args() args: MutationChangeSprechstundeStatusArgs): Event {
    return this.events.changeStatus(actor, args);
  }

  @Mutation('voteMood') voteMood(@Viewer() actor: Actor, @Args() args: MutationVoteMoodArgs): Event {
    return this.moods.vote(actor, args);
  }
}
