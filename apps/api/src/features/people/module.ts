import { OwnData } from '../../platform/own-data.ts';
import { Global, Module } from '@nestjs/common';
import { AdministrationResolver } from './administration.resolver.ts';
import { Administration } from './administration.service.ts';
import { AffiliationResolver } from './affiliations.resolver.ts';
import { AffiliationService } from './affiliations.service.ts';
import { PeopleHooks } from './hooks.ts';
import { InvitationResolver } from './invitations.resolver.ts';
import { Invitations } from './invitations.service.ts';
import { PeopleLoaders } from './loader.ts';
import { AffiliationRequests } from './requests.service.ts';
import { PeopleResolver } from './resolver.ts';
import { PeopleRooms } from './rooms.ts';
import { PeopleService } from './service.ts';
import { ViewerLoaders } from './viewer.ts';
import { ownSections } from './own-data.ts';

const resolvers = [PeopleResolver, InvitationResolver, AffiliationResolver, AdministrationResolver];
const services = [PeopleService, AffiliationService, AffiliationRequests, Administration, PeopleRooms];
const shared = [PeopleHooks, Invitations, PeopleLoaders, ViewerLoaders];

/** Global: the features above fill in its hooks and invite through it. */
@Global()
@Module({ providers: [...resolvers, ...services, ...shared], exports: shared })
export class PeopleModule {
  constructor(ownData: OwnData) {
    ownData.hold(ownSections);
  }
}
