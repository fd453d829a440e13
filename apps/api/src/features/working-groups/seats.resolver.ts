import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type {
  MutationAnswerGroupInvitationArgs,
  MutationApproveRequestArgs,
  MutationChangeGroupRoleArgs,
  MutationDeclineRequestArgs,
  MutationInviteGuestArgs,
  MutationInviteMemberArgs,
  MutationJoinGroupArgs,
  MutationLeaveGroupArgs,
  MutationRemoveMemberArgs,
  MutationRevertDeclineArgs,
  MutationWithdrawRequestArgs,
} from '../../generated/graphql.ts';
import type { GroupMembership, Invitation } from '../../generated/prisma/client.ts';
import { GuestService } from './guests.service.ts';
import { MemberService } from './members.service.ts';
import { SeatService } from './seats.service.ts';

type Seat = Promise<GroupMembership>;

@Resolver('GroupMembership')
export class SeatResolver {
  constructor(
    private readonly seats: SeatService,
    private readonly members: MemberService,
    private readonly guests: GuestService,
  ) {}

  @Mutation('joinGroup') join(@Viewer() actor: Actor, @Args() args: MutationJoinGroupArgs): Seat {
    return this.seats.join(actor, args);
  }

  @Mutation('withdrawRequest') withdraw(@Viewer() actor: Actor, @Args() { groupId }: MutationWithdrawRequestArgs): Seat {
    return this.seats.withdraw(actor, groupId);
  }

  @Mutation('leaveGroup') leave(@Viewer() actor: Actor, @Args() { groupId }: MutationLeaveGroupArgs): Seat {
    return this.seats.leave(actor, groupId);
  }

  @Mutation('answerGroupInvitation') answer(@Viewer() actor: Actor, @Args() { groupId, accept }: MutationAnswerGroupInvitationArgs): Seat {
    return this.seats.answer(actor, groupId, accept);
  }

  @Mutation('approveRequest') approve(@Viewer() actor: Actor, @Args() { membershipId }: MutationApproveRequestArgs): Seat {
    return this.members.approve(actor, membershipId);
  }

  @Mutation('declineRequest') decline(@Viewer() actor: Actor, @Args() args: MutationDeclineRequestArgs): Seat {
    return this.members.decline(actor, args);
  }

  @Mutation('revertDecline') revertDecline(@Viewer() actor: Actor, @Args() { membershipId }: MutationRevertDeclineArgs): Seat {
    return this.members.revertDecline(actor, membershipId);
  }

  @Mutation('changeGroupRole') changeRole(@Viewer() actor: Actor, @Args() args: MutationChangeGroupRoleArgs): Seat {
    return this.members.changeRole(actor, args);
  }

  @Mutation('removeMember') remove(@Viewer() actor: Actor, @Args() args: MutationRemoveMemberArgs): Seat {
    return this.members.remove(actor, args);
  }

  @Mutation('inviteMember') invite(@Viewer() actor: Actor, @Args() args: MutationInviteMemberArgs): Seat {
    return this.members.invite(actor, args);
  }

  @Mutation('inviteGuest') inviteGuest(@Viewer() actor: Actor, @Args() { input }: MutationInviteGuestArgs): Promise<Invitation> {
    return this.guests.invite(actor, input);
  }
}
