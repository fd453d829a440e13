import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type { QueryWorkingGroupArgs, QueryWorkingGroupsArgs } from '../../generated/graphql.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { WorkingGroupService } from './service.ts';

@Resolver('WorkingGroup')
export class WorkingGroupResolver {
  constructor(private readonly groups: WorkingGroupService) {}

  @Query('workingGroup') one(@Viewer() actor: Actor, @Args() { id }: QueryWorkingGroupArgs): Promise<WorkingGroup> {
    return this.groups.one(actor, id);
  }

  @Query('workingGroups') list(@Viewer() actor: Actor, @Args() args: QueryWorkingGroupsArgs): Promise<Page<WorkingGroup>> {
    return this.groups.list(actor, args);
  }
}
