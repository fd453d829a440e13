import { Module } from '@nestjs/common';
import { ThreadsModule } from '../threads/index.ts';
import { HomeResolver } from './resolver.ts';
import { HomeService } from './service.ts';

@Module({ imports: [ThreadsModule], providers: [HomeResolver, HomeService] })
export class HomeModule {}
