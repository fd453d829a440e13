import { createHash, randomUUID } from 'node:crypto';
import type { Someone } from '../world.ts';
import { bystander, type Scene } from './cast.ts';

/** What is there to be seen or not: one row behind every guarded field of the scene. */
export interface Sight {
  scene: Scene;
  /** Works at home and holds a seat in both groups. */
  colleague: Someone;
  post: string;
  deletedPost: string;
  anonymousQuestion: string;
  publishedQuestion: string;
  /** Of a question that stands in the hidden group. */
  hiddenFaq: string;
  event: string;
  wish: string;
}
const text = 'Nur für wenige.';
const later = () => new Date(Date.now() + 3 * 86_400_000);

export async function furnish(scene: Scene): Promise<Sight> {
  const { world, home, host, group, hidden, thread } = scene;
  const { db } = world;
  const found = await bystander(scene);
  const colleague = { ...found, sub: (await db.identity.findFirstOrThrow({ where: { personId: found.id } })).subject };
  await db.globalRoleGrant.create({ data: { personId: colleague.id, role: 'MODERATOR' } });
  await db.organisation.update({ where: { id: home.id }, data: { mailDomains: ['ort.example'] } });
  const former = await world.person();
  await db.affiliation.create({ data: { personId: former.id, organisationId: home.id, role: 'MEMBER', endedAt: new Date() } });
  await db.affiliationRequest.create({ data: { personId: former.id, organisationId: home.id, statement: text } });
  const invitation = (data: object) =>
    db.invitation.create({
      data: {
        tokenHash: createHash('sha256').update(randomUUID()).digest('hex'),
        email: 'jemand@ort.example',
        organisationId: home.id,
        invitedById: host.id,
        expiresAt: later(),
        ...data,
      },
    });
  await invitation({ role: 'MEMBER' });
  // The card of a group with visibility MEMBERS is seen where one may ask to join.
  await db.workingGroup.update({ where: { id: hidden.id }, data: { joinPolicy: 'REQUEST' } });
  for (const { id: groupId } of [group, hidden]) {
    await db.workingGroup.update({ where: { id: groupId }, data: { mandate: text, programme: text, statusReason: text } });
    await db.groupLink.create({ data: { groupId, position: 0, title: 'Stelle', url: 'https://ort.example' } });
    await db.workPackage.create({ data: { groupId, position: 0, title: 'Paket' } });
    await db.volunteering.create({ data: { groupId, personId: host.id } });
    await world.seat({ ...group, id: groupId }, await world.colleague(), 'MEMBER', 'REQUESTED');
    await world.seat({ ...group, id: groupId }, colleague);
    await invitation({ groupId, groupRole: 'GUEST', guestUntil: later() });
  }
  await world.posts(thread, host, 1);
  const posts = await db.post.findMany({ where: { threadId: thread.id }, orderBy: { no: 'asc' } });
  for (const { id: postId } of posts) {
    await db.post.update({ where: { id: postId }, data: { version: 2, body: `[@Kim](person:${host.id})` } });
    await db.postRevision.create({ data: { postId, version: 1, body: text, at: new Date() } });
    await db.mention.create({ data: { postId, kind: 'PERSON', targetId: host.id } });
    await db.reaction.create({ data: { postId, kind: 'AGREE', personId: host.id } });
  }
  const [post, deletedPost] = posts.map((p) => p.id) as [string, string];
  await db.post.update({ where: { id: deletedPost }, data: { deletedAt: new Date(), deletedById: host.id } });
  const { event, draft, wish } = await scene.programme();
  const place = { sprechstundeId: event.id, organisationId: home.id };
  await db.registration.create({ data: { ...place, personId: host.id, status: 'REGISTERED', clientMutationId: randomUUID() } });
  await db.moodVote.create({ data: { ...place, value: 4 } });
  await world.eventSeat(event, former, 'GUEST');
  await invitation({ ...place, seatRole: 'GUEST' });
  await db.topicWish.update({ where: { id: wish.id }, data: { status: 'PLANNED', sprechstundeId: draft.id } });
  const topic = await db.topic.create({ data: { key: randomUUID(), name: 'Bauen', position: 0 } });
  const published = await world.question(group, host);
  const entry = await world.faqEntry(published, host);
  await db.faqTopic.create({ data: { entryId: entry.id, topicId: topic.id } });
  return {
    scene,
    colleague,
    post,
    deletedPost,
    event: event.id,
    wish: wish.id,
    anonymousQuestion: (await world.question(group, host, { anonymous: true })).id,
    publishedQuestion: published.id,
    hiddenFaq: (await world.faqEntry(await world.question(hidden, host), host)).id,
  };
}

/** What belongs to the actor alone; after everybody has taken their seats. */
export async function provide({ scene: { world, hidden, hiddenThread, hiddenQuestion } }: Sight, actor: Someone): Promise<void> {
  const { db } = world;
  await db.draft.create({ data: { personId: actor.id, key: `reply:${hiddenThread.id}`, body: text } });
  const place = { groupId: hidden.id, threadId: hiddenThread.id, questionId: hiddenQuestion.id, postNo: 1, actorName: 'Kim Muster' };
  await db.notice.create({ data: { personId: actor.id, kind: 'MENTION', cause: randomUUID(), ...place } });
}

/** Before the first question: every seat has something to say, which only some may read. */
export const speak = ({ scene: { world, group } }: Sight) =>
  world.db.groupMembership.updateMany({ where: { groupId: group.id }, data: { statement: text, reason: text } });

type Ask = (sight: Sight, actor: Someone | null) => string;
const nobody = '00000000-0000-4000-8000-000000000000';
const person =
  (field: string): Ask =>
  ({ colleague }) =>
    `person(id: "${colleague.id}") { found: ${field} }`;
const own =
  (field: string): Ask =>
  (_, actor) =>
    `person(id: "${actor?.id ?? nobody}") { found: ${field} }`;
const home =
  (field: string): Ask =>
  ({ scene }) =>
    `organisation(id: "${scene.home.id}") { found: ${field} }`;
const hidden =
  (field: string): Ask =>
  ({ scene }) =>
    `workingGroup(id: "${scene.hidden.id}") { found: ${field} }`;
const open =
  (field: string): Ask =>
  ({ scene }) =>
    `workingGroup(id: "${scene.group.id}") { found: ${field} }`;
/** Somebody else's seat. */
const seat =
  (field: string): Ask =>
  ({ scene }) =>
    `workingGroup(id: "${scene.group.id}") { members(first: 1, filter: { text: "${scene.host.name}" }) { nodes { found: ${field} } } }`;
/** `viewerMembership` is null for who has none. */
const ownSeat =
  (field: string): Ask =>
  ({ scene }) =>
    `workingGroup(id: "${scene.group.id}") { viewerMembership { found: ${field} } }`;
const post =
  (which: 'post' | 'deletedPost', field: string): Ask =>
  (sight) =>
    `post(id: "${sight[which]}") { found: ${field} }`;
const draft =
  (field: string): Ask =>
  ({ scene }) =>
    `draft(key: "reply:${scene.hiddenThread.id}") { found: ${field} { id } }`;
const notice =
  (field: string): Ask =>
  () =>
    `notices { nodes { found: ${field} { id } } }`;
const event =
  (field: string): Ask =>
  ({ event: id }) =>
    `sprechstunde(id: "${id}") { ${field} }`;
const rows = (list: string, args = '') => `${list}${args} { nodes { id } total }`;

/** The question of each row of the table; what is looked at is called `found`. */
export const fieldCases: Record<string, Ask> = {
  'Person.email': person('email'),
  'Person.email own': own('email'),
  'Person.globalRoles': person('globalRoles { id }'),
  'Person.identities': person('identities { id }'),
  'Person.identities own': own('identities { id }'),
  'Organisation.mailDomains': home('mailDomains'),
  'Organisation.affiliations': home(rows('affiliations')),
  'Organisation.affiliations ended': home(rows('affiliations', '(ended: true)')),
  'Organisation.invitations': home(rows('invitations')),
  'Organisation.affiliationRequests': home(rows('affiliationRequests')),
  'WorkingGroup.statusReason': hidden('statusReason'),
  'WorkingGroup.mandate': hidden('mandate'),
  'WorkingGroup.mandate public': open('mandate'),
  'WorkingGroup.programme': hidden('programme'),
  'WorkingGroup.links': hidden('links { url }'),
  'WorkingGroup.workPackages': hidden('workPackages { id }'),
  'WorkingGroup.volunteerings': hidden('volunteerings { id }'),
  'WorkingGroup.members': hidden(rows('members')),
  'WorkingGroup.members public': open(rows('members')),
  'WorkingGroup.requests': hidden(rows('requests')),
  'WorkingGroup.requests public': open(rows('requests')),
  'WorkingGroup.guestInvitations': hidden(rows('guestInvitations')),
  'WorkingGroup.guestInvitations public': open(rows('guestInvitations')),
  'WorkingGroup.threads': hidden(rows('threads')),
  'WorkingGroup.threads public': open(rows('threads')),
  'WorkingGroup.threadCount': hidden('threadCount'),
  'WorkingGroup.unreadThreadCount': hidden('unreadThreadCount'),
  'WorkingGroup.questions': hidden(rows('questions')),
  'WorkingGroup.questions public': open(rows('questions')),
  'GroupMembership.statement': seat('statement'),
  'GroupMembership.statement own': ownSeat('statement'),
  'GroupMembership.reason': seat('reason'),
  'GroupMembership.reason own': ownSeat('reason'),
  'Post.body': post('post', 'body'),
  'Post.body deleted': post('deletedPost', 'body'),
  'Post.revisions': post('post', 'revisions { version }'),
  'Post.revisions deleted': post('deletedPost', 'revisions { version }'),
  'Post.reactions': post('post', 'reactions { kind }'),
  'Post.reactions deleted': post('deletedPost', 'reactions { kind }'),
  'Post.mentions': post('post', 'mentions { targetId }'),
  'Post.mentions deleted': post('deletedPost', 'mentions { targetId }'),
  'Question.asker': ({ scene }) => `question(id: "${scene.question.id}") { found: asker { name } }`,
  'Question.asker anonymous': ({ anonymousQuestion }) => `question(id: "${anonymousQuestion}") { found: asker { name } }`,
  'Question.faqEntry': ({ publishedQuestion }) => `question(id: "${publishedQuestion}") { found: faqEntry { id } }`,
  'Topic.faqCount': () => 'topics { found: faqCount }',
  'FaqEntry.sourceQuestion': ({ hiddenFaq }) => `faqEntry(id: "${hiddenFaq}") { found: sourceQuestion { id } }`,
  'Sprechstunde.registrations': event(`found: ${rows('registrations')}`),
  'Sprechstunde.seats': event(`found: ${rows('seats')}`),
  'Sprechstunde.guestInvitations': event(`found: ${rows('guestInvitations')}`),
  'MoodBarometer.own': event('mood { found: own { value } }'),
  'TopicWish.sprechstunde': ({ wish: id }) => `topicWish(id: "${id}") { found: sprechstunde { id } }`,
  'Draft.thread': draft('thread'),
  'Draft.group': draft('group'),
  'Notice.thread': notice('thread'),
  'Notice.group': notice('group'),
  'Notice.question': notice('question'),
};
