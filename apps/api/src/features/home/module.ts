import { Module } from '@nestjs/common';
import { ThreadsModule } from '../threads/module.ts';
import { HomeResolver } from './resolver.ts';
import { HomeService } from './service.ts';

@Module({ imports: [ThreadsModule], providers: [HomeResolver, HomeService] })
export class HomeModule {}
