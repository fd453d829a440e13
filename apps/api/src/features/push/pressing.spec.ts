import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { pushKeys } from '@kollab/devstack';
import { openApi, type Api } from '../../../test/api.ts';
import { clockOf, noticeOf } from '../../../test/mailing.ts';
import { startPushService, type Browser, type PushService } from '../../../test/push.ts';
import type { Someone } from '../../../test/world.ts';
import type { Notice } from '../../generated/prisma/client.ts';

let api: Api;
let service: PushService;
let clock: Awaited<ReturnType<typeof clockOf>>;
/** In Berlin's winter time. Far from any day on which this runs: no deadline in here is ever over. */
const monday = (time: string) => new Date(`2126-11-23T${time}:00+01:00`);
beforeAll(async () => {
  service = await startPushService();
  api = await openApi({ ...pushKeys(), PUSH_SERVICES: service.origin });
  clock = await clockOf(api);
  clock.set(monday('12:00'));
});
afterEach(() => clock.set(monday('12:00')));
afterAll(async () => {
  await api.close();
  await service.stop();
});

async function subscribed(person: Someone, since = monday('08:00')): Promise<Browser> {
  const browser = service.browser();
  await api.world.db.pushSubscription.create({ data: { ...browser, personId: person.id, createdAt: since } });
  return browser;
}
/** As the write that made them leaves it. */
async function told(...notices: Notice[]): Promise<void> {
  const { Jobs } = await import('../../platform/jobs/jobs.ts');
  const { noticesPressing } = await import('../notifications/jobs.ts');
  await api.app.get(Jobs).send(noticesPressing, { noticeIds: notices.map((n) => n.id) });
  await api.work();
}
/** What the worker's clock does each quarter of an hour. */
async function quarter(): Promise<void> {
  const { Jobs } = await import('../../platform/jobs/jobs.ts');
  await api.app.get(Jobs).send({ name: 'push.due' }, {});
  await api.work();
}
const titles = (browser: Browser) => service.pushed(browser).map(({ message }) => message?.title);
const bodies = (browser: Browser) => service.pushed(browser).map(({ message }) => message?.body);

describe('what is pushed', () => {
  const due = (days: number) => new Date(monday('12:00').getTime() + days * 86_400_000);
  it.each([
    ['a mention of the person', { kind: 'MENTION', detail: 'PERSON', cause: 'mention' }, 'Sie wurden erwähnt'],
    ['a mention of their organisation', { kind: 'MENTION', detail: 'ORGANISATION', cause: 'mention' }, null],
    ['a mention of their role', { kind: 'MENTION', detail: 'ROLE', cause: 'mention' }, null],
    ['a decision that is due in two weeks', { kind: 'REQUEST', cause: 'requested', dueAt: due(14) }, 'Mit Frist'],
    ['a decision that is due later', { kind: 'REQUEST', cause: 'requested', dueAt: due(15) }, null],
    ['a decision without a day', { kind: 'REQUEST', cause: 'requested' }, null],
    ['what was decided, with a day', { kind: 'DECISION', cause: 'accepted', dueAt: due(3) }, null],
    ['an answer', { kind: 'ANSWER', cause: 'mention' }, null],
    ['a reply', { kind: 'REPLY', cause: 'mention' }, null],
    ['a post', { kind: 'POST', cause: 'post' }, null],
  ] as const)('%s', async (_, { kind, cause, ...data }, title) => {
    const me = await api.world.colleague();
    const browser = await subscribed(me);
    const group = await api.world.group();
    const notice = await noticeOf(api, me, kind, monday('11:59'), { group, cause: `${cause}:${randomUUID()}`, ...data });
    await told(notice);
    await told(notice);
    await quarter();
    expect(titles(browser)).toEqual(title === null ? [] : [title]);
    const row = await api.world.db.notice.findUniqueOrThrow({ where: { id: notice.id } });
    expect(row.pushedAt).toEqual(title === null ? null : monday('12:00'));
  });

  async function announced(me: Someone & { organisation: { id: string } }, data: object) {
    const editor = await api.world.official('LAND_EDITOR');
    const by = { officeId: editor.organisation.id, authorId: editor.id, createdById: editor.id, clientMutationId: randomUUID() };
    const { id } = await api.world.db.announcement.create({
      data: {
        ...by,
        kind: 'ACTION',
        status: 'PUBLISHED',
        title: 'Glasfaser für alle',
        publishedAt: monday('09:00'),
        dueAt: due(3),
        organisations: { create: { organisationId: me.organisation.id } },
        ...data,
      },
    });
    return noticeOf(api, me, 'ANNOUNCEMENT', monday('11:59'), {
      announcementId: id,
      cause: `announced:${id}`,
      actorName: 'Ministerium',
      detail: 'bis 26.11.2026',
      dueAt: due(3),
    });
  }

  it('an announcement with a deadline, by the table of relevance: without one, or acknowledged, it waits for the digest', async () => {
    const [me, other] = [await api.world.colleague(), await api.world.colleague()];
    const [mine, others] = [await subscribed(me), await subscribed(other)];
    const notice = await announced(me, {});
    await told(notice, await announced(other, { kind: 'INFO', dueAt: null }));
    expect(bodies(mine)).toEqual(['Ministerium: „Glasfaser für alle“. Bitte handeln Sie bis 26.11.2026.']);
    expect(service.pushed(mine)[0]!.message).toMatchObject({ path: `/mitteilungen/${notice.announcementId}`, title: 'Mit Frist' });
    expect(bodies(others)).toEqual([]);
  });

  it('of a confidential one, that there is one, and nothing of it (R13)', async () => {
    const me = await api.world.colleague();
    const browser = await subscribed(me);
    await told(await announced(me, { classification: 'VERTRAULICH' }));
    expect(bodies(browser)).toEqual(['Eine vertrauliche Mitteilung. Sie lesen sie auf der Plattform.']);
    expect(JSON.stringify(service.pushed(browser))).not.toMatch(/Glasfaser|Ministerium/);
  });

  it('of a question, not which one', async () => {
    const { world } = api;
    const group = await world.group();
    const me = await world.member(group);
    const browser = await subscribed(me);
    const question = await world.question(group, me, { title: 'Darf ich das?' });
    const { id: threadId } = await world.db.thread.findFirstOrThrow({ where: { questionId: question.id } });
    const place = { group, threadId, questionId: question.id, postNo: 1 };
    await told(await noticeOf(api, me, 'MENTION', monday('11:59'), { ...place, detail: 'PERSON', cause: `mention:${randomUUID()}` }));
    expect(bodies(browser)).toEqual([expect.stringMatching(/^Kim \d+ hat Sie in einer Frage erwähnt\.$/)]);
  });
});

describe('a mention in a discussion', () => {
  it('goes to every browser of the person, and to nobody without one, from the write to the device', async () => {
    const { world, get, work } = api;
    const group = await world.group({ name: 'Kommunikation', number: 4 });
    const [author, me] = [await world.member(group), await world.member(group)];
    const [desk, phone, writers] = [
      await subscribed(me, new Date(0)),
      await subscribed(me, new Date(0)),
      await subscribed(author, new Date(0)),
    ];
    const thread = await world.thread(group, author, { title: 'Newsletter' });
    const reply = 'mutation($input: ReplyInput!) { reply(input: $input) { no } }';
    const body = `[@${me.name}](person:${me.id}) bitte ansehen`;
    // Noticed now, by the clock of the database.
    clock.set(new Date());
    await world.db.mailSetting.create({ data: { personId: me.id, quietFrom: 0, quietTo: 0, secret: 'x' } });
    const { no } = (await get(author, reply, { input: { clientMutationId: randomUUID(), threadId: thread.id, body } }))['reply'];
    await work();
    for (const browser of [desk, phone])
      expect(service.pushed(browser).map(({ message }) => message)).toEqual([
        {
          title: 'Sie wurden erwähnt',
          body: `${author.name} hat Sie in „Newsletter“ erwähnt.`,
          path: `/arbeitsgruppen/${group.id}/diskussionen/${thread.id}?beitrag=${no}`,
          tag: createHash('sha256').update(`${me.id}:${thread.id}`).digest('base64url').slice(0, 32),
        },
      ]);
    expect(service.pushed(writers)).toEqual([]);
  });

  it('again in the same thread: one message at a time, which takes the place of the one before', async () => {
    const { world } = api;
    const group = await world.group();
    const me = await world.member(group);
    const browser = await subscribed(me);
    const thread = await world.thread(group, me, { title: 'Newsletter' });
    const mention = (postNo: number) =>
      noticeOf(api, me, 'MENTION', monday('11:50'), {
        group,
        threadId: thread.id,
        postNo,
        detail: 'PERSON',
        cause: `mention:${randomUUID()}`,
      });
    await told(await mention(2), await mention(3));
    expect(bodies(browser)).toEqual([expect.stringMatching(/erwähnt\. Dazu ein weiterer Hinweis\.$/)]);
    await told(await mention(4));
    const [first, second] = service.pushed(browser);
    expect(second!.message).toMatchObject({ tag: first!.message!.tag, path: expect.stringContaining('beitrag=4') });
    expect([first!.headers['topic'], second!.headers['topic']]).toEqual([first!.message!.tag, first!.message!.tag]);
  });
});

describe('when', () => {
  const mentioned = (me: Someone, at: Date, data: Partial<Notice> = {}) =>
    noticeOf(api, me, 'MENTION', at, { detail: 'PERSON', cause: `mention:${randomUUID()}`, ...data });

  it('not while the person is away, and then only what has a deadline; a deputy reads that they are one', async () => {
    const { world } = api;
    const [me, deputy] = [await world.colleague(), await world.colleague()];
    const [mine, others] = [await subscribed(me), await subscribed(deputy)];
    const group = await world.group();
    const [fromDay, untilDay] = [new Date('2126-11-23'), new Date('2126-11-24')];
    await world.db.absence.create({ data: { personId: me.id, deputyId: deputy.id, fromDay, untilDay } });
    const mention = { group, detail: 'PERSON', cause: `mention:${randomUUID()}` };
    await told(
      await noticeOf(api, me, 'MENTION', monday('11:59'), mention),
      await noticeOf(api, me, 'REQUEST', monday('11:59'), { group, cause: `requested:${randomUUID()}`, dueAt: new Date('2126-12-01') }),
      await noticeOf(api, deputy, 'MENTION', monday('11:59'), { ...mention, onBehalfOf: me.name }),
    );
    expect([titles(mine), titles(others)]).toEqual([[], ['In Vertretung']]);
    clock.set('2126-11-25T12:00:00+01:00');
    await quarter();
    expect(titles(mine)).toEqual(['Mit Frist']);
  });

  it('not in the quiet hours that were set for mails, but at their end', async () => {
    const me = await api.world.colleague();
    const browser = await subscribed(me);
    clock.set(monday('19:00'));
    await told(await mentioned(me, monday('18:59')));
    clock.set('2126-11-24T06:45:00+01:00');
    await quarter();
    expect(service.pushed(browser)).toEqual([]);
    clock.set('2126-11-24T07:00:00+01:00');
    await quarter();
    await quarter();
    expect(titles(browser)).toEqual(['Sie wurden erwähnt']);
  });

  it('also to who wants no mails: the two are chosen apart', async () => {
    const me = await api.world.colleague();
    const browser = await subscribed(me);
    await api.world.db.mailSetting.create({ data: { personId: me.id, on: false, secret: 'x' } });
    await told(await mentioned(me, monday('11:59')));
    expect(titles(browser)).toEqual(['Sie wurden erwähnt']);
  });

  it('nothing from before it was switched on, no old news, nothing that was read', async () => {
    const me = await api.world.colleague();
    const browser = await subscribed(me, new Date('2126-11-18T08:00:00+01:00'));
    await told(
      await mentioned(me, new Date('2126-11-18T07:59:59+01:00')),
      await mentioned(me, new Date('2126-11-20T11:59:00+01:00')),
      await mentioned(me, monday('11:00'), { readAt: monday('11:30') }),
    );
    await quarter();
    expect(service.pushed(browser)).toEqual([]);
  });

  it('a deadline is told on the day on which it comes near', async () => {
    const me = await api.world.colleague();
    const browser = await subscribed(me);
    const dueAt = new Date('2126-12-09T12:00:00+01:00');
    await told(await noticeOf(api, me, 'REQUEST', monday('11:59'), { group: await api.world.group(), dueAt }));
    clock.set('2126-11-25T11:59:00+01:00');
    await quarter();
    expect(service.pushed(browser)).toEqual([]);
    clock.set('2126-11-25T12:00:00+01:00');
    await quarter();
    expect(titles(browser)).toEqual(['Mit Frist']);
  });

  it('nothing that may not be read any more', async () => {
    const { world } = api;
    const hidden = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    const [left, stays] = [await world.member(hidden), await world.member(hidden)];
    const [gone, there] = [await subscribed(left), await subscribed(stays)];
    const notices = [
      await mentioned(left, monday('11:58'), { groupId: hidden.id }),
      await mentioned(stays, monday('11:58'), { groupId: hidden.id }),
    ];
    await world.db.groupMembership.updateMany({ where: { personId: left.id }, data: { status: 'LEFT' } });
    await told(...notices);
    expect([titles(gone), titles(there)]).toEqual([[], ['Sie wurden erwähnt']]);
  });
});

it('two workers share the work, and tell everything once', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => api.world.colleague()));
  const browsers = await Promise.all(people.map((person) => subscribed(person)));
  for (const person of people)
    await noticeOf(api, person, 'MENTION', monday('11:59'), { detail: 'PERSON', cause: `mention:${randomUUID()}` });
  const { Pressing } = await import('./pressing.service.ts');
  const pressing = api.app.get(Pressing);
  await Promise.all([pressing.tell(null), pressing.tell(null), pressing.tell(null)]);
  await Promise.all([api.work(), api.work()]);
  expect(browsers.map((browser) => service.pushed(browser).length)).toEqual(browsers.map(() => 1));
});
