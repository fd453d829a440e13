import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type { QueryPeopleArgs, QueryPersonArgs } from '../../generated/graphql.ts';
import type { Person } from '../../generated/prisma/client.ts';
import { PeopleService } from './service.ts';
import { viewerOf } from './viewer.ts';

@Resolver('Person')
export class PeopleResolver {
  constructor(private readonly people: PeopleService) {}

  @Query('viewer') viewer(@Viewer() actor: Actor) {
    return viewerOf(actor);
  }

  @Query('person') one(@Viewer() actor: Actor, @Args() { id }: QueryPersonArgs): Promise<Person> {
    return this.people.one(actor, id);
  }

  @Query('people') list(@Viewer() actor: Actor, @Args() args: QueryPeopleArgs): Promise<Page<Person>> {
    return this.people.list(actor, args);
  }
}
