import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { ofViewer, type Loaders } from '../../platform/graphql/loaders.ts';
import { MailSettings } from './settings.service.ts';

@Injectable()
export class MailingLoaders {
  constructor(
    private readonly database: Database,
    private readonly settings: MailSettings,
  ) {}

  readonly loaders: Loaders = {
    Viewer: {
      mailSettings: ofViewer(({ personId }) => this.settings.of(personId)),
      pausedAddress: ofViewer(({ email }) => this.database.prisma.mailAddress.findUnique({ where: { address: email.toLowerCase() } })),
    },
  };
}
