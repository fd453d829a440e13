import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { AnswerTimes } from './answer-times.ts';
import { AnswerService } from './answers.service.ts';
import { FaqLoaders } from './faq.loader.ts';
import { FaqResolver } from './faq.resolver.ts';
import { FaqRows } from './faq-rows.ts';
import { FaqService } from './faq.service.ts';
import { QuestionFragments } from './hot.ts';
import { QuestionLists } from './lists.ts';
import { QuestionLoaders } from './loader.ts';
import { QuestionModeration } from './moderation.service.ts';
import { OfficeResolver } from './offices.resolver.ts';
import { OfficeService } from './offices.service.ts';
import { QuestionRows } from './question-rows.ts';
import { QuestionResolver } from './resolver.ts';
import { QuestionService } from './service.ts';
import { StageLoaders } from './stage.loader.ts';
import { StageResolver } from './stage.resolver.ts';
import { StageService } from './stage.service.ts';
import { Topics } from './topics.ts';
import { Turning } from './turning.ts';
import { VoteTeller } from './vote-teller.ts';
import { VoteService } from './votes.service.ts';
import { ownSections } from './own-data.ts';

@Module({
  providers: [
    QuestionResolver,
    OfficeResolver,
    FaqResolver,
    StageResolver,
    QuestionService,
    StageService,
    OfficeService,
    AnswerService,
    VoteService,
    VoteTeller,
    QuestionModeration,
    FaqService,
    QuestionRows,
    QuestionLists,
    AnswerTimes,
    FaqRows,
    Topics,
    QuestionLoaders,
    FaqLoaders,
    StageLoaders,
    Turning,
    QuestionFragments,
  ],
  exports: [QuestionLoaders, FaqLoaders, StageLoaders, QuestionRows, VoteTeller, Turning],
})
export class QuestionsModule {
  constructor(ownData: OwnData) {
    ownData.hold(ownSections);
  }
}
