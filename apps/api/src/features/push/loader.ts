import { Injectable } from '@nestjs/common';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import { Devices } from './devices.service.ts';

@Injectable()
export class PushLoaders {
  constructor(private readonly devices: Devices) {}

  readonly loaders: Loaders = {
    Viewer: {
      push: batched(async (viewers: unknown[], { personId }) => {
        const push = await this.devices.of(personId);
        return viewers.map(() => push);
      }),
    },
  };
}
