import { Global, Module } from '@nestjs/common';
import { OrganisationLoaders } from './loader.ts';
import { OrganisationResolver } from './resolver.ts';
import { OrganisationService } from './service.ts';

@Global()
@Module({
  providers: [OrganisationResolver, OrganisationService, OrganisationLoaders],
  exports: [OrganisationLoaders],
})
export class OrganisationsModule {}
