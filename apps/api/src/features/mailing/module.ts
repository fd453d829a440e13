import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { MailingLoaders } from './loader.ts';
import { PostOffice } from './post-office.service.ts';
import { MailingResolver } from './resolver.ts';

@Module({ providers: [MailingResolver, MailingLoaders, PostOffice], exports: [MailingLoaders] })
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
