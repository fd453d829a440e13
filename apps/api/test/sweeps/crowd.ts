import { randomUUID } from 'node:crypto';
import type { Organisation, Thread, WorkingGroup } from '../../src/generated/prisma/client.ts';
import type { Colleague, Someone, World } from '../world.ts';
import { wonder } from './crowd-questions.ts';

/** One organisation, one group, one thread and one viewer, each with as many rows in every list as was asked for. */
export interface Crowd {
  /** Coordinates the organisations, leads the groups, and is LAND_ADMIN: is shown all there is. */
  viewer: Someone;
  /** Stands in the name of everything that belongs to this crowd. */
  tag: string;
  organisation: Organisation;
  group: WorkingGroup;
  thread: Thread;
  question: string;
}

const soon = () => new Date(Date.now() + 3 * 86_400_000);
const indexes = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Rows of a list differ in nothing but their number, so that what is read for one is read for all. */
export async function gather(world: World, count: number): Promise<Crowd> {
  const { db } = world;
  const tag = `M${randomUUID().slice(0, 8)}`;
  const viewer = await world.person(`${tag} Muster`);
  await db.globalRoleGrant.create({ data: { personId: viewer.id, role: 'LAND_ADMIN' } });
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
  return { viewer, tag, organisation, group, thread, question: await wonder(world, group, viewer, people, tag) };
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
