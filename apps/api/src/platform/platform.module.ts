import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Actors } from './auth/actors.ts';
import { Sessions } from './auth/sessions.ts';
import { Tokens } from './auth/tokens.ts';
import { Clock } from './clock.ts';
import { CONFIG, readConfig } from './config.ts';
import { Database } from './database/database.ts';
import { Writes } from './database/writes.ts';
import { Doorbell } from './events/doorbell.ts';
import { HotEvents } from './events/hot.ts';
import { EventLog } from './events/log.ts';
import { Relay } from './events/relay.ts';
import { Retention } from './events/retention.ts';
import { Rooms } from './events/rooms.ts';
import { RefusalFilter } from './graphql/refusals.ts';
import { HealthController } from './http/health.controller.ts';
import { Jobs } from './jobs/jobs.ts';
import { LiveGateway } from './live/gateway.ts';
import { Outbox } from './mail/outbox.ts';
import { OwnData } from './own-data.ts';

const shared = [Clock, Database, Writes, Tokens, Actors, Doorbell, EventLog, HotEvents, Rooms, Jobs, Outbox, OwnData, LiveGateway];

@Global()
@Module({
  controllers: [HealthController],
  providers: [
    { provide: CONFIG, useFactory: () => readConfig() },
    { provide: APP_FILTER, useClass: RefusalFilter },
    Relay,
    Retention,
    Sessions,
    ...shared,
  ],
  exports: [CONFIG, ...shared],
})
export class PlatformModule {}
