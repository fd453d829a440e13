import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type {
  MutationDecideVolunteeringArgs,
  MutationRemoveWorkPackageArgs,
  MutationSaveWorkPackageArgs,
  MutationTickSubGoalArgs,
  MutationVolunteerArgs,
  MutationWithdrawVolunteeringArgs,
} from '../../generated/graphql.ts';
import type { Volunteering, WorkingGroup, WorkPackage } from '../../generated/prisma/client.ts';
import { VolunteeringService } from './volunteering.service.ts';
import { WorkService } from './work.service.ts';

@Resolver('WorkPackage')
export class WorkResolver {
  constructor(
    private readonly work: WorkService,
    private readonly volunteerings: VolunteeringService,
  ) {}

  @Mutation('saveWorkPackage') save(
    @Viewer() actor: Actor,
    @Args() { groupId, id, version, input }: MutationSaveWorkPackageArgs,
  ): Promise<WorkPackage> {
    return this.work.save(actor, groupId, id ?? null, version ?? null, input);
  }

  @Mutation('removeWorkPackage') remove(@Viewer() actor: Actor, @Args() { id }: MutationRemoveWorkPackageArgs): Promise<WorkingGroup> {
    return this.work.remove(actor, id);
  }

  @Mutation('tickSubGoal') tick(@Viewer() actor: Actor, @Args() { id, done }: MutationTickSubGoalArgs): Promise<WorkPackage> {
    return this.work.tick(actor, id, done);
  }

  @Mutation('volunteer') volunteer(@Viewer() actor: Actor, @Args() args: MutationVolunteerArgs): Promise<Volunteering> {
    return this.volunteerings.volunteer(actor, args);
  }

  @Mutation('withdrawVolunteering') withdraw(
    @Viewer() actor: Actor,
    @Args() { id }: MutationWithdrawVolunteeringArgs,
  ): Promise<Volunteering> {
    return this.volunteerings.withdraw(actor, id);
  }

  @Mutation('decideVolunteering') decide(
    @Viewer() actor: Actor,
    @Args() { id, accept }: MutationDecideVolunteeringArgs,
  ): Promise<Volunteering> {
    return this.volunteerings.decide(actor, id, accept);
  }
}
