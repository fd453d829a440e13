import { parseRow, type Row } from './authorization.table.ts';
import type { Role } from './cast.ts';

/**
 * Who gets what from every field of every object, written by hand like the table of the root fields.
 * `open`: whoever got the object gets the field; the rule stands before the object. `guarded`: below, case by case.
 */
const open = `
Organisation: id key kind name title code ags ars population lat lon tile parent children hasCoordinator viewerCan
Tile: column row kreis
OrganisationAbilities: readDesk manage nameCoordinator
OrganisationPage: nodes pageInfo total
Participation: keys administrations
Viewer: person email globalRoles affiliations actsFor affiliationRequest suggestedOrganisation viewerCan unreadNoticeCount calendar
ViewerAbilities: createGroup proposeGroup decideProposals administer readAudit editSprechstunden
Person: id name affiliations
Identity: id issuer subject createdAt
GlobalRoleGrant: id role organisation grantedAt
Affiliation: id person organisation role function deputy beganAt endedAt viewerCan
AffiliationAbilities: change end
AffiliationPage: nodes pageInfo total
Invitation: id email organisation role function groupId groupRole sprechstundeId seatRole guestUntil invitedBy createdAt sentAt expiresAt acceptedAt revokedAt
InvitationOffer: organisation role function groupName groupRole sprechstundeId eventTitle seatRole guestUntil invitedByName expiresAt
InvitationPage: nodes pageInfo total
AffiliationRequest: id person organisation statement status reason createdAt decidedAt
AffiliationRequestPage: nodes pageInfo total
PersonPage: nodes pageInfo total
PageInfo: startCursor endCursor hasNextPage hasPreviousPage
WorkingGroup: id number name goal joinPolicy visibility status createdAt lastMovementAt version
WorkingGroup: leads memberCount organisationCount besetzung viewerMembership viewerCan viewerFollow
GroupAbilities: read write join request leave lead nameLead openThread volunteer exportRoster decideProposal readWithReason
Seat: organisation people leads
GroupLink: title body url
WorkPackage: id groupId position title description responsible due takenBy version subGoals viewerCan
WorkPackageAbilities: edit tick
SubGoal: id title done
Volunteering: id groupId workPackage person statement status createdAt
GroupMembership: id groupId group person organisation function role status until requestedAt decidedAt joinedAt
GroupMembershipPage: nodes pageInfo total
WorkingGroupPage: nodes pageInfo total
CsvFile: name text
Thread: id groupId group kind title openedBy createdAt lastNo lastPostAt pinned closed stand version recentOrganisations lastAuthor
Thread: participants participantCount readNo unreadCount viewerFollow viewerFollowOwn posts viewerCan
ThreadAbilities: reply react close pin retitle writeStand
ThreadPage: nodes pageInfo total
Stand: text by at no
Participant: person organisation function posts
PostPage: nodes hasPrevious hasNext
Post: id threadId no author replyTo createdAt editedAt version deleted viewerCan
Author: personId name function organisationId organisationName organisationCode organisationKind
PostReference: no authorName excerpt
ReactionCount: kind count mine
Mention: kind targetId name mine
PostRevision: version body at
PostAbilities: edit delete restore
QuestionHome: kind id title path
Question: id home agendaItemId title body topics anonymous mine createdAt editedAt version additions state office dueOn overdue recheckOn reason voteCount
Question: viewerVoted place discussedAt steps answer answers answeredAt hidden hiddenReason mergedInto viewerCan
QuestionAbilities: vote edit add withdraw assign return defer resume answer accept reportOutdated hide show merge publishFaq steer
QuestionAddition: id body at
QuestionStep: id kind at office fromOffice reason day by
OfficialAnswer: id questionId organisation author body legalBasis validFrom validTo createdAt accepted outdated supersedes
Topic: id key name
QuestionPage: nodes pageInfo total
AnswerTimes: quarter asked answered medianDaysToFirstAnswer medianDaysToOfficialAnswer
FaqEntry: id question answer topics source askedAt office publishedAt checkedAt reviewOn reviewDue outdated version versions snippet viewerCan
FaqAbilities: edit
FaqVersion: version question answer at
SnippetPart: text hit
FaqPage: nodes pageInfo total
Draft: key title body version updatedAt
DraftPage: nodes pageInfo total
MentionCandidate: kind targetId name detail recipients
MentionCheck: recipients unreachable needsConfirmation refused
Notice: id kind sentence reason path createdAt read bundle
NoticePage: nodes pageInfo total
Home: deadlines deadlineCount actions actionCount unread unreadCount drafts nextSprechstunde
SprechstundenSeries: id name organiser rule firstDay startTime minutes openEvery nextNo exceptions place joinUrl version
SeriesDay: day startsAt holiday excepted planned
DistributionEntry: id name email person addedAt
DistributionEntryPage: nodes pageInfo total
Sprechstunde: id series no format status title summary topics startsAt endsAt liveSince place joinUrl registrationUrl host hostName limit
Sprechstunde: registrationUntil cancelReason review nextSteps participatingOrganisations version agenda speakers links moodQuotes mood
Sprechstunde: registeredCount waitingCount questions currentQuestion currentSince registeredOrganisations ownRegistrations viewerSeat viewerCan
SprechstundeAbilities: edit conduct steer register voteMood exportParticipants
SprechstundePage: nodes pageInfo total
AgendaItem: id position title minutes description startsAt wishId
Speaker: id name function organisationName organisation person agendaItemId
SprechstundeLink: id kind title url agendaItemId
MoodQuote: id label text
MoodBarometer: voters distribution
OwnMood: organisationId value
RegisteredOrganisation: organisation people
Registration: id sprechstundeId person companion organisation status waitingPlace registeredAt viewerCan
RegistrationAbilities: withdraw
RegistrationPage: nodes pageInfo total
EventSeat: id sprechstundeId person organisation role status until createdAt
EventSeatPage: nodes pageInfo total
TopicWish: id seriesId title description author organisation status reason createdAt voteCount voters viewerVoted mergedInto viewerCan
WishAbilities: vote withdraw decide
TopicWishPage: nodes pageInfo total
PublicSprechstunde: id seriesName no format status title summary topics startsAt endsAt place registrationUrl hostName
PublicSprechstundePage: nodes pageInfo total
TreatedYear: year years events
TreatedEvent: id seriesName no title startsAt topics
CalendarSubscription: createdAt
CalendarAddress: url
HomeItem: id kind subjectId groupId title detail reason path organisation dueAt since
AuditEntry: id at actorName action sentence subjectKind subjectId
AuditPage: nodes pageInfo total
JsonFile: name text
SiteText: key body version updatedAt
BarrierReport: id problem page contact createdAt doneAt
BarrierReportPage: nodes pageInfo total
`;

/** Outcomes: `value`; `empty` (no text, no rows, zero); `null`; or the code of a refusal, of the field or of its object. */
const guarded = `
Person.email: value = admin coordinator; not_found = outsiders; null
Person.email [own]: value
Person.globalRoles: value = admin; not_found = outsiders; empty
Person.identities: value = admin; not_found = outsiders; empty
Person.identities [own]: value = admin; empty
Organisation.mailDomains: empty = outsiders guest; value
Organisation.affiliations: empty = stranger expiredGuest guest eventHost eventGuest; value
Organisation.affiliations [ended]: value = coordinator head admin; forbidden
Organisation.invitations: value = coordinator head admin; forbidden
Organisation.affiliationRequests: value = coordinator head admin; forbidden
WorkingGroup.statusReason: value = seats; not_found = outsiders; empty
WorkingGroup.mandate: value = seats; not_found = outsiders; empty
WorkingGroup.mandate [public]: not_found = outsiders; value
WorkingGroup.programme: value = seats; not_found = outsiders; empty
WorkingGroup.links: value = seats; not_found = outsiders; empty
WorkingGroup.workPackages: value = seats; not_found = outsiders; empty
WorkingGroup.volunteerings: value = seats; not_found = outsiders; empty
WorkingGroup.members: value = seats; not_found = outsiders; empty
WorkingGroup.members [public]: not_found = outsiders; value
WorkingGroup.requests: value = leads; not_found = outsiders; empty
WorkingGroup.requests [public]: value = leads; not_found = outsiders; empty
WorkingGroup.guestInvitations: value = leads; not_found = outsiders; empty
WorkingGroup.guestInvitations [public]: value = leads; not_found = outsiders; empty
WorkingGroup.threads: value = seats; not_found = outsiders; empty
WorkingGroup.threads [public]: not_found = outsiders; value
WorkingGroup.threadCount: value = seats; not_found = outsiders; empty
WorkingGroup.unreadThreadCount: value = seats; not_found = outsiders; empty
WorkingGroup.questions: value = seats; not_found = outsiders; empty
WorkingGroup.questions [public]: not_found = outsiders; value
GroupMembership.statement: value = leads; not_found = outsiders; empty
GroupMembership.statement [own]: value = seats removed; not_found = outsiders; null
GroupMembership.reason: value = leads; not_found = outsiders; empty
GroupMembership.reason [own]: value = seats removed; not_found = outsiders; null
Post.body: not_found = outsiders; value
Post.body [deleted]: not_found = outsiders; empty
Post.revisions: not_found = outsiders; value
Post.revisions [deleted]: not_found = outsiders; empty
Post.reactions: not_found = outsiders; value
Post.reactions [deleted]: not_found = outsiders; empty
Post.mentions: not_found = outsiders; value
Post.mentions [deleted]: not_found = outsiders; empty
Question.asker: not_found = outsiders; value
Question.asker [anonymous]: not_found = outsiders; null
Question.faqEntry: not_found = outsiders; null = guest; value
Topic.faqCount: empty = outsiders guest; value
FaqEntry.sourceQuestion: value = lead deputy member observer; not_found = outsiders guest; null
Sprechstunde.registrations: value = editor; not_found = uninvited; empty
Sprechstunde.seats: value = editor; not_found = uninvited; empty
Sprechstunde.guestInvitations: value = editor; not_found = uninvited; empty
MoodBarometer.own: value = colleague head coordinator; not_found = uninvited; empty
TopicWish.sprechstunde: value = editor; not_found = outsiders guest; null
Draft.thread: value = seats; null
Draft.group: value = seats; null
Notice.thread: value = seats; null
Notice.group: value = seats; null
Notice.question: value = seats; null
`;

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim());

export const openFields: readonly string[] = lines(open).flatMap((line) => {
  const [type = '', names = ''] = line.split(': ');
  return names.split(' ').map((name) => `${type}.${name}`);
});
export const guardedRows = (roles: readonly Role[]): Row[] => lines(guarded).map((line) => parseRow(line, roles));
