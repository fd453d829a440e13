import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer, type RequestContext } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type {
  MutationCloseBarrierReportArgs,
  MutationReportBarrierArgs,
  MutationSetSiteTextArgs,
  QueryBarrierReportsArgs,
  QuerySiteTextArgs,
  SiteText,
} from '../../generated/graphql.ts';
import type { BarrierReport } from '../../generated/prisma/client.ts';
import { SiteService } from './service.ts';

@Resolver()
export class SiteResolver {
  constructor(private readonly site: SiteService) {}

  /** Without sign-in. */
  @Query('siteText') text(@Args() { key }: QuerySiteTextArgs): Promise<SiteText> {
    return this.site.text(key);
  }

  @Mutation('setSiteText') set(@Viewer() actor: Actor, @Args() args: MutationSetSiteTextArgs): Promise<SiteText> {
    return this.site.setsText(actor, parse(inputs.setSiteText, args));
  }

  /** Without sign-in. */
  @Mutation('reportBarrier') report(@Context() context: RequestContext, @Args() { input }: MutationReportBarrierArgs): Promise<true> {
    return this.site.reportsBarrier(context, parse(inputs.reportBarrier, input));
  }

  @Query('barrierReports') reports(
    @Viewer() actor: Actor,
    @Args() { done = false, ...args }: QueryBarrierReportsArgs,
  ): Promise<Page<BarrierReport>> {
    return this.site.reports(actor, { done, ...args });
  }

  @Mutation('closeBarrierReport')
  close(@Viewer() actor: Actor, @Args() { id, done }: MutationCloseBarrierReportArgs): Promise<BarrierReport> {
    return this.site.closesReport(actor, id, done);
  }
}
