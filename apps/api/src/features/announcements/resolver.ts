import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type * as Call from '../../generated/graphql.ts';
import type { Announcement, Organisation } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { DraftsService } from './drafts.service.ts';
import { PdfService, type AnnouncementPdf } from './pdf.service.ts';
import { PublicationService } from './publication.service.ts';
import { ReachService, type AudiencePerson } from './reach.service.ts';
import { ResponseService } from './responses.service.ts';
import { AnnouncementRows } from './rows.ts';
import { AnnouncementService } from './service.ts';

type Row = Promise<Announcement>;

@Resolver('Announcement')
export class AnnouncementResolver {
  constructor(
    private readonly rows: AnnouncementRows,
    private readonly pdf: PdfService,
    private readonly reaching: ReachService,
    private readonly draftsService: DraftsService,
    private readonly publication: PublicationService,
    private readonly announcements: AnnouncementService,
    private readonly responses: ResponseService,
  ) {}

  @Query('announcement') one(@Viewer() actor: Actor, @Args() { id }: Call.QueryAnnouncementArgs): Row {
    return this.rows.one(actor, id);
  }

  @Query('announcementPdf') file(@Viewer() actor: Actor, @Args() { id }: Call.QueryAnnouncementPdfArgs): Promise<AnnouncementPdf> {
    return this.pdf.of(actor, id);
  }

  @Query('announcements') list(
    @Viewer() actor: Actor,
    @Args() { filter, ...args }: Call.QueryAnnouncementsArgs,
  ): Promise<Page<Announcement>> {
    return this.rows.list(actor, parse(inputs.announcementFilter, filter ?? {}), args);
  }

  @Query('announcementDrafts') drafts(@Viewer() actor: Actor, @Args() args: Call.QueryAnnouncementDraftsArgs): Promise<Page<Announcement>> {
    return this.rows.drafts(actor, args);
  }

  @Query('audienceReach') reach(@Viewer() actor: Actor, @Args() args: Call.QueryAudienceReachArgs) {
    return this.reaching.reach(actor, parse(inputs.audienceReach, args));
  }

  @Query('audiencePeople') people(
    @Viewer() actor: Actor,
    @Args() { audience, ...args }: Call.QueryAudiencePeopleArgs,
  ): Promise<Page<AudiencePerson>> {
    return this.reaching.people(actor, parse(inputs.audience, audience), args);
  }

  @Query('announcementOffices') offices(@Viewer() actor: Actor): Promise<Organisation[]> {
    return this.draftsService.offices(actor);
  }

  @Mutation('draftAnnouncement') draft(@Viewer() actor: Actor, @Args() { input }: Call.MutationDraftAnnouncementArgs): Row {
    return this.draftsService.draft(actor, parse(inputs.draftAnnouncement, input));
  }

  @Mutation('saveAnnouncement') save(@Viewer() actor: Actor, @Args() args: Call.MutationSaveAnnouncementArgs): Row {
    return this.draftsService.save(actor, parse(inputs.saveAnnouncement, args));
  }

  @Mutation('discardAnnouncement') discard(@Viewer() actor: Actor, @Args() { id }: Call.MutationDiscardAnnouncementArgs): Promise<boolean> {
    return this.draftsService.discard(actor, id);
  }

  @Mutation('publishAnnouncement') publish(@Viewer() actor: Actor, @Args() args: Call.MutationPublishAnnouncementArgs): Row {
    return this.publication.publish(actor, parse(inputs.publishAnnouncement, args));
  }

  @Mutation('unscheduleAnnouncement') unschedule(@Viewer() actor: Actor, @Args() { id }: Call.MutationUnscheduleAnnouncementArgs): Row {
    return this.publication.unschedule(actor, id);
  }

  @Mutation('correctAnnouncement') correct(@Viewer() actor: Actor, @Args() { input }: Call.MutationCorrectAnnouncementArgs): Row {
    return this.announcements.correct(actor, parse(inputs.correctAnnouncement, input));
  }

  @Mutation('withdrawAnnouncement') withdraw(@Viewer() actor: Actor, @Args() args: Call.MutationWithdrawAnnouncementArgs): Row {
    return this.announcements.withdraw(actor, parse(inputs.withdrawAnnouncement, args));
  }

  @Mutation('pinAnnouncement') pin(@Viewer() actor: Actor, @Args() args: Call.MutationPinAnnouncementArgs): Row {
    return this.announcements.pin(actor, parse(inputs.pinAnnouncement, args));
  }

  @Mutation('setAnnouncementComments') comments(@Viewer() actor: Actor, @Args() args: Call.MutationSetAnnouncementCommentsArgs): Row {
    return this.announcements.setComments(actor, parse(inputs.setAnnouncementComments, args));
  }

  @Mutation('acknowledgeAnnouncement') acknowledge(@Viewer() actor: Actor, @Args() args: Call.MutationAcknowledgeAnnouncementArgs): Row {
    return this.responses.acknowledge(actor, parse(inputs.acknowledgeAnnouncement, args));
  }

  @Mutation('remindAnnouncement') remind(@Viewer() actor: Actor, @Args() { id }: Call.MutationRemindAnnouncementArgs): Row {
    return this.responses.remind(actor, id);
  }

  @Mutation('markAnnouncementRead') markRead(@Viewer() actor: Actor, @Args() { id }: Call.MutationMarkAnnouncementReadArgs): Row {
    return this.responses.markRead(actor, id);
  }
}
