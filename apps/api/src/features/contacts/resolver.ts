import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { MutationConfirmContactArgs, MutationRemoveContactArgs, MutationSetContactArgs } from '../../generated/graphql.ts';
import type { Contact } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import { ContactService } from './service.ts';

@Resolver('Contact')
export class ContactResolver {
  constructor(private readonly contacts: ContactService) {}

  @Mutation('setContact') set(@Viewer() actor: Actor, @Args() { input }: MutationSetContactArgs): Promise<Contact> {
    return this.contacts.set(actor, parse(inputs.setContact, input));
  }

  @Mutation('confirmContact') confirm(@Viewer() actor: Actor, @Args() { id }: MutationConfirmContactArgs): Promise<Contact> {
    return this.contacts.confirm(actor, id);
  }

  @Mutation('removeContact') remove(@Viewer() actor: Actor, @Args() { id }: MutationRemoveContactArgs): Promise<boolean> {
    return this.contacts.remove(actor, id);
  }
}
