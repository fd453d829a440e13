import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HotEvents } from '../../platform/events/hot.ts';
import { PostRows } from './post-rows.ts';

const hot = ['post.written', 'post.edited', 'post.deleted', 'post.restored', 'post.reacted', 'post.accepted'] as const;

/** What who looks at a thread gets of its posts without asking: the post as every reader may see it. */
@Injectable()
export class PostFragments implements OnModuleInit {
  constructor(
    private readonly events: HotEvents,
    private readonly posts: PostRows,
  ) {}

  onModuleInit(): void {
    for (const name of hot)
      this.events.register(
        name,
        ({ threadId }) => threadId,
        async (payloads) => {
          const posts = await this.posts.publicById([...new Set(payloads.map((p) => p.postId))]);
          return payloads.map((p) => posts.get(p.postId));
        },
      );
  }
}
