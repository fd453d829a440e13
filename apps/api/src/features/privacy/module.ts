import { Module } from '@nestjs/common';
import { PrivacyResolver } from './resolver.ts';
import { PrivacyService } from './service.ts';

@Module({ providers: [PrivacyResolver, PrivacyService] })
export class PrivacyModule {}
