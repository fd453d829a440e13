import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type {
  MutationAcceptAnswerArgs,
  MutationAnswerOfficiallyArgs,
  MutationAssignQuestionArgs,
  MutationDeferQuestionArgs,
  MutationReportOutdatedArgs,
  MutationResumeQuestionArgs,
  MutationReturnQuestionArgs,
} from '../../generated/graphql.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import { AnswerService } from './answers.service.ts';
import { OfficeService } from './offices.service.ts';
import type { QuestionRow } from './question-rows.ts';

/** A question on its way to its answer. */
@Resolver('Question')
export class OfficeResolver {
  constructor(
    private readonly offices: OfficeService,
    private readonly answers: AnswerService,
  ) {}

  @Mutation('assignQuestion') assign(@Viewer() actor: Actor, @Args() args: MutationAssignQuestionArgs): Promise<QuestionRow> {
    return this.offices.assign(actor, parse(inputs.assignQuestion, { ...args }));
  }

  @Mutation('returnQuestion') giveBack(@Viewer() actor: Actor, @Args() args: MutationReturnQuestionArgs): Promise<QuestionRow> {
    return this.offices.giveBack(actor, parse(inputs.returnQuestion, { ...args }));
  }

  @Mutation('deferQuestion') defer(@Viewer() actor: Actor, @Args() args: MutationDeferQuestionArgs): Promise<QuestionRow> {
    return this.offices.defer(actor, parse(inputs.deferQuestion, { ...args }));
  }

  @Mutation('resumeQuestion') resume(@Viewer() actor: Actor, @Args() args: MutationResumeQuestionArgs): Promise<QuestionRow> {
    return this.offices.resume(actor, parse(inputs.resumeQuestion, { ...args }));
  }

  @Mutation('answerOfficially') answer(@Viewer() actor: Actor, @Args() { input }: MutationAnswerOfficiallyArgs): Promise<QuestionRow> {
    return this.answers.answer(actor, parse(inputs.answerOfficially, input));
  }

  @Mutation('acceptAnswer') accept(@Viewer() actor: Actor, @Args() args: MutationAcceptAnswerArgs): Promise<QuestionRow> {
    return this.answers.accept(actor, parse(inputs.acceptAnswer, { ...args }));
  }

  @Mutation('reportOutdated') report(@Viewer() actor: Actor, @Args() args: MutationReportOutdatedArgs): Promise<QuestionRow> {
    return this.answers.reportOutdated(actor, parse(inputs.reportOutdated, { ...args }));
  }
}
