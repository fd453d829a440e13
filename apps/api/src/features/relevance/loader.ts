import { Injectable } from '@nestjs/common';
import type { Announcement } from '../../generated/prisma/client.ts';
import { batched, ofViewer, type Loaders } from '../../platform/graphql/loaders.ts';
import { AnnouncementRelevance } from './announcements.ts';
import { Preferences } from './preferences.service.ts';

/** Loads the fields that say where something stands for the viewer. */
@Injectable()
export class RelevanceLoaders {
  constructor(
    private readonly preferences: Preferences,
    private readonly announcements: AnnouncementRelevance,
  ) {}

  readonly loaders: Loaders = {
    Announcement: { relevance: batched((rows: Announcement[], actor) => this.announcements.of(actor, rows)) },
    Viewer: {
      preferences: ofViewer(({ personId }) => this.preferences.of(personId)),
    },
  };
}
