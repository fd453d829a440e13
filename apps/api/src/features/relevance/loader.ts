import { Injectable } from '@nestjs/common';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import { Preferences } from './preferences.service.ts';

/** How the fields are read that say where something stands for the viewer. */
@Injectable()
export class RelevanceLoaders {
  constructor(private readonly preferences: Preferences) {}

  readonly loaders: Loaders = {
    Viewer: {
      preferences: batched((viewers: { personId: string }[]) => Promise.all(viewers.map(({ personId }) => this.preferences.of(personId)))),
    },
  };
}
