import { AbsenceLoaders } from './features/absences/loader.ts';
import { AbsencesModule } from './features/absences/module.ts';
import { AnnouncementLoaders } from './features/announcements/loader.ts';
import { AnnouncementsModule } from './features/announcements/module.ts';
import { ContactLoaders } from './features/contacts/loader.ts';
import { ContactsModule } from './features/contacts/module.ts';
import { HomeLoaders } from './features/home/loader.ts';
import { HomeModule } from './features/home/module.ts';
import { NewsletterModule } from './features/newsletter/module.ts';
import { MailingLoaders } from './features/mailing/loader.ts';
import { MailingModule } from './features/mailing/module.ts';
import { NoticeLoaders } from './features/notifications/loader.ts';
import { NotificationsModule } from './features/notifications/module.ts';
import { OrganisationLoaders } from './features/organisations/loader.ts';
import { OrganisationsModule } from './features/organisations/module.ts';
import { PeopleLoaders } from './features/people/loader.ts';
import { PeopleModule } from './features/people/module.ts';
import { ViewerLoaders } from './features/people/viewer.ts';
import { PrivacyModule } from './features/privacy/module.ts';
import { PushLoaders } from './features/push/loader.ts';
import { PushModule } from './features/push/module.ts';
import { FaqLoaders } from './features/questions/faq.loader.ts';
import { QuestionLoaders } from './features/questions/loader.ts';
import { QuestionsModule } from './features/questions/module.ts';
import { StageLoaders } from './features/questions/stage.loader.ts';
import { RelevanceLoaders } from './features/relevance/loader.ts';
import { RelevanceModule } from './features/relevance/module.ts';
import { SiteModule } from './features/site/module.ts';
import { SprechstundenLoaders } from './features/sprechstunden/loader.ts';
import { SprechstundenModule } from './features/sprechstunden/module.ts';
import { ThreadLoaders } from './features/threads/loader.ts';
import { ThreadsModule } from './features/threads/module.ts';
import { WorkingGroupLoaders } from './features/working-groups/loader.ts';
import { WorkingGroupsModule } from './features/working-groups/module.ts';

/** The lines of wiring that a feature needs on this side: its module, and its loaders. */
export const features = [
  OrganisationsModule,
  PeopleModule,
  WorkingGroupsModule,
  ThreadsModule,
  SprechstundenModule,
  QuestionsModule,
  NewsletterModule,
  ContactsModule,
  AnnouncementsModule,
  SiteModule,
  RelevanceModule,
  AbsencesModule,
  NotificationsModule,
  MailingModule,
  PushModule,
  HomeModule,
  PrivacyModule,
];
export const loadersOf = [
  OrganisationLoaders,
  PeopleLoaders,
  ViewerLoaders,
  WorkingGroupLoaders,
  ThreadLoaders,
  SprechstundenLoaders,
  QuestionLoaders,
  FaqLoaders,
  StageLoaders,
  ContactLoaders,
  AnnouncementLoaders,
  RelevanceLoaders,
  AbsenceLoaders,
  NoticeLoaders,
  MailingLoaders,
  PushLoaders,
  HomeLoaders,
];
