import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { MutationPlaceQuestionArgs, MutationSetCurrentQuestionArgs } from '../../generated/graphql.ts';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { QuestionRow } from './question-rows.ts';
import { StageService } from './stage.service.ts';

@Resolver('Question')
export class StageResolver {
  constructor(private readonly stage: StageService) {}

  @Mutation('setCurrentQuestion')
  setCurrent(@Viewer() actor: Actor, @Args() args: MutationSetCurrentQuestionArgs): Promise<Sprechstunde> {
    return this.stage.setCurrent(actor, parse(inputs.setCurrentQuestion, { ...args }));
  }

  @Mutation('placeQuestion') place(@Viewer() actor: Actor, @Args() args: MutationPlaceQuestionArgs): Promise<QuestionRow> {
    return this.stage.place(actor, parse(inputs.placeQuestion, { ...args }));
  }
}
