import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type { JsonFile, QueryAuditEntriesArgs } from '../../generated/graphql.ts';
import { PrivacyService, type AuditView } from './service.ts';

@Resolver()
export class PrivacyResolver {
  constructor(private readonly privacy: PrivacyService) {}

  @Query('auditEntries') audit(@Viewer() actor: Actor, @Args() { filter, ...args }: QueryAuditEntriesArgs): Promise<Page<AuditView>> {
    return this.privacy.audit(actor, filter ?? {}, args);
  }

  @Mutation('exportOwnData') exportOwn(@Viewer() actor: Actor): Promise<JsonFile> {
    return this.privacy.exportsOwn(actor);
  }
}
