import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type { MutationMarkNoticeReadArgs, QueryNoticesArgs } from '../../generated/graphql.ts';
import { viewerOf } from '../people/index.ts';
import { NoticeLoaders, type NoticeView } from './loader.ts';
import { NoticeService } from './service.ts';

@Resolver()
export class NoticeResolver {
  constructor(
    private readonly notices: NoticeService,
    private readonly loaders: NoticeLoaders,
  ) {}

  @Query('notices') list(@Viewer() actor: Actor, @Args() { filter, ...args }: QueryNoticesArgs): Promise<Page<NoticeView>> {
    return this.loaders.page(actor, filter ?? {}, { ...args, first: args.first ?? 30 });
  }

  @Mutation('markNoticeRead')
  async mark(@Viewer() actor: Actor, @Args() { id, read }: MutationMarkNoticeReadArgs): Promise<NoticeView> {
    return this.loaders.one(actor, await this.notices.marks(actor, id, read));
  }

  @Mutation('markAllNoticesRead') async markAll(@Viewer() actor: Actor): Promise<ReturnType<typeof viewerOf>> {
    await this.notices.marksAll(actor);
    return viewerOf(actor);
  }
}
