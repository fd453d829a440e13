import { Module } from '@nestjs/common';
import { WorkingGroupLoaders } from './loader.ts';
import { WorkingGroupResolver } from './resolver.ts';
import { WorkingGroupService } from './service.ts';

@Module({
  providers: [WorkingGroupResolver, WorkingGroupService, WorkingGroupLoaders],
  exports: [WorkingGroupService, WorkingGroupLoaders],
})
export class WorkingGroupsModule {}
