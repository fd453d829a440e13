import { randomUUID } from 'node:crypto';
import type {
  Organisation,
  Sprechstunde,
  SprechstundenSeries,
  Thread,
  TopicWish,
  WorkingGroup,
} from '../../src/generated/prisma/client.ts';
import type { Colleague, Someone, World } from '../world.ts';
import { wonder } from './crowd-questions.ts';

/** One organisation, one group, one thread, one event and one viewer, each with as many rows in every list as was asked for. */
export interface Crowd {
  /** Coordinates the organisations, leads the groups, is LAND_ADMIN and LAND_EDITOR: is shown all there is. */
  viewer: Someone;
  /** Stands in the name of everything that belongs to this crowd. */
  tag: string;
  organisation: Organisation;
  group: WorkingGroup;
  thread: Thread;
  question: string;
  series: SprechstundenSeries;
  event: Sprechstunde;
  wish: TopicWish;
}

const soon = () => new Date(Date.now() + 3 * 86_400_000);
const indexes = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Rows of a list differ in nothing but their number, so that what is read for one is read for all. */
export async function gather(world: World, count: number): Promise<Crowd> {
  const { db } = world;
  const tag = `M${randomUUID().slice(0, 8)}`;
  const viewer = await world.person(`${tag} Muster`);
  await db.globalRoleGrant.create({ data: { personId: viewer.id, role: 'LAND_ADMIN' } });
  await db.globalRoleGrant.create({ data: { personId: viewer.id, role: 'LAND_EDITOR' } });
  const organisation = await world.organisation({ name: `Haus ${tag}` });
  await world.belongs(viewer, organisation, 'COORDINATOR');
  const group = await world.group({ name: 'Die eine Gruppe', visibility: 'PLATFORM', joinPolicy: 'REQUEST' });
  await world.seat(group, { ...viewer, organisation }, 'LEAD');
  const workPackages: string[] = [];
  const people: Colleague[] = [];
  for (const i of indexes(count)) {
    const child = await world.organisation({
      parentId: organisation.id,
      name: `${tag} Ort ${i}`,
      tileColumn: i,
      tileRow: 1,
      mailDomains: ['ort.example'],
    });
    const person = { ...(await world.person(`${tag} Person ${i}`)), organisation: child };
    people.push(person);
    await world.belongs(person, organisation);
    await world.belongs(viewer, child, 'COORDINATOR');
    await db.globalRoleGrant.create({ data: { personId: viewer.id, role: 'LAND_EXPERT', organisationId: child.id } });
    await db.identity.create({ data: { issuer: 'https://anders.example', subject: randomUUID(), personId: viewer.id } });
    const asking = await world.person();
    await db.affiliationRequest.create({ data: { personId: asking.id, organisationId: organisation.id, statement: 'Bitte.' } });
    const lost = await world.person();
    await db.affiliationRequest.create({ data: { personId: lost.id, statement: 'Wohin gehöre ich?' } });
    await invite(world, viewer, { organisationId: organisation.id, role: 'MEMBER' });
    workPackages.push(await fill(world, group, viewer, person, i));
    const another = await world.group({ name: `${tag} Gruppe ${i}`, joinPolicy: 'REQUEST' });
    await world.seat(another, { ...viewer, organisation }, 'LEAD');
    await fill(world, another, viewer, person, 0);
    await db.auditEntry.create({
      data: { actorId: viewer.id, action: 'role.granted', subjectKind: 'person', subjectId: person.id, details: { role: 'MODERATOR' } },
    });
    await db.barrierReport.create({ data: { problem: 'Der Knopf ist nicht zu erreichen.' } });
  }
  await db.subGoal.createMany({
    data: indexes(count).map((position) => ({ workPackageId: workPackages[0]!, position, title: 'Schritt' })),
  });
  const thread = await talk(world, group, viewer, people);
  const meeting = await meet(world, tag, { ...viewer, organisation }, people);
  return { viewer, tag, organisation, group, thread, question: await wonder(world, group, viewer, people, tag), ...meeting };
}

const invite = (world: World, by: Someone, data: object) =>
  world.db.invitation.create({
    data: { tokenHash: randomUUID(), email: 'gast@ort.example', invitedById: by.id, expiresAt: soon(), ...data },
  });

/** One row in every list of a group; answers with its work package. */
async function fill(world: World, group: WorkingGroup, viewer: Someone, person: Colleague, position: number): Promise<string> {
  const { db } = world;
  const groupId = group.id;
  await world.seat(group, person, 'DEPUTY');
  const asking = await world.colleague();
  await world.seat(group, asking, 'MEMBER', 'REQUESTED');
  await invite(world, viewer, { groupId, groupRole: 'GUEST', guestUntil: soon(), organisationId: person.organisation.id });
  await db.groupLink.create({ data: { groupId, position, title: 'Stelle', url: 'https://ort.example' } });
  const { id } = await db.workPackage.create({ data: { groupId, position, title: 'Paket', takenById: person.id } });
  await db.volunteering.create({ data: { groupId, personId: person.id, workPackageId: id } });
  return id;
}

/** Threads of the group with one post each; in the first one, all have written and all are mentioned. */
async function talk(world: World, group: WorkingGroup, viewer: Someone, people: readonly Colleague[]): Promise<Thread> {
  const { db } = world;
  const threads: Thread[] = [];
  for (const person of people) {
    const thread = await world.thread(group, person, { stand: 'So steht es.', standById: person.id, standAt: new Date(), standNo: 1 });
    await world.posts(thread, person, 1);
    threads.push(thread);
    await db.draft.create({ data: { personId: viewer.id, key: `reply:${thread.id}`, body: 'Ein Anfang' } });
    const [groupId, threadId, organisationId] = [group.id, thread.id, person.organisation.id];
    const places = { groupId, threadId, organisationId, actorName: person.name, postNo: 1 };
    await db.notice.create({ data: { personId: viewer.id, kind: 'MENTION', cause: randomUUID(), ...places } });
  }
  const [first] = threads as [Thread];
  for (const person of people.slice(1)) await world.posts(first, person, 1);
  await db.post.updateMany({ where: { threadId: first.id }, data: { version: 2, replyToNo: 1, body: `[@Kim](person:${viewer.id})` } });
  const posts = await db.post.findMany({ where: { threadId: first.id }, orderBy: { no: 'asc' } });
  for (const [i, { id }] of posts.entries()) {
    const revised = i === 0 ? people.length : 1;
    await db.postRevision.createMany({ data: indexes(revised).map((v) => ({ postId: id, version: v, body: 'Früher', at: new Date() })) });
    const mentioned = i === 0 ? people : people.slice(0, 1);
    await db.mention.createMany({ data: mentioned.map((p) => ({ postId: id, kind: 'PERSON' as const, targetId: p.id })) });
    const kinds = ['AGREE', 'THANKS', 'IDEA', 'DONE', 'UNCLEAR'] as const;
    const given = i === 0 ? kinds.slice(0, people.length) : kinds.slice(0, 1);
    await db.reaction.createMany({ data: given.map((kind) => ({ postId: id, kind, personId: viewer.id })) });
  }
  return first;
}

/** A series and an event of it, with as many rows around it as there are people. */
async function meet(world: World, tag: string, viewer: Colleague, people: readonly Colleague[]) {
  const { db } = world;
  const series = await world.series(viewer, { name: `${tag} Reihe` });
  const event = await world.event(viewer, { seriesId: series.id, title: `${tag} Veranstaltung`, no: 0 });
  const wish = await world.wish(series, viewer, { title: `${tag} Wunsch` });
  for (const [position, person] of people.entries()) {
    const [sprechstundeId, organisationId] = [event.id, person.organisation.id];
    await world.event(viewer, { seriesId: series.id, title: `${tag} Termin ${position}`, no: position + 1, topics: ['Gewerbesteuer'] });
    const startsAt = new Date('2025-03-05T09:00:00Z');
    await world.event(viewer, { title: 'Vorbei', status: 'DONE', startsAt });
    const item = await db.agendaItem.create({ data: { sprechstundeId, position, title: 'Punkt', minutes: 10 } });
    const part = { sprechstundeId, position, agendaItemId: item.id };
    await db.speaker.create({ data: { ...part, name: person.name, organisationId, personId: person.id } });
    await db.sprechstundeLink.create({ data: { ...part, kind: 'OTHER', title: 'Folien', url: 'https://ort.example' } });
    await db.question.create({ data: { sprechstundeId, organisationId, authorId: person.id, title: 'Anliegen' } });
    await db.moodQuote.create({ data: { sprechstundeId, position, label: 'Kommune 1', text: 'Gut.' } });
    await db.moodVote.create({ data: { sprechstundeId, organisationId, value: 4 } });
    const registered = { status: 'REGISTERED' as const, clientMutationId: randomUUID() };
    await db.registration.create({ data: { sprechstundeId, organisationId, personId: person.id, ...registered } });
    await world.eventSeat(event, person, 'GUEST');
    await invite(world, viewer, { sprechstundeId, organisationId, seatRole: 'GUEST', guestUntil: soon() });
    await db.distributionEntry.create({ data: { seriesId: series.id, personId: person.id, name: person.name } });
    await db.wishVote.create({ data: { wishId: wish.id, personId: person.id, organisationId } });
    await world.wish(series, person);
    await world.series(viewer, { name: `${tag} Reihe ${position}` });
  }
  return { series, event, wish };
}
