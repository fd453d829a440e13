import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type {
  MutationActForArgs,
  MutationAssignAffiliationRequestArgs,
  MutationChangeAffiliationArgs,
  MutationConfirmAffiliationArgs,
  MutationDeclineAffiliationArgs,
  MutationEndAffiliationArgs,
  MutationRequestAffiliationArgs,
  MutationWithdrawAffiliationRequestArgs,
  QueryUnansweredRequestsArgs,
} from '../../generated/graphql.ts';
import { AffiliationService } from './affiliations.service.ts';
import { AffiliationRequests } from './requests.service.ts';
import { viewerOf } from './viewer.ts';

@Resolver('Affiliation')
export class AffiliationResolver {
  constructor(
    private readonly affiliations: AffiliationService,
    private readonly requests: AffiliationRequests,
  ) {}

  @Query('unansweredRequests') unanswered(@Viewer() actor: Actor, @Args() args: QueryUnansweredRequestsArgs) {
    return this.requests.unanswered(actor, args);
  }

  @Mutation('requestAffiliation') request(@Viewer() actor: Actor, @Args() { input }: MutationRequestAffiliationArgs) {
    return this.requests.request(actor, parse(inputs.requestAffiliation, input));
  }

  @Mutation('withdrawAffiliationRequest') withdraw(@Viewer() actor: Actor, @Args() { id }: MutationWithdrawAffiliationRequestArgs) {
    return this.requests.withdraw(actor, id);
  }

  @Mutation('confirmAffiliation') confirm(@Viewer() actor: Actor, @Args() args: MutationConfirmAffiliationArgs) {
    return this.requests.confirm(actor, parse(inputs.confirmAffiliation, args));
  }

  @Mutation('declineAffiliation') decline(@Viewer() actor: Actor, @Args() args: MutationDeclineAffiliationArgs) {
    return this.requests.decline(actor, parse(inputs.declineAffiliation, args));
  }

  @Mutation('assignAffiliationRequest') assign(@Viewer() actor: Actor, @Args() args: MutationAssignAffiliationRequestArgs) {
    return this.requests.assign(actor, args.requestId, args.organisationId);
  }

  @Mutation('changeAffiliation') change(@Viewer() actor: Actor, @Args() { input }: MutationChangeAffiliationArgs) {
    return this.affiliations.change(actor, parse(inputs.changeAffiliation, input));
  }

  @Mutation('endAffiliation') end(@Viewer() actor: Actor, @Args() { id }: MutationEndAffiliationArgs) {
    return this.affiliations.end(actor, id);
  }

  @Mutation('actFor') async actFor(@Viewer() actor: Actor, @Args() { organisationId }: MutationActForArgs) {
    await this.affiliations.actFor(actor, organisationId);
    return viewerOf(actor);
  }
}
