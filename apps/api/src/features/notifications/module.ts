import { Module } from '@nestjs/common';
import { Audience } from './audience.ts';
import { GroupFacts } from './group-facts.ts';
import { NoticeLoaders } from './loader.ts';
import { Notifier } from './notifier.ts';
import { PeopleFacts } from './people-facts.ts';
import { NoticeResolver } from './resolver.ts';
import { NoticeService } from './service.ts';

@Module({
  providers: [NoticeResolver, NoticeService, NoticeLoaders, Audience, Notifier, GroupFacts, PeopleFacts],
  exports: [NoticeLoaders],
})
export class NotificationsModule {}
