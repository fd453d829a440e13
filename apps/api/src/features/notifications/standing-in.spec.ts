import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Thread } from '../../generated/prisma/client.ts';
import { dateOf, germanDay, inDays } from '../../platform/days.ts';
import type { Job } from '../../platform/jobs/jobs.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { statementsOf } from '../../../test/queries.ts';
import { threadsOf } from '../../../test/threads.ts';
import type { Colleague, Someone } from '../../../test/world.ts';
import { announcementPublished } from '../announcements/jobs.ts';
import { questionAnswered, questionAssigned } from '../questions/jobs.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
const { reply } = threadsOf(() => api);

const isAway = (person: Someone, deputy: Someone | null, from = -2, until = 2) =>
  api.world.db.absence.create({
    data: { personId: person.id, deputyId: deputy?.id ?? null, fromDay: dateOf(inDays(from)), untilDay: dateOf(inDays(until)) },
  });
async function happens<D extends object>(fact: Job<D>, data: D): Promise<void> {
  const { Jobs } = await import('../../platform/jobs/jobs.ts');
  await api.app.get(Jobs).send(fact, data);
  await api.work();
}
const told = async (person: Someone): Promise<string[][]> =>
  (await api.world.db.notice.findMany({ where: { personId: person.id }, orderBy: { id: 'asc' } })).map((n) => [
    n.cause.split(':', 1)[0]!,
    n.kind,
    n.detail,
    n.onBehalfOf,
  ]);
const at = ({ id, name }: Someone) => `[@${name}](person:${id})`;
beforeEach(async () => {
  await api.world.db.absence.deleteMany();
  await api.world.db.notice.deleteMany();
});

/** A group that only its members read: the absent one and two colleagues of the same Kommune, of whom one is a member. */
async function staged() {
  const { world } = api;
  const group = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
  const author = await world.member(group);
  const absent = await world.member(group);
  const reads = await world.member(group, 'MEMBER', absent.organisation);
  const outside = await world.colleague(absent.organisation);
  const thread = await world.thread(group, author);
  return { group, author, absent, reads, outside, thread };
}
const mentions = async (author: Colleague, thread: Thread, ...people: Someone[]) => {
  const { id } = await reply(author, thread.id, `Bitte ansehen: ${people.map(at).join(' ')}`);
  await api.work();
  return id as string;
};

describe('who stands in', () => {
  it('gets what the absent one gets, with whom it is for, once; the absent one keeps theirs', async () => {
    const { author, absent, reads, thread } = await staged();
    await isAway(absent, reads);
    await mentions(author, thread, absent);
    expect(await told(absent)).toEqual([['mention', 'MENTION', 'PERSON', '']]);
    expect(await told(reads)).toEqual([['mention', 'MENTION', 'PERSON', absent.name]]);
    const rooms = (await api.world.db.event.findMany({ where: { name: 'notice.changed' } })).map((event) => event.room);
    expect(rooms).toEqual(expect.arrayContaining([`person:${absent.id}`, `person:${reads.id}`]));
    const { notices } = await api.get(reads, '{ notices { nodes { sentence reason thread { id } } } }');
    expect(notices.nodes).toMatchObject([
      {
        sentence: `${author.name} hat ${absent.name} in „${thread.title}“ erwähnt.`,
        reason: `In Vertretung für ${absent.name}`,
        thread: { id: thread.id },
      },
    ]);
  });

  it('hears of nothing that they may not read themselves', async () => {
    const { author, absent, outside, thread } = await staged();
    await isAway(absent, outside);
    await mentions(author, thread, absent);
    expect(await told(absent)).toHaveLength(1);
    expect(await told(outside)).toEqual([]);
  });

  it('is told once where several are away, and as themselves where they are meant too', async () => {
    const { world } = api;
    const { group, author, absent, reads, thread } = await staged();
    const second = await world.member(group, 'MEMBER', absent.organisation);
    await isAway(absent, reads);
    await isAway(second, reads);
    const postId = await mentions(author, thread, absent, second);
    const [first, last] = [absent.name, second.name].toSorted();
    expect(await told(reads)).toEqual([['mention', 'MENTION', 'PERSON', `${first} und ${last}`]]);

    // An edit mentions the deputy as well: it is the same notice, now their own.
    const { version } = await world.db.post.findUniqueOrThrow({ where: { id: postId } });
    const body = `Bitte ansehen: ${[absent, second, reads].map(at).join(' ')}`;
    const edit = 'mutation($input: EditPostInput!) { editPost(input: $input) { id } }';
    await api.get(author, edit, { input: { id: postId, version, body } });
    await api.work();
    expect(await told(reads)).toEqual([['mention', 'MENTION', 'PERSON', '']]);

    await mentions(author, thread, absent, reads);
    expect((await told(reads)).map(([, , , onBehalfOf]) => onBehalfOf)).toEqual(['', '']);
  });

  it('is passed over who is away too, belongs there no more, wrote it, or before and after the days', async () => {
    const { world } = api;
    const { group, author, absent, reads, thread } = await staged();
    const chain = await world.member(group, 'MEMBER', absent.organisation);
    const telling = async (whom = author) => {
      await mentions(whom, thread, absent);
      const counted = [await told(reads), await told(chain)].map((all) => all.length);
      await world.db.notice.deleteMany();
      return counted;
    };
    await isAway(absent, reads);
    expect(await telling()).toEqual([1, 0]);
    // Nobody stands in for a deputy.
    await isAway(reads, chain);
    expect(await telling()).toEqual([0, 0]);
    await world.db.absence.deleteMany({ where: { personId: reads.id } });
    expect(await telling(reads)).toEqual([0, 0]);

    for (const [from, until] of [
      [2, 4],
      [-4, -2],
    ] as const) {
      await world.db.absence.deleteMany();
      await isAway(absent, reads, from, until);
      expect(await telling()).toEqual([0, 0]);
    }
    await world.db.absence.deleteMany();
    await isAway(absent, reads);
    await world.db.affiliation.updateMany({ where: { personId: reads.id }, data: { endedAt: new Date() } });
    expect(await telling()).toEqual([0, 0]);
  });

  it('has it as read where they have read on to the post', async () => {
    const { author, absent, reads, thread } = await staged();
    await isAway(absent, reads);
    await reply(author, thread.id, 'Erster');
    await api.world.db.readState.create({ data: { personId: reads.id, threadId: thread.id, readNo: 5 } });
    await mentions(author, thread, absent);
    const { readAt } = await api.world.db.notice.findFirstOrThrow({ where: { personId: reads.id } });
    expect(readAt).not.toBeNull();
  });
});

describe('of announcements and questions', () => {
  it('an announcement goes to the deputy to whom it is addressed; none is told twice', async () => {
    const { world } = api;
    const [editor, home] = [await world.official('LAND_EDITOR'), await world.organisation()];
    const [absent, deputy] = [await world.colleague(home, 'COORDINATOR'), await world.colleague(home)];
    const publish = async (roles: ('COORDINATOR' | 'MEMBER')[]) => {
      const { id } = await world.announcement(editor, { organisations: [home] }, { roles });
      await world.db.announcementRecipient.createMany({
        data: [absent, ...(roles.length === 0 ? [deputy] : [])].map(({ id: personId }) => ({ announcementId: id, personId })),
      });
      await happens(announcementPublished, { announcementId: id });
    };
    await isAway(absent, deputy);
    // For coordinators alone: a colleague may not read it, and hears nothing.
    await publish(['COORDINATOR']);
    expect([await told(absent), await told(deputy)].map((all) => all.length)).toEqual([1, 0]);
    await publish([]);
    expect(await told(deputy)).toEqual([['announced', 'ANNOUNCEMENT', '', '']]);
    await world.db.affiliation.create({ data: { personId: deputy.id, organisationId: home.id, role: 'COORDINATOR', endedAt: new Date() } });
    await world.db.notice.deleteMany();
    // Published before the deputy came: addressed by now, and told in place of who is away.
    const { id } = await world.announcement(editor, { organisations: [home] });
    await world.db.announcementRecipient.create({ data: { announcementId: id, personId: absent.id } });
    await happens(announcementPublished, { announcementId: id });
    expect(await told(deputy)).toEqual([['announced', 'ANNOUNCEMENT', '', absent.name]]);
  });

  it('a question to the office goes, with its mail; what came of one that the absent person asked does not', async () => {
    const { world } = api;
    const group = await world.group();
    const office = await world.organisation({ kind: 'LAND_MINISTRY' });
    const [absent, deputy, by] = [await world.colleague(office, 'COORDINATOR'), await world.colleague(office), await world.colleague()];
    await isAway(absent, deputy);
    const question = await world.question(group, by);
    const { id: stepId } = await world.db.questionStep.create({
      data: { questionId: question.id, kind: 'ASSIGNED', officeId: office.id, byId: by.id, day: new Date('2027-01-15') },
    });
    await happens(questionAssigned, { questionId: question.id, stepId });
    expect(await told(deputy)).toEqual([['question_assigned', 'QUESTION', 'OFFICE 15.01.2027', absent.name]]);
    const mails = await world.db.outboxMail.findMany({ where: { to: { in: [absent.email, deputy.email] } } });
    expect(mails.map((mail) => mail.to).sort()).toEqual([absent.email, deputy.email].sort());
    expect(mails.find((mail) => mail.to === deputy.email)?.text).toContain(`In Vertretung für ${absent.name}.`);

    await world.db.notice.deleteMany();
    const asked = await world.question(group, absent, { anonymous: true });
    const answer = await world.officialAnswer(asked, by);
    await happens(questionAnswered, { questionId: asked.id, answerId: answer.id });
    expect(await told(absent)).toHaveLength(1);
    expect(await told(deputy)).toEqual([]);
  });
});

it('costs two queries, for many absent people as for one', async () => {
  const { world, app } = api;
  const editor = await world.official('LAND_EDITOR');
  const { StandingIn } = await import('./standing-in.ts');
  const telling = async (count: number) => {
    const home = await world.organisation();
    const { id: announcementId } = await world.announcement(editor, { organisations: [home] });
    const notice = { kind: 'ANNOUNCEMENT', cause: `announced:${announcementId}`, announcementId } as const;
    const away: Colleague[] = [];
    for (let i = 0; i < count; i++) {
      away.push(await world.colleague(home));
      await isAway(away[i]!, await world.colleague(home));
    }
    const sent = await statementsOf(async () => {
      expect(await app.get(StandingIn).of(away.map((to) => ({ to, notice })))).toHaveLength(count);
    });
    return sent.filter(({ text }) => /absence|reader/.test(text)).length;
  };
  expect([await telling(1), await telling(12)]).toEqual([2, 2]);
});

it('who is named as a deputy is told from when to when, and again for other days', async () => {
  const { world } = api;
  const home = await world.organisation();
  const [absent, deputy] = [await world.colleague(home), await world.colleague(home)];
  const set = 'mutation($input: SetAbsenceInput!) { setAbsence(input: $input) { absence { id } } }';
  const german = (days: number) => germanDay(inDays(days));
  for (const until of [20, 20, 10]) {
    await api.get(absent, set, { input: { from: inDays(10), until: inDays(until), deputyId: deputy.id } });
    await api.work();
  }
  expect(await told(deputy)).toEqual([
    ['deputy_named', 'DECISION', `vom ${german(10)} bis ${german(20)}`, ''],
    ['deputy_named', 'DECISION', `am ${german(10)}`, ''],
  ]);
  expect(await told(absent)).toEqual([]);
  // What was taken back before anybody was told is told to nobody.
  const { deputyNamed } = await import('../absences/jobs.ts');
  await happens(deputyNamed, { absenceId: randomUUID() });
  expect(await told(deputy)).toHaveLength(2);
});
