import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type { MutationSetAbsenceArgs, QueryDeputyCandidatesArgs } from '../../generated/graphql.ts';
import type { Person } from '../../generated/prisma/client.ts';
import { viewerOf } from '../people/index.ts';
import { Absences } from './service.ts';

@Resolver()
export class AbsenceResolver {
  constructor(private readonly absences: Absences) {}

  @Query('deputyCandidates')
  candidates(@Viewer() actor: Actor, @Args() { text, ...args }: QueryDeputyCandidatesArgs): Promise<Page<Person>> {
    return this.absences.candidates(actor, text ?? '', { ...args, first: args.first ?? 20 });
  }

  @Mutation('setAbsence')
  async set(@Viewer() actor: Actor, @Args() { input }: MutationSetAbsenceArgs): Promise<ReturnType<typeof viewerOf>> {
    await this.absences.sets(actor, parse(inputs.setAbsence, input));
    return viewerOf(actor);
  }

  @Mutation('endAbsence') async end(@Viewer() actor: Actor): Promise<ReturnType<typeof viewerOf>> {
    await this.absences.ends(actor);
    return viewerOf(actor);
  }
}
