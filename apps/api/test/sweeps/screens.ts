import type { EventName, RoomKind } from '@kollab/contract';
import type { Programme, Scene } from './cast.ts';

const organisation = 'id name title code mailDomains hasCoordinator viewerCan { readDesk manage nameCoordinator }';
const seat = 'id role status until function statement reason person { id name } organisation { id name }';
const rights = 'read write join request leave lead nameLead openThread volunteer exportRoster decideProposal readWithReason';
const card = `id number name goal joinPolicy visibility status memberCount organisationCount unreadThreadCount leads { ${seat} }
  viewerMembership { ${seat} } viewerFollow viewerCan { ${rights} }`;
const place = 'id role function deputy beganAt endedAt person { id name } viewerCan { change end }';
const invitation = 'id email role groupRole guestUntil sentAt expiresAt';
const eventCard = 'id no title status startsAt endsAt place topics series { name }';
const thread = 'id title kind pinned closed version lastNo lastPostAt unreadCount recentOrganisations { id }';
const question = `id title state anonymous asker { name } voteCount dueOn recheckOn office { id } hidden mergedInto { id } faqEntry { id }
  answer { id body accepted outdated } viewerCan { vote edit add withdraw assign return defer resume answer accept reportOutdated hide show merge }`;
/** A post without what differs from reader to reader: what a fragment is made of. */
export const post = `id threadId no body createdAt editedAt version deleted
  author { personId name function organisationId organisationName organisationCode organisationKind }
  replyTo { no authorName excerpt } reactions { kind count } mentions { kind targetId name }`;

/** Is told to the organisation's own people only: to others it is a page as it was when it was opened. */
export const toldIn: Partial<Record<Screen, RoomKind>> = {
  OrganisationPage: 'organisation',
  OrganisationDesk: 'organisation',
  Sprechstunde: 'event',
  EventPlaces: 'event',
  EventMood: 'event',
  EventQueue: 'event',
};

/**
 * What a browser may have before it, in its queries: those of the web, with what can change in them. When a group moved
 * last is not among them: lists rise by it after the write, and nobody is told.
 */
export const screens = {
  Viewer: () => `{ viewer { person { name } globalRoles { role } affiliations { id role function } actsFor { id } unreadNoticeCount
    affiliationRequest { status } calendar { createdAt }
    viewerCan { createGroup proposeGroup decideProposals administer readAudit editSprechstunden } }
    workingGroups(filter: { mine: true }) { nodes { id name unreadThreadCount } total } }`,
  Home: () => `{ home { deadlineCount deadlines { id title dueAt } actionCount actions { id kind title detail reason path }
    unreadCount unread { id unreadCount } drafts { key body version }
    nextSprechstunde { id title startsAt status } } }`,
  Notices: () => `{ notices { nodes { id kind sentence reason path read bundle thread { id } group { id } } total } }`,
  Organisations: () => `{ organisations { nodes { ${organisation} } total } }`,
  OrganisationPage: ({ home }) => `{ organisation(id: "${home.id}") { ${organisation} affiliations { nodes { ${place} } total } } }`,
  OrganisationDesk: ({ home }) => `{ organisation(id: "${home.id}") { affiliations(ended: true) { nodes { ${place} } total }
    invitations { nodes { ${invitation} } total } affiliationRequests { nodes { id statement status person { id } } total } } }`,
  WorkingGroups: () => `{ workingGroups { nodes { ${card} } total } }`,
  WorkingGroup: ({ group }) => `{ workingGroup(id: "${group.id}") { ${card} statusReason version } }`,
  GroupContent: ({ group }) => `{ workingGroup(id: "${group.id}") { mandate programme links { title url }
    workPackages { id title position responsible due version takenBy { id } subGoals { id title done } viewerCan { edit tick } }
    volunteerings { id status statement person { id } workPackage { id } } } }`,
  GroupBesetzung: ({ group }) => `{ workingGroup(id: "${group.id}") { besetzung { organisation { id } people leads } } }`,
  WorkingGroupMembers: ({ group }) => `{ workingGroup(id: "${group.id}") { members { nodes { ${seat} } total } } }`,
  GroupRequests: ({ group }) => `{ workingGroup(id: "${group.id}") { asking: requests { nodes { ${seat} } total }
    invited: requests(status: INVITED) { nodes { ${seat} } total } declined: requests(status: DECLINED) { nodes { ${seat} } total }
    guestInvitations { nodes { ${invitation} } total } } }`,
  Sprechstunden: () => `{ sprechstunden { nodes { ${eventCard} } total } publicSprechstunden { nodes { id title status startsAt } total }
    sprechstundenSeries { id name nextNo version } }`,
  Sprechstunde: ({ stage }) => `{ sprechstunde(id: "${stage.event.id}") { ${eventCard} review version viewerSeat { role until }
    viewerCan { edit conduct register voteMood exportParticipants } agenda { id title minutes } speakers { name } links { url } moodQuotes { text }
    guestInvitations { nodes { ${invitation} } total } } }`,
  EventPlaces: ({ stage }) => `{ sprechstunde(id: "${stage.event.id}") { registeredCount waitingCount registeredOrganisations { people }
    ownRegistrations { id status } registrations { nodes { id status } total } seats { nodes { id role until } total } } }`,
  EventMood: ({ stage }) => `{ sprechstunde(id: "${stage.event.id}") { mood { voters distribution own { value } } } }`,
  EventQueue: ({ stage }) => `{ sprechstunde(id: "${stage.event.id}") { currentSince currentQuestion { id title } viewerCan { steer }
    questions(filter: { states: [OPEN, ASSIGNED] }, order: QUEUE) { nodes { id title place discussedAt voteCount viewerCan { vote steer } } total } } }`,
  TopicWishes: ({
    stage,
  }) => `{ topicWishes(seriesId: "${stage.series.id}", statuses: [OPEN, PLANNED]) { nodes { id title status voteCount viewerVoted
    sprechstunde { title status } viewerCan { vote withdraw decide } } total } }`,
  Distribution: ({ stage }) => `{ distributionList(seriesId: "${stage.series.id}") { nodes { id name email } total } }`,
  Threads: ({ group }) => `{ workingGroup(id: "${group.id}") { threadCount threads { nodes { ${thread} } total } } }`,
  Thread: (scene) => `{ thread(id: "${scene.thread.id}") { title pinned closed version stand { text no } viewerFollow
    viewerCan { reply react close pin retitle writeStand } } }`,
  GroupQuestions: ({ group }) => `{ workingGroup(id: "${group.id}") { questions { nodes { ${question} } total } } }`,
  Question: ({ question: { id } }) =>
    `{ question(id: "${id}") { ${question} body steps { kind reason } answers { id body accepted outdated } hiddenReason } }`,
  UnansweredQuestions: () => `{ unansweredQuestions { nodes { ${question} } total } }`,
  FaqEntries: () => `{ faqEntries { nodes { id question answer version outdated reviewOn checkedAt } total } }`,
  Posts: (scene) => `{ thread(id: "${scene.thread.id}") { posts { nodes { ${post} } } } }`,
} satisfies Record<string, (scene: Scene & { stage: Programme }) => string>;
export type Screen = keyof typeof screens;
export const screenNames = Object.keys(screens) as Screen[];

export const insideGroup: readonly Screen[] = [
  'GroupContent',
  'WorkingGroupMembers',
  'GroupRequests',
  'Threads',
  'Thread',
  'Posts',
  'GroupQuestions',
  'Question',
];
const shown: Screen[] = ['WorkingGroup', 'WorkingGroups', 'GroupBesetzung'];
const group: Screen[] = [...shown, 'GroupContent', 'WorkingGroupMembers'];
const counters: Screen[] = ['Threads', 'WorkingGroup', 'WorkingGroups', 'Viewer', 'Home'];
const questions: Screen[] = ['GroupQuestions', 'Question', 'UnansweredQuestions'];
const desk: Screen[] = ['OrganisationDesk', 'OrganisationPage', 'Home'];

/** What the web asks again when it hears of something. Posts come with the event. */
export const heard: Record<EventName, readonly Screen[]> = {
  'thread.opened': counters,
  'thread.changed': ['Thread', 'Threads'],
  'post.written': counters,
  'post.edited': [],
  'post.deleted': ['Threads'],
  'post.restored': ['Threads'],
  'post.reacted': [],
  'question.asked': ['GroupQuestions', 'EventQueue', 'UnansweredQuestions'],
  'question.changed': [...questions, 'EventQueue'],
  // Its count comes with it.
  'question.voted': [],
  'office_questions.changed': ['Question', 'UnansweredQuestions', 'Home'],
  'faq.changed': ['FaqEntries'],
  // Who lost the group hears no more of it.
  'group.card_changed': [...shown, 'UnansweredQuestions'],
  'group.changed': [...group, 'Viewer', 'Thread', ...questions],
  'group.visibility_changed': [...group, 'Viewer', 'Thread', ...questions],
  'membership.began': group,
  'membership.changed': group,
  'membership.ended': group,
  'work_package.changed': ['GroupContent'],
  'request.changed': ['GroupRequests', 'GroupContent', 'Home'],
  'lead.changed': ['WorkingGroup', 'GroupRequests', 'WorkingGroupMembers'],
  'organisation.changed': ['Organisations', 'OrganisationPage'],
  'affiliation.changed': ['OrganisationDesk', 'OrganisationPage'],
  'affiliation.ended': ['OrganisationDesk', 'OrganisationPage'],
  'organisation_desk.changed': desk,
  'series.changed': ['Sprechstunden', 'Distribution'],
  'sprechstunde.card_changed': ['Sprechstunden', 'Home', 'TopicWishes'],
  'sprechstunde.changed': ['Sprechstunde', 'EventPlaces', 'EventQueue'],
  'stage.changed': ['EventQueue'],
  'registration.changed': ['EventPlaces'],
  'mood.changed': ['EventMood'],
  'event_seat.changed': ['Sprechstunde', 'EventPlaces', 'EventQueue'],
  'wish.changed': ['TopicWishes', 'Sprechstunde'],
  'viewer.event_seat_changed': ['Sprechstunden', 'Sprechstunde', 'EventQueue', 'Home', 'Viewer'],
  'calendar.changed': ['Viewer'],
  'viewer.rights_changed': screenNames,
  'viewer.membership_changed': ['Viewer', 'Home', 'Thread', 'Threads', 'Posts', 'GroupRequests', ...group, ...questions],
  'notice.changed': ['Viewer', 'WorkingGroups', 'Notices', 'Home'],
  'reaction.changed': ['Posts'],
  'administration.changed': ['Home'],
  'read_state.changed': counters,
  'draft.changed': ['Home'],
};
