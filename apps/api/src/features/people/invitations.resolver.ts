import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type {
  MutationAcceptInvitationArgs,
  MutationInviteColleagueArgs,
  MutationNameCoordinatorArgs,
  MutationResendInvitationArgs,
  MutationRevokeInvitationArgs,
  QueryInvitationArgs,
} from '../../generated/graphql.ts';
import { Invitations } from './invitations.service.ts';
import { viewerOf } from './viewer.ts';

@Resolver('Invitation')
export class InvitationResolver {
  constructor(private readonly invitations: Invitations) {}

  @Query('invitation') offer(@Viewer() actor: Actor, @Args() args: QueryInvitationArgs) {
    return this.invitations.offer(actor, parse(inputs.token, args).token);
  }

  @Mutation('inviteColleague') invite(@Viewer() actor: Actor, @Args() { input }: MutationInviteColleagueArgs) {
    return this.invitations.inviteColleague(actor, parse(inputs.inviteColleague, input));
  }

  @Mutation('nameCoordinator') nameCoordinator(@Viewer() actor: Actor, @Args() args: MutationNameCoordinatorArgs) {
    return this.invitations.nameCoordinator(actor, parse(inputs.nameCoordinator, args));
  }

  @Mutation('resendInvitation') resend(@Viewer() actor: Actor, @Args() { id }: MutationResendInvitationArgs) {
    return this.invitations.resend(actor, id);
  }

  @Mutation('revokeInvitation') revoke(@Viewer() actor: Actor, @Args() { id }: MutationRevokeInvitationArgs) {
    return this.invitations.revoke(actor, id);
  }

  @Mutation('acceptInvitation') async accept(@Viewer() actor: Actor, @Args() args: MutationAcceptInvitationArgs) {
    await this.invitations.accept(actor, parse(inputs.token, args).token);
    return viewerOf(actor);
  }
}
