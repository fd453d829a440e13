import { Injectable } from '@nestjs/common';
import { ofViewer, type Loaders } from '../../platform/graphql/loaders.ts';
import { Devices } from './devices.service.ts';

@Injectable()
export class PushLoaders {
  constructor(private readonly devices: Devices) {}

  readonly loaders: Loaders = {
    Viewer: {
      push: ofViewer(({ personId }) => this.devices.of(personId)),
    },
  };
}
