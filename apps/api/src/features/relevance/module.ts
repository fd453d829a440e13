import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { AnnouncementsModule } from '../announcements/index.ts';
import { AnnouncementRelevance } from './announcements.ts';
import { RelevanceLoaders } from './loader.ts';
import { Preferences } from './preferences.service.ts';
import { RelevanceResolver } from './resolver.ts';

@Module({
  imports: [AnnouncementsModule],
  providers: [RelevanceResolver, RelevanceLoaders, Preferences, AnnouncementRelevance],
  exports: [RelevanceLoaders, Preferences, AnnouncementRelevance],
})
export class RelevanceModule {
  constructor(ownData: OwnData) {
    ownData.hold([{ table: 'relevance_preference', title: 'Wovon Sie mehr oder weniger sehen wollen', where: 't.person_id = $1::uuid' }]);
  }
}
