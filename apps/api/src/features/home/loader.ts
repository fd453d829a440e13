import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import { organisationsById } from '../organisations/index.ts';
import type { HomeItem } from './items.ts';

/** How the fields of an item are read: by batches, for all items at once. */
@Injectable()
export class HomeLoaders {
  constructor(private readonly database: Database) {}

  readonly loaders: Loaders = {
    HomeItem: {
      organisation: batched((items: HomeItem[]) =>
        organisationsById(
          this.database.sql,
          items.map((item) => item.organisationId),
        ),
      ),
    },
  };
}
