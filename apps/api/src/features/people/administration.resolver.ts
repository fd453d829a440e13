import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type {
  MutationBecomeFirstAdminArgs,
  MutationGrantGlobalRoleArgs,
  MutationLinkIdentityArgs,
  MutationRevokeGlobalRoleArgs,
} from '../../generated/graphql.ts';
import { Administration } from './administration.service.ts';
import { viewerOf } from './viewer.ts';

@Resolver('GlobalRoleGrant')
export class AdministrationResolver {
  constructor(private readonly administration: Administration) {}

  @Mutation('grantGlobalRole') grant(@Viewer() actor: Actor, @Args() args: MutationGrantGlobalRoleArgs) {
    return this.administration.grant(actor, parse(inputs.grantGlobalRole, args));
  }

  @Mutation('revokeGlobalRole') revoke(@Viewer() actor: Actor, @Args() args: MutationRevokeGlobalRoleArgs) {
    return this.administration.revoke(actor, parse(inputs.grantGlobalRole, args));
  }

  @Mutation('linkIdentity') linkIdentity(@Viewer() actor: Actor, @Args() { input }: MutationLinkIdentityArgs) {
    return this.administration.linkIdentity(actor, parse(inputs.linkIdentity, input));
  }

  @Mutation('becomeFirstAdmin') async becomeFirst(@Viewer() actor: Actor, @Args() args: MutationBecomeFirstAdminArgs) {
    await this.administration.becomeFirst(actor, parse(inputs.token, args).token);
    return viewerOf(actor);
  }
}
