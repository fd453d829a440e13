import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type { CsvFile } from '../../platform/csv.ts';
import type {
  MutationChangeStatusArgs,
  MutationCreateWorkingGroupArgs,
  MutationDecideProposalArgs,
  MutationEditWorkingGroupArgs,
  MutationExportRosterArgs,
  MutationReadWithReasonArgs,
  MutationRevertStatusArgs,
  MutationSetGroupFollowArgs,
  QueryWorkingGroupArgs,
  QueryWorkingGroupsArgs,
} from '../../generated/graphql.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { AccessService } from './access.service.ts';
import { LifecycleService } from './lifecycle.service.ts';
import { WorkingGroupService } from './service.ts';

type Group = Promise<WorkingGroup>;

@Resolver('WorkingGroup')
export class WorkingGroupResolver {
  constructor(
    private readonly groups: WorkingGroupService,
    private readonly lifecycle: LifecycleService,
    private readonly access: AccessService,
  ) {}

  @Query('workingGroup') one(@Viewer() actor: Actor, @Args() { id }: QueryWorkingGroupArgs): Group {
    return this.groups.one(actor, id);
  }

  @Query('workingGroups') list(@Viewer() actor: Actor, @Args() args: QueryWorkingGroupsArgs): Promise<Page<WorkingGroup>> {
    return this.groups.list(actor, args);
  }

  @Mutation('createWorkingGroup') create(@Viewer() actor: Actor, @Args() { input, planned }: MutationCreateWorkingGroupArgs): Group {
    return this.lifecycle.create(actor, input, planned ?? false);
  }

  @Mutation('decideProposal') decideProposal(@Viewer() actor: Actor, @Args() args: MutationDecideProposalArgs): Group {
    return this.lifecycle.decideProposal(actor, args);
  }

  @Mutation('editWorkingGroup') edit(@Viewer() actor: Actor, @Args() { id, version, input }: MutationEditWorkingGroupArgs): Group {
    return this.lifecycle.edit(actor, id, version, input);
  }

  @Mutation('changeStatus') changeStatus(@Viewer() actor: Actor, @Args() args: MutationChangeStatusArgs): Group {
    return this.lifecycle.changeStatus(actor, args);
  }

  @Mutation('revertStatus') revertStatus(@Viewer() actor: Actor, @Args() { id }: MutationRevertStatusArgs): Group {
    return this.lifecycle.revertStatus(actor, id);
  }

  @Mutation('readWithReason') readWithReason(@Viewer() actor: Actor, @Args() args: MutationReadWithReasonArgs): Group {
    return this.access.readWithReason(actor, args);
  }

  @Mutation('exportRoster') exportRoster(@Viewer() actor: Actor, @Args() { groupId }: MutationExportRosterArgs): Promise<CsvFile> {
    return this.access.exportRoster(actor, groupId);
  }

  @Mutation('setGroupFollow') follow(@Viewer() actor: Actor, @Args() args: MutationSetGroupFollowArgs): Group {
    return this.access.follow(actor, args);
  }
}
