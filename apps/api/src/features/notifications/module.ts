import { Module } from '@nestjs/common';
import { AbsencesModule } from '../absences/index.ts';
import { RelevanceModule } from '../relevance/index.ts';
import { OwnData } from '../../platform/own-data.ts';
import { ThreadsModule } from '../threads/index.ts';
import { AnnouncementsModule } from '../announcements/index.ts';
import { AnnouncementFacts } from './announcement-facts.ts';
import { Audience } from './audience.ts';
import { EventFacts } from './event-facts.ts';
import { GroupFacts } from './group-facts.ts';
import { LetterRights } from './letter-rights.ts';
import { NoticeLoaders } from './loader.ts';
import { Notifier } from './notifier.ts';
import { QuestionsModule } from '../questions/index.ts';
import { PeopleFacts } from './people-facts.ts';
import { NoticeSections } from './sections.ts';
import { PostFacts } from './post-facts.ts';
import { StandingIn } from './standing-in.ts';
import { QuestionFacts } from './question-facts.ts';
import { NoticeResolver } from './resolver.ts';
import { NoticeService } from './service.ts';

@Module({
  imports: [AbsencesModule, ThreadsModule, QuestionsModule, AnnouncementsModule, RelevanceModule],
  providers: [
    NoticeResolver,
    NoticeService,
    NoticeLoaders,
    Audience,
    Notifier,
    AnnouncementFacts,
    EventFacts,
    GroupFacts,
    LetterRights,
    PeopleFacts,
    NoticeSections,
    PostFacts,
    QuestionFacts,
    StandingIn,
  ],
  exports: [NoticeLoaders, NoticeSections],
})
export class NotificationsModule {
  constructor(ownData: OwnData) {
    ownData.hold([{ table: 'notice', title: 'Hinweise', where: 't.person_id = $1::uuid' }]);
  }
}
