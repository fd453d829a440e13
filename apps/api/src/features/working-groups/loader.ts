import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { groupViews } from './gate.ts';
import { groupPolicy } from './policy.ts';

/** How the fields of a group are read: by batches, for all rows of a request at once. */
@Injectable()
export class WorkingGroupLoaders {
  constructor(private readonly database: Database) {}

  readonly loaders: Loaders = {
    WorkingGroup: {
      viewerCan: batched(async (groups: WorkingGroup[], actor) =>
        (await groupViews(this.database.prisma, actor, groups)).map((view) => groupPolicy.abilities(actor, view)),
      ),
    },
  };
}
