import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { AccessService } from './access.service.ts';
import { GuestService } from './guests.service.ts';
import { LifecycleService } from './lifecycle.service.ts';
import { WorkingGroupLoaders } from './loader.ts';
import { MemberService } from './members.service.ts';
import { WorkingGroupResolver } from './resolver.ts';
import { SeatEndings } from './seat-endings.ts';
import { SeatResolver } from './seats.resolver.ts';
import { SeatService } from './seats.service.ts';
import { WorkingGroupService } from './service.ts';
import { VolunteeringService } from './volunteering.service.ts';
import { WorkResolver } from './work.resolver.ts';
import { WorkService } from './work.service.ts';
import { ownSections } from './own-data.ts';

const services = [
  WorkingGroupService,
  LifecycleService,
  SeatService,
  MemberService,
  GuestService,
  WorkService,
  VolunteeringService,
  AccessService,
];

@Module({
  providers: [WorkingGroupLoaders, WorkingGroupResolver, SeatResolver, WorkResolver, SeatEndings, ...services],
  exports: [WorkingGroupLoaders, ...services],
})
export class WorkingGroupsModule {
  constructor(ownData: OwnData) {
    ownData.hold(ownSections);
  }
}
