import { Module } from '@nestjs/common';
import { ThreadsModule } from '../threads/index.ts';
import { HomeLoaders } from './loader.ts';
import { HomeResolver } from './resolver.ts';
import { HomeService } from './service.ts';

@Module({ imports: [ThreadsModule], providers: [HomeResolver, HomeService, HomeLoaders], exports: [HomeLoaders] })
export class HomeModule {}
