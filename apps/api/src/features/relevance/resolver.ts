import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { parse } from '../../platform/fail.ts';
import { inputs } from '@kollab/contract';
import type { MutationSetPreferenceArgs, RelevanceMatter, RelevanceRule } from '../../generated/graphql.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import { viewerOf } from '../people/index.ts';
import { Preferences } from './preferences.service.ts';
import { rules } from './relevance.ts';

@Resolver()
export class RelevanceResolver {
  constructor(private readonly preferences: Preferences) {}

  @Query('relevanceRules') rules(@Viewer() _actor: Actor): RelevanceRule[] {
    return rules.map(({ id, of, section, when }) => ({ id, matter: of.toUpperCase() as RelevanceMatter, section, when }));
  }

  @Mutation('setPreference') async set(@Viewer() actor: Actor, @Args() { input }: MutationSetPreferenceArgs) {
    await this.preferences.set(actor, parse(inputs.setPreference, input));
    return viewerOf(actor);
  }
}
