import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { MutationDiscardDraftArgs, MutationSaveDraftArgs, QueryDraftArgs, QueryDraftsArgs } from '../../generated/graphql.ts';
import type { Draft } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { DraftService } from './drafts.service.ts';

@Resolver('Draft')
export class DraftResolver {
  constructor(private readonly drafts: DraftService) {}

  @Query('draft') one(@Viewer() actor: Actor, @Args() { key }: QueryDraftArgs): Promise<Draft | null> {
    return this.drafts.one(actor, key);
  }

  @Query('drafts') list(@Viewer() actor: Actor, @Args() args: QueryDraftsArgs): Promise<Page<Draft>> {
    return this.drafts.list(actor, args);
  }

  @Mutation('saveDraft') save(@Viewer() actor: Actor, @Args() { input }: MutationSaveDraftArgs): Promise<Draft> {
    return this.drafts.save(actor, parse(inputs.saveDraft, input));
  }

  @Mutation('discardDraft') discard(@Viewer() actor: Actor, @Args() { key }: MutationDiscardDraftArgs): Promise<boolean> {
    return this.drafts.discard(actor, key);
  }
}
