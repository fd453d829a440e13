import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { MailingModule } from '../mailing/index.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { Devices } from './devices.service.ts';
import { PushLoaders } from './loader.ts';
import { Messages } from './messages.service.ts';
import { Pressing } from './pressing.service.ts';
import { PushResolver } from './resolver.ts';
import { PushSender } from './sender.service.ts';

@Module({
  imports: [NotificationsModule, MailingModule],
  providers: [PushResolver, PushLoaders, Devices, PushSender, Messages, Pressing],
  exports: [PushLoaders],
})
export class PushModule {
  constructor(ownData: OwnData) {
    ownData.hold([
      { table: 'push_subscription', title: 'Geräte für Mitteilungen', where: 't.person_id = $1::uuid', without: ['p256dh', 'auth'] },
      {
        table: 'push_message',
        title: 'Mitteilungen auf dem Weg zu Ihren Geräten',
        where: 't.subscription_id IN (SELECT id FROM push_subscription WHERE person_id = $1::uuid)',
      },
    ]);
  }
}
