import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import { MailSettings } from './settings.service.ts';

@Injectable()
export class MailingLoaders {
  constructor(
    private readonly database: Database,
    private readonly settings: MailSettings,
  ) {}

  readonly loaders: Loaders = {
    Viewer: {
      mailSettings: batched(async (viewers: unknown[], { personId }) => {
        const settings = await this.settings.of(personId);
        return viewers.map(() => settings);
      }),
      pausedAddress: batched(async (viewers: unknown[], { email }) => {
        const paused = await this.database.prisma.mailAddress.findUnique({ where: { address: email.toLowerCase() } });
        return viewers.map(() => paused);
      }),
    },
  };
}
