import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { AroundResolver } from './around.resolver.ts';
import { CalendarController } from './calendar.controller.ts';
import { CalendarService } from './calendar.service.ts';
import { DistributionService } from './distribution.service.ts';
import { EventService } from './events.service.ts';
import { SprechstundenLoaders } from './loader.ts';
import { MoodService } from './mood.service.ts';
import { ProgrammeService } from './programme.service.ts';
import { PublicService } from './public.service.ts';
import { RegistrationService } from './registrations.service.ts';
import { SprechstundenResolver } from './resolver.ts';
import { EventSeatService } from './seats.service.ts';
import { SeriesResolver } from './series.resolver.ts';
import { SeriesService } from './series.service.ts';
import { SprechstundenService } from './service.ts';
import { WishResolver } from './wishes.resolver.ts';
import { WishService } from './wishes.service.ts';
import { ownSections } from './own-data.ts';

const resolvers = [SprechstundenResolver, SeriesResolver, AroundResolver, WishResolver];
const reading = [SprechstundenService, PublicService, CalendarService];
const writing = [
  SeriesService,
  EventService,
  ProgrammeService,
  DistributionService,
  RegistrationService,
  EventSeatService,
  MoodService,
  WishService,
];

@Module({
  controllers: [CalendarController],
  providers: [SprechstundenLoaders, ...resolvers, ...reading, ...writing],
  exports: [SprechstundenLoaders],
})
export class SprechstundenModule {
  constructor(ownData: OwnData) {
    ownData.hold(ownSections);
  }
}
