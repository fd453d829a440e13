import type { Role } from './cast.ts';

/**
 * Who gets what from every root field: written by hand from docs/architektur.md and the domain's table, reviewed, and never
 * computed from the policies, with which it would always agree. One line a case:
 *
 *   field [case]: outcome = roles; outcome = roles; … ; rest
 *
 * Outcomes are `ok` or error codes. `anonymous` is always `unauthenticated` unless a line says otherwise.
 */
const shorthands: Record<string, readonly Role[]> = {
  leads: ['lead', 'deputy'],
  seats: ['lead', 'deputy', 'member', 'observer', 'guest'],
  writers: ['lead', 'deputy', 'member', 'guest'],
  officials: ['admin', 'editor', 'expert', 'moderator', 'privacy', 'auditor'],
  /** Belong to the platform's own circle, without a seat in the scene's groups. */
  insiders: ['otherKommune', 'colleague', 'head', 'coordinator', 'removed', 'admin', 'editor', 'expert', 'moderator', 'privacy', 'auditor'],
  outsiders: ['stranger', 'provider', 'expiredGuest', 'eventHost', 'eventGuest'],
  /** Belong to no circle of the platform, and hold no seat in the scene's events. */
  uninvited: ['stranger', 'provider', 'expiredGuest', 'guest'],
  eventGuests: ['eventHost', 'eventGuest'],
  /** Of a Kommune. */
  municipal: ['otherKommune', 'colleague', 'head', 'coordinator', 'lead', 'deputy', 'member', 'observer', 'removed'],
};

const text = `
viewer: ok
organisation: ok
organisations: ok
participation: ok = anonymous; ok
person: not_found = outsiders; ok
person [own]: ok
people: ok = admin; forbidden
unansweredRequests: ok = admin; forbidden
invitation: not_found
workingGroup: not_found = outsiders; ok
workingGroup [hidden]: ok = seats admin; not_found
workingGroups: ok
thread: not_found = outsiders; ok
thread [hidden]: ok = seats; not_found
post: not_found = outsiders; ok
post [hidden]: ok = seats; not_found
draft: ok
drafts: ok
mentionCandidates: not_found = outsiders; ok
mentionCandidates [hidden]: ok = seats; forbidden = admin; not_found
checkMentions: not_found = outsiders; ok
checkMentions [hidden]: ok = seats; forbidden = admin; not_found
question: not_found = outsiders; ok
question [hidden]: ok = seats; not_found
question [covered]: ok = leads editor moderator; not_found
similarQuestions: ok
unansweredQuestions: ok
answerTimes: forbidden = outsiders guest; ok
topics: ok
faqEntry: not_found = outsiders guest; ok
faqEntries: ok
notices: ok
home: ok
auditEntries: ok = admin auditor; forbidden
siteText: ok = anonymous; ok
sprechstunde: not_found = uninvited; ok
sprechstunde [draft]: ok = editor eventHost; not_found
sprechstunden: ok
sprechstundenSeries: ok
seriesDays: ok = editor; not_found = outsiders guest; forbidden
distributionList: ok = editor; not_found = outsiders guest; forbidden
topicWishes: ok
topicWish: not_found = outsiders guest; ok
publicSprechstunden: ok = anonymous; ok
treatedTopics: ok = anonymous; ok
barrierReports: ok = admin; forbidden

setMailDomains: ok = coordinator admin; forbidden
inviteColleague: ok = coordinator admin; forbidden
resendInvitation: ok = coordinator admin; forbidden = head; not_found
revokeInvitation: ok = coordinator admin; forbidden = head; not_found
acceptInvitation: invitation.foreign
requestAffiliation: ok
withdrawAffiliationRequest: forbidden = coordinator head admin; not_found
confirmAffiliation: ok = coordinator admin; forbidden = head; not_found
declineAffiliation: ok = coordinator admin; forbidden = head; not_found
assignAffiliationRequest: ok = admin; not_found
changeAffiliation: ok = coordinator admin; not_found = outsiders guest; forbidden
endAffiliation: ok = coordinator admin; not_found = outsiders guest; forbidden
nameCoordinator: ok = admin; forbidden
actFor: ok = colleague head coordinator provider; forbidden
grantGlobalRole: ok = admin; not_found = outsiders; forbidden
revokeGlobalRole: ok = admin; not_found = outsiders guest; forbidden
linkIdentity: ok = admin; not_found = outsiders; forbidden
becomeFirstAdmin: not_found

createWorkingGroup: ok = coordinator admin editor; forbidden
decideProposal: ok = admin editor; not_found
editWorkingGroup: ok = leads; not_found = outsiders; forbidden
editWorkingGroup [hidden]: ok = leads; forbidden = member observer guest admin; not_found
changeStatus: ok = leads; not_found = outsiders; forbidden
revertStatus: ok = leads; not_found = outsiders; forbidden
saveWorkPackage: ok = leads; not_found = outsiders; forbidden
removeWorkPackage: ok = leads; not_found = outsiders; forbidden
tickSubGoal: ok = leads; not_found = outsiders; forbidden
joinGroup: group.already_member = seats; ok = insiders; not_found
joinGroup [hidden]: group.already_member = seats; group.join_by_invitation = admin; not_found
withdrawRequest: not_found = outsiders; membership.already_decided
leaveGroup: ok = seats; not_found = outsiders; forbidden
approveRequest: ok = leads; not_found
declineRequest: ok = leads; not_found
revertDecline: ok = leads; not_found
changeGroupRole: ok = leads; not_found = outsiders; forbidden
removeMember: ok = leads; not_found = outsiders; forbidden
inviteMember: ok = leads; not_found = outsiders; forbidden
answerGroupInvitation: not_found = outsiders; membership.already_decided
inviteGuest: ok = leads; not_found = outsiders; forbidden
volunteer: ok = deputy member; membership.already_decided = lead; not_found = outsiders; forbidden
withdrawVolunteering: not_found = outsiders; forbidden
decideVolunteering: ok = leads; not_found = outsiders; forbidden
readWithReason [hidden]: ok = admin; forbidden = seats; not_found
exportRoster: ok = lead deputy member observer; not_found = outsiders; forbidden
setGroupFollow: not_found = outsiders; ok

openThread: ok = writers; not_found = outsiders; forbidden
reply: ok = writers; not_found = outsiders; forbidden
reply [hidden]: ok = writers; forbidden = observer; not_found
reply [closed]: thread.closed = writers; not_found = outsiders; forbidden
reply [paused]: group.not_active = writers; not_found = outsiders; forbidden
editPost: not_found = outsiders; forbidden
deletePost: ok = leads; not_found = outsiders; forbidden
restorePost: not_found = outsiders; forbidden
react: ok = writers; not_found = outsiders; forbidden
pinThread: ok = leads; not_found = outsiders; forbidden
closeThread: ok = leads; not_found = outsiders; forbidden
retitleThread: ok = leads; not_found = outsiders; forbidden
writeStand: ok = leads; not_found = outsiders; forbidden
markRead: not_found = outsiders; ok
setThreadFollow: not_found = outsiders; ok
saveDraft: not_found = outsiders; ok
discardDraft: ok

askQuestion: ok = writers; not_found = outsiders; forbidden
askQuestion [hidden]: ok = writers; forbidden = observer; not_found
askQuestion [paused]: group.not_active = writers; not_found = outsiders; forbidden
editQuestion: not_found = outsiders; forbidden
addToQuestion: not_found = outsiders; forbidden
withdrawQuestion: not_found = outsiders; forbidden
voteQuestion: ok = writers; not_found = outsiders; forbidden
voteQuestion [withdrawn]: question.closed = writers; not_found = outsiders; forbidden
assignQuestion: ok = leads editor; not_found = outsiders; forbidden
assignQuestion [own]: ok = leads editor expert; not_found = outsiders; forbidden
returnQuestion: ok = leads editor; not_found = outsiders; forbidden
deferQuestion: ok = leads editor; not_found = outsiders; forbidden
resumeQuestion: ok = leads editor; not_found = outsiders; forbidden
answerOfficially: ok = editor expert; not_found = outsiders; forbidden
answerOfficially [elsewhere]: question.other_office = editor expert; not_found = outsiders; forbidden
acceptAnswer: ok = leads moderator; not_found = outsiders; forbidden
reportOutdated: ok = leads editor moderator; not_found = outsiders; forbidden
hideQuestion: ok = leads editor moderator; not_found = outsiders; forbidden
showQuestion: ok = leads editor moderator; not_found
mergeQuestion: ok = leads editor; not_found = outsiders; forbidden
setCurrentQuestion: ok = editor eventHost; not_found = uninvited; forbidden
setCurrentQuestion [announced]: event.status_impossible = editor eventHost; not_found = uninvited; forbidden
placeQuestion: ok = editor eventHost; not_found = uninvited; forbidden
placeQuestion [group]: question.state_impossible = leads editor; not_found = outsiders; forbidden
publishFaq: ok = editor; not_found = outsiders; forbidden
editFaq: ok = editor; not_found = outsiders guest; forbidden
createSeries: ok = editor; forbidden
editSeries: ok = editor; not_found = outsiders guest; forbidden
planSprechstunden: ok = editor; not_found = outsiders guest; forbidden
addToDistribution: ok = editor; not_found = outsiders guest; forbidden
removeFromDistribution: ok = editor; not_found
createSprechstunde: ok = editor; forbidden
editSprechstunde: ok = editor; not_found = uninvited; forbidden
editSprechstunde [draft]: ok = editor; forbidden = eventHost; not_found
setProgramme: ok = editor; not_found = uninvited; forbidden
writeReview: ok = editor; not_found = uninvited; forbidden
changeSprechstundeStatus: ok = editor eventHost; not_found = uninvited; forbidden
changeSprechstundeStatus [cancel]: ok = editor; not_found = uninvited; forbidden
inviteEventGuest: ok = editor; not_found = uninvited; forbidden
changeEventSeat: ok = editor; not_found
endEventSeat: ok = editor; not_found
register: not_found = uninvited; forbidden = eventGuests; ok
withdrawRegistration: ok = coordinator editor; forbidden = colleague head; not_found
exportParticipants: ok = editor; not_found = uninvited; forbidden
voteMood: ok = municipal; not_found = uninvited; forbidden
wishTopic: not_found = outsiders guest; ok
voteWish: not_found = outsiders guest; ok
mergeWish: ok = editor; not_found = outsiders guest; forbidden
planWish: ok = editor; not_found = uninvited; forbidden
declineWish: ok = editor; not_found = outsiders guest; forbidden
withdrawWish: not_found = outsiders guest; forbidden
subscribeCalendar: ok
revokeCalendar: ok

markNoticeRead: not_found
markAllNoticesRead: ok
exportOwnData: ok
setSiteText: ok = admin; forbidden
reportBarrier: ok = anonymous; ok
closeBarrierReport: ok = admin; not_found
`;

export interface Row {
  field: string;
  /** '' for the plain case. */
  variant: string;
  expected: Record<Role, string>;
}

export const rows = (roles: readonly Role[]): Row[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => parseRow(line, roles));

/** `field [variant]: outcome = roles; … ; rest` */
export function parseRow(line: string, roles: readonly Role[]): Row {
  const [, field = '', variant = '', rule = ''] = /^([\w.]+)(?: \[(\w+)\])?: (.*)$/.exec(line) ?? [];
  if (!rule) throw new Error(`authorization table: ${line}`);
  const parts = rule.split(';').map((part) => part.trim());
  const rest = parts.pop()!;
  const expected = Object.fromEntries(roles.map((role) => [role, role === 'anonymous' ? 'unauthenticated' : rest])) as Row['expected'];
  for (const part of parts) {
    const [outcome = '', who = ''] = part.split('=').map((p) => p.trim());
    for (const role of who.split(' ').flatMap((w) => shorthands[w] ?? [w as Role])) {
      if (!roles.includes(role)) throw new Error(`authorization table: nobody is called ${role}: ${line}`);
      expected[role] = outcome;
    }
  }
  return { field, variant, expected };
}
