import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { SiteResolver } from './resolver.ts';
import { SiteService } from './service.ts';

@Module({ providers: [SiteResolver, SiteService] })
export class SiteModule {
  constructor(ownData: OwnData) {
    ownData.hold([{ table: 'barrier_report', title: 'Gemeldete Barrieren', where: `lower(t.contact) = $2 AND $2 <> ''` }]);
  }
}
