import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type {
  MutationRemovePushDeviceArgs,
  MutationSubscribeToPushArgs,
  MutationUnsubscribeFromPushArgs,
} from '../../generated/graphql.ts';
import { viewerOf } from '../people/index.ts';
import { Devices } from './devices.service.ts';

type ViewerRow = ReturnType<typeof viewerOf>;

@Resolver()
export class PushResolver {
  constructor(private readonly devices: Devices) {}

  @Mutation('subscribeToPush')
  async subscribe(@Viewer() actor: Actor, @Args() { input }: MutationSubscribeToPushArgs): Promise<ViewerRow> {
    await this.devices.subscribes(actor, parse(inputs.subscribeToPush, input));
    return viewerOf(actor);
  }

  @Mutation('unsubscribeFromPush')
  async unsubscribe(@Viewer() actor: Actor, @Args() args: MutationUnsubscribeFromPushArgs): Promise<ViewerRow> {
    await this.devices.unsubscribes(actor, parse(inputs.unsubscribeFromPush, args).endpoint);
    return viewerOf(actor);
  }

  @Mutation('removePushDevice')
  async remove(@Viewer() actor: Actor, @Args() { id }: MutationRemovePushDeviceArgs): Promise<ViewerRow> {
    await this.devices.removes(actor, id);
    return viewerOf(actor);
  }
}
