import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '../announcements/index.ts';
import { RelevanceModule } from '../relevance/index.ts';
import { ThreadsModule } from '../threads/index.ts';
import { HomeLoaders } from './loader.ts';
import { HomeResolver } from './resolver.ts';
import { HomeService } from './service.ts';

@Module({
  imports: [ThreadsModule, AnnouncementsModule, RelevanceModule],
  providers: [HomeResolver, HomeService, HomeLoaders],
  exports: [HomeLoaders],
})
export class HomeModule {}
