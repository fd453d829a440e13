import { Module } from '@nestjs/common';
import { SiteResolver } from './resolver.ts';
import { SiteService } from './service.ts';

@Module({ providers: [SiteResolver, SiteService] })
export class SiteModule {}
