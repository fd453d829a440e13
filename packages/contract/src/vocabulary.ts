/** The closed lists of the domain, as unions and as values for forms. Names: docs/glossar.md. */
export const organisationKinds = [
  'LAND_MINISTRY',
  'LAND_AUTHORITY',
  'LANDKREIS',
  'KREISFREIE_STADT',
  'EINHEITSGEMEINDE',
  'VERBANDSGEMEINDE',
  'MITGLIEDSGEMEINDE',
  'ASSOCIATION',
  'IT_PROVIDER',
  'BUND',
  'OTHER_LAND',
  'OTHER',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** The four kinds that have an OZG-Koordination of their own; 133 in Sachsen-Anhalt. */
export const administrationKinds = ['KREISFREIE_STADT', 'LANDKREIS', 'EINHEITSGEMEINDE', 'VERBANDSGEMEINDE'] as const;

export const globalRoles = ['LAND_ADMIN', 'LAND_EDITOR', 'LAND_EXPERT', 'MODERATOR', 'PRIVACY_OFFICER', 'AUDITOR'] as const;
export type GlobalRole = (typeof globalRoles)[number];

export const organisationRoles = ['COORDINATOR', 'MEMBER', 'HEAD', 'PROVIDER'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

export const groupRoles = ['LEAD', 'DEPUTY', 'MEMBER', 'OBSERVER', 'GUEST'] as const;
export type GroupRole = (typeof groupRoles)[number];

export const joinPolicies = ['OPEN', 'REQUEST', 'INVITE'] as const;
export type JoinPolicy = (typeof joinPolicies)[number];

export const groupVisibilities = ['PLATFORM', 'MEMBERS'] as const;
export type GroupVisibility = (typeof groupVisibilities)[number];

/** PROPOSED and DECLINED belong to the way from a coordinator's proposal to the editor's decision. */
export const groupStatuses = ['PROPOSED', 'DECLINED', 'PLANNED', 'ACTIVE', 'PAUSED', 'CLOSED'] as const;
export type GroupStatus = (typeof groupStatuses)[number];

export const membershipStatuses = ['INVITED', 'REQUESTED', 'ACTIVE', 'LEFT', 'REMOVED', 'EXPIRED', 'DECLINED'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

export const volunteeringStatuses = ['OPEN', 'CONFIRMED', 'DECLINED', 'WITHDRAWN'] as const;
export type VolunteeringStatus = (typeof volunteeringStatuses)[number];

export const threadKinds = ['DISCUSSION', 'QUESTION'] as const;
export type ThreadKind = (typeof threadKinds)[number];

export const reactionKinds = ['AGREE', 'THANKS', 'IDEA', 'DONE', 'UNCLEAR'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** How much of a group or thread becomes a notice: alles, Wichtiges, nur Erwähnungen, stumm. */
export const followLevels = ['ALL', 'IMPORTANT', 'MENTIONS', 'MUTED'] as const;
export type FollowLevel = (typeof followLevels)[number];

export const noticeKinds = [
  'MENTION',
  'REPLY',
  'POST',
  'SUMMARY',
  'REQUEST',
  'DECISION',
  'INVITATION',
  'VOLUNTEER',
  'ACCESS',
  'EVENT',
  'ANSWER',
  'QUESTION',
  'ANNOUNCEMENT',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What somebody wants to see more or less of: docs/funktionen/relevance.md. */
export const preferenceSubjects = ['TOPIC', 'OFFICE'] as const;
export type PreferenceSubject = (typeof preferenceSubjects)[number];
export const preferenceLevels = ['FOLLOW', 'LESS'] as const;
export type PreferenceLevel = (typeof preferenceLevels)[number];

export const mentionKinds = ['PERSON', 'ORGANISATION', 'ROLE'] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** Whom `@OZG-Koordinationen` and its like name, always within the readers of the thread. */
export const mentionRoles = ['COORDINATORS', 'GROUP_LEADS', 'GROUP_MEMBERS', 'LAND_EDITORS'] as const;
export type MentionRole = (typeof mentionRoles)[number];

export const sprechstundeFormats = ['OPEN', 'TOPIC', 'EXTERNAL'] as const;
export type SprechstundeFormat = (typeof sprechstundeFormats)[number];

export const sprechstundeStatuses = ['DRAFT', 'ANNOUNCED', 'LIVE', 'DONE', 'CANCELLED'] as const;
export type SprechstundeStatus = (typeof sprechstundeStatuses)[number];

export const sprechstundeLinkKinds = ['PRESENTATION', 'RECORDING', 'OTHER'] as const;
export type SprechstundeLinkKind = (typeof sprechstundeLinkKinds)[number];

/** Of somebody from outside, at one event. */
export const eventSeatRoles = ['HOST', 'SPEAKER', 'GUEST'] as const;
export type EventSeatRole = (typeof eventSeatRoles)[number];

export const registrationStatuses = ['REGISTERED', 'WAITING', 'WITHDRAWN'] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

export const wishStatuses = ['OPEN', 'PLANNED', 'TREATED', 'MERGED', 'DECLINED', 'WITHDRAWN'] as const;
export type WishStatus = (typeof wishStatuses)[number];
/** docs/funktionen/questions.md: what a question can become. */
export const questionStates = ['OPEN', 'ASSIGNED', 'DEFERRED', 'ANSWERED', 'OUTDATED', 'WITHDRAWN', 'MERGED'] as const;
export type QuestionState = (typeof questionStates)[number];

export const questionOrders = ['VOTES', 'NEWEST', 'QUEUE'] as const;
export const unansweredViews = ['WAITING', 'OVERDUE', 'DEFERRED', 'DUE_AGAIN', 'OUTDATED'] as const;
export type UnansweredView = (typeof unansweredViews)[number];

/** Information, Wichtig, Handlung. */
export const announcementKinds = ['INFO', 'IMPORTANT', 'ACTION'] as const;
export type AnnouncementKind = (typeof announcementKinds)[number];

export const announcementStatuses = ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type AnnouncementStatus = (typeof announcementStatuses)[number];

/** R13: what is VERTRAULICH is never mailed, only a link to it. */
export const classifications = ['OFFEN', 'INTERN', 'VERTRAULICH'] as const;
export type Classification = (typeof classifications)[number];

export const announcementTemplates = ['OPERATION', 'REACHABILITY', 'AVAILABILITY'] as const;
export type AnnouncementTemplate = (typeof announcementTemplates)[number];

export const announcementScopes = ['MINE', 'OFFICE'] as const;
/** Who is reached through their organisation: providers are reached through groups alone. */
export const readingRoles = ['COORDINATOR', 'MEMBER', 'HEAD'] as const;

/** Of what an issue of the newsletter is made: a text, an answered question, an announcement, the dates to come. */
export const newsletterBlockKinds = ['TEXT', 'ANSWER', 'ANNOUNCEMENT', 'DATES'] as const;
export type NewsletterBlockKind = (typeof newsletterBlockKinds)[number];
