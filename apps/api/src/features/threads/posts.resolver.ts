import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type {
  MutationAcceptPostArgs,
  MutationDeletePostArgs,
  MutationEditPostArgs,
  MutationReactArgs,
  MutationReplyArgs,
  MutationRestorePostArgs,
  QueryPostArgs,
} from '../../generated/graphql.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import { PostService } from './posts.service.ts';
import type { PostRow } from './post-rows.ts';

@Resolver('Post')
export class PostResolver {
  constructor(private readonly posts: PostService) {}

  @Query('post') one(@Viewer() actor: Actor, @Args() { id }: QueryPostArgs): Promise<PostRow> {
    return this.posts.one(actor, id);
  }

  @Mutation('reply') reply(@Viewer() actor: Actor, @Args() { input }: MutationReplyArgs): Promise<PostRow> {
    return this.posts.reply(actor, parse(inputs.reply, input));
  }

  @Mutation('editPost') edit(@Viewer() actor: Actor, @Args() { input }: MutationEditPostArgs): Promise<PostRow> {
    return this.posts.edit(actor, parse(inputs.editPost, input));
  }

  @Mutation('deletePost') delete(@Viewer() actor: Actor, @Args() { id }: MutationDeletePostArgs): Promise<PostRow> {
    return this.posts.delete(actor, id);
  }

  @Mutation('restorePost') restore(@Viewer() actor: Actor, @Args() { id }: MutationRestorePostArgs): Promise<PostRow> {
    return this.posts.restore(actor, id);
  }

  @Mutation('acceptPost') accept(@Viewer() actor: Actor, @Args() args: MutationAcceptPostArgs): Promise<PostRow> {
    return this.posts.accept(actor, parse(inputs.acceptPost, { ...args }));
  }

  @Mutation('react') react(@Viewer() actor: Actor, @Args() args: MutationReactArgs): Promise<PostRow> {
    const { postId, kind, on } = parse(inputs.react, { ...args });
    return this.posts.react(actor, postId, kind, on);
  }
}
