import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import { HomeService, type Home } from './service.ts';

@Resolver()
export class HomeResolver {
  constructor(private readonly home: HomeService) {}

  @Query('home') of(@Viewer() actor: Actor): Promise<Home> {
    return this.home.of(actor);
  }
}
