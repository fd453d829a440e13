import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type {
  MutationAddToDistributionArgs,
  MutationCreateSeriesArgs,
  MutationEditSeriesArgs,
  MutationPlanSprechstundenArgs,
  MutationRemoveFromDistributionArgs,
  QueryDistributionListArgs,
  QuerySeriesDaysArgs,
} from '../../generated/graphql.ts';
import type { DistributionEntry, SprechstundenSeries } from '../../generated/prisma/client.ts';
import { DistributionService } from './distribution.service.ts';
import { SeriesService } from './series.service.ts';

type Series = Promise<SprechstundenSeries>;

@Resolver('SprechstundenSeries')
export class SeriesResolver {
  constructor(
    private readonly series: SeriesService,
    private readonly distribution: DistributionService,
  ) {}

  @Query('sprechstundenSeries') list(@Viewer() actor: Actor): Promise<SprechstundenSeries[]> {
    return this.series.list(actor);
  }

  @Query('seriesDays') days(@Viewer() actor: Actor, @Args() args: QuerySeriesDaysArgs) {
    return this.series.days(actor, args);
  }

  @Query('distributionList') entries(@Viewer() actor: Actor, @Args() args: QueryDistributionListArgs): Promise<Page<DistributionEntry>> {
    return this.distribution.list(actor, args);
  }

  @Mutation('createSeries') create(@Viewer() actor: Actor, @Args() { input }: MutationCreateSeriesArgs): Series {
    return this.series.create(actor, input);
  }

  @Mutation('editSeries') edit(@Viewer() actor: Actor, @Args() { id, version, input }: MutationEditSeriesArgs): Series {
    return this.series.edit(actor, id, version, input);
  }

  @Mutation('planSprechstunden') plan(@Viewer() actor: Actor, @Args() args: MutationPlanSprechstundenArgs): Series {
    return this.series.plan(actor, args);
  }

  @Mutation('addToDistribution')
  add(@Viewer() actor: Actor, @Args() { seriesId, input }: MutationAddToDistributionArgs): Promise<DistributionEntry> {
    return this.distribution.add(actor, seriesId, input);
  }

  @Mutation('removeFromDistribution') remove(@Viewer() actor: Actor, @Args() { id }: MutationRemoveFromDistributionArgs): Series {
    return this.distribution.remove(actor, id);
  }
}
