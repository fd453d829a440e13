import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';

@Injectable()
export class MailingLoaders {
  constructor(private readonly database: Database) {}

  readonly loaders: Loaders = {
    Viewer: {
      pausedAddress: batched(async (viewers: unknown[], { email }) => {
        const paused = await this.database.prisma.mailAddress.findUnique({ where: { address: email.toLowerCase() } });
        return viewers.map(() => paused);
      }),
    },
  };
}
