import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type {
  MutationCloseThreadArgs,
  MutationMarkReadArgs,
  MutationSetThreadFollowArgs,
  MutationOpenThreadArgs,
  MutationPinThreadArgs,
  MutationRetitleThreadArgs,
  MutationWriteStandArgs,
  QueryFollowedThreadsArgs,
  QueryThreadArgs,
} from '../../generated/graphql.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { ReadingService } from './reading.service.ts';
import { ThreadService } from './service.ts';
import type { ThreadRow } from './thread-rows.ts';

@Resolver('Thread')
export class ThreadResolver {
  constructor(
    private readonly threads: ThreadService,
    private readonly reading: ReadingService,
  ) {}

  @Query('thread') one(@Viewer() actor: Actor, @Args() { id }: QueryThreadArgs): Promise<ThreadRow> {
    return this.threads.one(actor, id);
  }

  @Query('followedThreads') followed(@Viewer() actor: Actor, @Args() args: QueryFollowedThreadsArgs): Promise<Page<ThreadRow>> {
    return this.reading.followed(actor, args);
  }

  @Mutation('openThread') open(@Viewer() actor: Actor, @Args() { input }: MutationOpenThreadArgs): Promise<ThreadRow> {
    return this.threads.open(actor, parse(inputs.openThread, input));
  }

  @Mutation('pinThread') pin(@Viewer() actor: Actor, @Args() { id, pinned }: MutationPinThreadArgs): Promise<ThreadRow> {
    return this.threads.pin(actor, id, pinned);
  }

  @Mutation('closeThread') close(@Viewer() actor: Actor, @Args() { id, closed }: MutationCloseThreadArgs): Promise<ThreadRow> {
    return this.threads.close(actor, id, closed);
  }

  @Mutation('retitleThread') retitle(@Viewer() actor: Actor, @Args() args: MutationRetitleThreadArgs): Promise<ThreadRow> {
    return this.threads.retitle(actor, parse(inputs.retitleThread, { ...args }));
  }

  @Mutation('writeStand') writeStand(@Viewer() actor: Actor, @Args() args: MutationWriteStandArgs): Promise<ThreadRow> {
    return this.threads.writeStand(actor, parse(inputs.writeStand, { ...args }));
  }

  @Mutation('markRead') markRead(@Viewer() actor: Actor, @Args() args: MutationMarkReadArgs): Promise<ThreadRow> {
    return this.reading.markRead(actor, parse(inputs.markRead, { ...args }));
  }

  @Mutation('setThreadFollow') follow(@Viewer() actor: Actor, @Args() args: MutationSetThreadFollowArgs): Promise<ThreadRow> {
    const { threadId, level } = parse(inputs.setThreadFollow, { ...args });
    return this.reading.follow(actor, threadId, level ?? null);
  }
}
