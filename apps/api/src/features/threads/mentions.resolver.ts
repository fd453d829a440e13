import { Args, Query, Resolver } from '@nestjs/graphql';
import { limits } from '@kollab/contract';
import type { MentionCandidate, MentionCheck, QueryCheckMentionsArgs, QueryMentionCandidatesArgs } from '../../generated/graphql.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { fail } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import { MentionService } from './mentions.service.ts';

@Resolver()
export class MentionResolver {
  constructor(private readonly mentions: MentionService) {}

  @Query('mentionCandidates') candidates(
    @Viewer() actor: Actor,
    @Args() { text, ...place }: QueryMentionCandidatesArgs,
  ): Promise<MentionCandidate[]> {
    if (text.length > limits.name.max) throw fail('invalid', { fields: ['text'] });
    return this.mentions.candidates(actor, place, text);
  }

  @Query('checkMentions') check(@Viewer() actor: Actor, @Args() { body, ...place }: QueryCheckMentionsArgs): Promise<MentionCheck> {
    if (body.length > limits.post.max) throw fail('invalid', { fields: ['body'] });
    return this.mentions.check(actor, place, body);
  }
}
