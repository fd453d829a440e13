import { Module, type OnModuleInit } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { QuestionsModule } from '../questions/index.ts';
import { PostFragments } from './hot.ts';
import { GroupMovement } from './group-movement.ts';
import { ThreadHooks } from './hooks.ts';
import { erasePost } from './jobs.ts';
import { ThreadLoaders } from './loader.ts';
import { MentionService } from './mentions.service.ts';
import { PostResolver } from './posts.resolver.ts';
import { PostRows } from './post-rows.ts';
import { PostService } from './posts.service.ts';
import { ThreadResolver } from './resolver.ts';
import { ThreadService } from './service.ts';
import { DraftResolver } from './drafts.resolver.ts';
import { DraftService } from './drafts.service.ts';
import { MentionResolver } from './mentions.resolver.ts';
import { ReadingService } from './reading.service.ts';
import { ThreadLists } from './thread-lists.ts';
import { ThreadRows } from './thread-rows.ts';
import { ownSections } from './own-data.ts';

@Module({
  imports: [QuestionsModule],
  providers: [
    ThreadResolver,
    PostResolver,
    DraftResolver,
    MentionResolver,
    ThreadService,
    PostService,
    ReadingService,
    DraftService,
    MentionService,
    ThreadRows,
    PostRows,
    ThreadLists,
    ThreadLoaders,
    PostFragments,
    GroupMovement,
    ThreadHooks,
  ],
  exports: [ThreadLoaders, ThreadRows, PostRows, MentionService, ThreadHooks],
})
export class ThreadsModule implements OnModuleInit {
  constructor(
    ownData: OwnData,
    private readonly jobs: Jobs,
    private readonly posts: PostService,
  ) {
    ownData.hold(ownSections);
  }

  onModuleInit(): void {
    this.jobs.handle(erasePost, ({ postId }) => this.posts.erase(postId));
  }
}
