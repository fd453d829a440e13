import { Global, Module } from '@nestjs/common';
import { PeopleHooks } from './hooks.ts';
import { PeopleLoaders } from './loader.ts';
import { PeopleResolver } from './resolver.ts';
import { PeopleRooms } from './rooms.ts';
import { PeopleService } from './service.ts';
import { ViewerLoaders } from './viewer.ts';

/** Global: the features above fill in its hooks. */
@Global()
@Module({
  providers: [PeopleResolver, PeopleService, PeopleLoaders, ViewerLoaders, PeopleRooms, PeopleHooks],
  exports: [PeopleLoaders, ViewerLoaders, PeopleHooks],
})
export class PeopleModule {}
