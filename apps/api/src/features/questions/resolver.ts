import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type {
  MutationAddToQuestionArgs,
  MutationAskQuestionArgs,
  MutationEditQuestionArgs,
  MutationHideQuestionArgs,
  MutationMergeQuestionArgs,
  MutationShowQuestionArgs,
  MutationVoteQuestionArgs,
  MutationWithdrawQuestionArgs,
  QueryQuestionArgs,
  QuerySimilarQuestionsArgs,
  QueryUnansweredQuestionsArgs,
} from '../../generated/graphql.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { AnswerTimes, type AnswerTimesRow } from './answer-times.ts';
import { QuestionLists } from './lists.ts';
import { QuestionModeration } from './moderation.service.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import { QuestionService } from './service.ts';
import { VoteService } from './votes.service.ts';

@Resolver('Question')
export class QuestionResolver {
  constructor(
    private readonly rows: QuestionRows,
    private readonly lists: QuestionLists,
    private readonly times: AnswerTimes,
    private readonly questions: QuestionService,
    private readonly votes: VoteService,
    private readonly moderation: QuestionModeration,
  ) {}

  @Query('question') one(@Viewer() actor: Actor, @Args() { id }: QueryQuestionArgs): Promise<QuestionRow> {
    return this.rows.one(actor, id);
  }

  @Query('similarQuestions') similar(@Viewer() actor: Actor, @Args() args: QuerySimilarQuestionsArgs): Promise<QuestionRow[]> {
    return this.lists.similar(actor, parse(inputs.similarQuestions, { ...args }).text);
  }

  @Query('unansweredQuestions')
  unanswered(@Viewer() actor: Actor, @Args() { filter, ...page }: QueryUnansweredQuestionsArgs): Promise<Page<QuestionRow>> {
    return this.lists.unanswered(actor, parse(inputs.unansweredFilter, filter ?? {}), page);
  }

  @Query('answerTimes') answerTimes(@Viewer() actor: Actor): Promise<AnswerTimesRow[]> {
    return this.times.ofQuarters(actor);
  }

  @Mutation('askQuestion') ask(@Viewer() actor: Actor, @Args() { input }: MutationAskQuestionArgs): Promise<QuestionRow> {
    return this.questions.ask(actor, parse(inputs.askQuestion, input));
  }

  @Mutation('editQuestion') edit(@Viewer() actor: Actor, @Args() args: MutationEditQuestionArgs): Promise<QuestionRow> {
    return this.questions.edit(actor, parse(inputs.editQuestion, { ...args }));
  }

  @Mutation('addToQuestion') add(@Viewer() actor: Actor, @Args() { input }: MutationAddToQuestionArgs): Promise<QuestionRow> {
    return this.questions.add(actor, parse(inputs.addToQuestion, input));
  }

  @Mutation('withdrawQuestion') withdraw(@Viewer() actor: Actor, @Args() { id }: MutationWithdrawQuestionArgs): Promise<QuestionRow> {
    return this.questions.withdraw(actor, id);
  }

  @Mutation('voteQuestion') vote(@Viewer() actor: Actor, @Args() { id, on }: MutationVoteQuestionArgs): Promise<QuestionRow> {
    return this.votes.vote(actor, id, on);
  }

  @Mutation('hideQuestion') hide(@Viewer() actor: Actor, @Args() args: MutationHideQuestionArgs): Promise<QuestionRow> {
    return this.moderation.hide(actor, parse(inputs.hideQuestion, { ...args }));
  }

  @Mutation('showQuestion') show(@Viewer() actor: Actor, @Args() { id }: MutationShowQuestionArgs): Promise<QuestionRow> {
    return this.moderation.show(actor, id);
  }

  @Mutation('mergeQuestion') merge(@Viewer() actor: Actor, @Args() args: MutationMergeQuestionArgs): Promise<QuestionRow> {
    return this.moderation.merge(actor, parse(inputs.mergeQuestion, { ...args }));
  }
}
