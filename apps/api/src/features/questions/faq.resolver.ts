import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { MutationEditFaqArgs, MutationPublishFaqArgs, QueryFaqEntriesArgs, QueryFaqEntryArgs } from '../../generated/graphql.ts';
import type { Topic } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { FaqRows, type FaqRow } from './faq-rows.ts';
import { FaqService } from './faq.service.ts';
import { Topics } from './topics.ts';

@Resolver('FaqEntry')
export class FaqResolver {
  constructor(
    private readonly rows: FaqRows,
    private readonly faq: FaqService,
    private readonly reference: Topics,
  ) {}

  @Query('topics') topics(@Viewer() _actor: Actor): Promise<Topic[]> {
    return this.reference.all();
  }

  @Query('faqEntry') one(@Viewer() actor: Actor, @Args() { id }: QueryFaqEntryArgs): Promise<FaqRow> {
    return this.rows.one(actor, id);
  }

  @Query('faqEntries') list(@Viewer() actor: Actor, @Args() { filter, ...page }: QueryFaqEntriesArgs): Promise<Page<FaqRow>> {
    return this.rows.page(actor, parse(inputs.faqFilter, filter ?? {}), page);
  }

  @Mutation('publishFaq') publish(@Viewer() actor: Actor, @Args() { input }: MutationPublishFaqArgs): Promise<FaqRow> {
    return this.faq.publish(actor, parse(inputs.publishFaq, input));
  }

  @Mutation('editFaq') edit(@Viewer() actor: Actor, @Args() { input }: MutationEditFaqArgs): Promise<FaqRow> {
    return this.faq.edit(actor, parse(inputs.editFaq, input));
  }
}
