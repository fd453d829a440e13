import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { PrivacyResolver } from './resolver.ts';
import { PrivacyService } from './service.ts';
import { ownSections } from './own-data.ts';

@Module({ providers: [PrivacyResolver, PrivacyService] })
export class PrivacyModule {
  constructor(ownData: OwnData) {
    ownData.hold(ownSections);
  }
}
