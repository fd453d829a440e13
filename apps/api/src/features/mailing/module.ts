import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { AtOnce } from './at-once.service.ts';
import { Digests } from './digest.service.ts';
import { MailingLoaders } from './loader.ts';
import { OffController } from './off.controller.ts';
import { OffLinks } from './off-links.ts';
import { PostOffice } from './post-office.service.ts';
import { MailingResolver } from './resolver.ts';
import { MailSettings } from './settings.service.ts';

@Module({
  imports: [NotificationsModule],
  controllers: [OffController],
  providers: [MailingResolver, MailingLoaders, PostOffice, MailSettings, OffLinks, AtOnce, Digests],
  exports: [MailingLoaders, MailSettings],
})
export class MailingModule {
  constructor(ownData: OwnData) {
    ownData.hold([
      { table: 'mail_setting', title: 'E-Mails zu Hinweisen', where: 't.person_id = $1::uuid', without: ['secret'] },
      { table: 'digest_slot', title: 'Zusammenfassungen', where: 't.person_id = $1::uuid' },
      { table: 'mail_address', title: 'Angehaltene E-Mail-Adresse', where: 't.address = lower($2)' },
      {
        table: 'outbox_mail',
        title: 'E-Mails an Sie',
        where: `lower(t."to") = lower($2) AND $2 <> ''`,
        without: ['key', 'text', 'html', 'headers', 'composer', 'data'],
      },
    ]);
  }
}
