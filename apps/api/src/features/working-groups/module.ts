import { Module } from '@nestjs/common';
import { WorkingGroupLoaders } from './loader.ts';
import { MemberService } from './members.service.ts';
import { WorkingGroupResolver } from './resolver.ts';
import { SeatEndings } from './seat-endings.ts';
import { SeatResolver } from './seats.resolver.ts';
import { SeatService } from './seats.service.ts';
import { WorkingGroupService } from './service.ts';

@Module({
  providers: [WorkingGroupResolver, WorkingGroupService, WorkingGroupLoaders, SeatResolver, SeatService, MemberService, SeatEndings],
  exports: [WorkingGroupService, WorkingGroupLoaders, SeatService, MemberService],
})
export class WorkingGroupsModule {}
