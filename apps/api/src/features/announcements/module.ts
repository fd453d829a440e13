import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { DraftsService } from './drafts.service.ts';
import { AnnouncementHooks } from './hooks.ts';
import { AnnouncementLoaders } from './loader.ts';
import { ownSections } from './own-data.ts';
import { PdfService } from './pdf.service.ts';
import { PublicationService } from './publication.service.ts';
import { ReachService } from './reach.service.ts';
import { AnnouncementResolver } from './resolver.ts';
import { ResponseService } from './responses.service.ts';
import { AnnouncementRows } from './rows.ts';
import { AnnouncementService } from './service.ts';

@Module({
  providers: [
    AnnouncementResolver,
    AnnouncementRows,
    AnnouncementLoaders,
    AnnouncementHooks,
    PdfService,
    ReachService,
    DraftsService,
    PublicationService,
    AnnouncementService,
    ResponseService,
  ],
  exports: [AnnouncementLoaders, AnnouncementRows, AnnouncementHooks],
})
export class AnnouncementsModule {
  constructor(ownData: OwnData) {
    ownData.hold(ownSections);
  }
}
