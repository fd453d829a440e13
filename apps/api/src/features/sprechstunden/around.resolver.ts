import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { CsvFile } from '../../platform/csv.ts';
import type {
  MutationChangeEventSeatArgs,
  MutationEndEventSeatArgs,
  MutationExportParticipantsArgs,
  MutationInviteEventGuestArgs,
  MutationRegisterArgs,
  MutationWithdrawRegistrationArgs,
} from '../../generated/graphql.ts';
import type { EventSeat, Invitation, Registration } from '../../generated/prisma/client.ts';
import { viewerOf } from '../people/index.ts';
import { CalendarService } from './calendar.service.ts';
import { RegistrationService } from './registrations.service.ts';
import { EventSeatService } from './seats.service.ts';

/** Who comes, who works there from outside, and the calendar. */
@Resolver('Registration')
export class AroundResolver {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly seats: EventSeatService,
    private readonly calendar: CalendarService,
  ) {}

  @Mutation('register') register(@Viewer() actor: Actor, @Args() { input }: MutationRegisterArgs): Promise<Registration> {
    return this.registrations.register(actor, input);
  }

  @Mutation('withdrawRegistration')
  withdraw(@Viewer() actor: Actor, @Args() { id }: MutationWithdrawRegistrationArgs): Promise<Registration> {
    return this.registrations.withdraw(actor, id);
  }

  @Mutation('exportParticipants')
  export(@Viewer() actor: Actor, @Args() { sprechstundeId }: MutationExportParticipantsArgs): Promise<CsvFile> {
    return this.registrations.exportParticipants(actor, sprechstundeId);
  }

  @Mutation('inviteEventGuest') invite(@Viewer() actor: Actor, @Args() { input }: MutationInviteEventGuestArgs): Promise<Invitation> {
    return this.seats.invite(actor, input);
  }

  @Mutation('changeEventSeat') change(@Viewer() actor: Actor, @Args() args: MutationChangeEventSeatArgs): Promise<EventSeat> {
    return this.seats.change(actor, args);
  }

  @Mutation('endEventSeat') end(@Viewer() actor: Actor, @Args() { id }: MutationEndEventSeatArgs): Promise<EventSeat> {
    return this.seats.end(actor, id);
  }

  @Mutation('subscribeCalendar') subscribe(@Viewer() actor: Actor): Promise<{ url: string }> {
    return this.calendar.subscribe(actor);
  }

  @Mutation('revokeCalendar') async revoke(@Viewer() actor: Actor) {
    await this.calendar.revoke(actor);
    return viewerOf(actor);
  }
}
