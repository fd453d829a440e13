import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type { MutationSetMailDomainsArgs, Participation, QueryOrganisationArgs, QueryOrganisationsArgs } from '../../generated/graphql.ts';
import type { Organisation } from '../../generated/prisma/client.ts';
import { OrganisationService } from './service.ts';

@Resolver('Organisation')
export class OrganisationResolver {
  constructor(private readonly organisations: OrganisationService) {}

  @Query('organisation') one(@Viewer() actor: Actor, @Args() { id }: QueryOrganisationArgs): Promise<Organisation> {
    return this.organisations.one(actor, id);
  }

  /** Signing in is asked for, a role is not: somebody new has to find their organisation. */
  @Query('organisations') list(@Viewer() _actor: Actor, @Args() args: QueryOrganisationsArgs): Promise<Page<Organisation>> {
    return this.organisations.list(args);
  }

  /** Without sign-in. */
  @Query('participation') participation(): Promise<Participation> {
    return this.organisations.participation();
  }

  @Mutation('setMailDomains') setMailDomains(@Viewer() actor: Actor, @Args() args: MutationSetMailDomainsArgs): Promise<Organisation> {
    return this.organisations.setMailDomains(actor, parse(inputs.setMailDomains, args));
  }
}
