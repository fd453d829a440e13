import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Api } from '../../../test/api.ts';
import { mailsTo, noticeOf, openMailing, quarter, setMailSettings as set, usual, type Mailing } from '../../../test/mailing.ts';
import { MailSettings } from './settings.service.ts';

let mailing: Mailing;
let api: Api;
beforeAll(async () => {
  mailing = await openMailing();
  ({ api } = mailing);
});
afterAll(() => mailing.close());

/** Monday, 23 November 2026, in Berlin's winter time. */
const monday = (time: string) => new Date(`2026-11-23T${time}:00+01:00`);

const told = async (noticeIds: string[]) => {
  const { Jobs } = await import('../../platform/jobs/jobs.ts');
  const { noticesTold } = await import('../notifications/jobs.ts');
  await api.app.get(Jobs).send(noticesTold, { noticeIds });
  await api.work();
};

it.each([
  ['a mention of the person', { kind: 'MENTION', detail: 'PERSON' }, 'Sie wurden erwähnt'],
  ['a mention of their organisation', { kind: 'MENTION', detail: 'ORGANISATION' }, null],
  ['a mention of their role', { kind: 'MENTION', detail: 'ROLE' }, null],
  ['an answer to their question', { kind: 'ANSWER', detail: 'ASKED' }, 'Antwort auf Ihre Frage'],
  ['an answer in their question', { kind: 'ANSWER', detail: 'THREAD' }, 'Antwort auf Ihre Frage'],
  ['an answer to what they voted for', { kind: 'ANSWER', detail: 'VOTED' }, null],
  ['a deadline in 48 hours', { kind: 'QUESTION', dueAt: monday('12:00').getTime() + 48 * 3_600_000 }, 'Eine Frist läuft bald ab'],
  ['a deadline in more', { kind: 'QUESTION', dueAt: monday('12:00').getTime() + 48 * 3_600_000 + 1 }, null],
  ['a deadline that is over', { kind: 'QUESTION', dueAt: monday('12:00').getTime() }, null],
  ['a post', { kind: 'POST' }, null],
  ['a reply', { kind: 'REPLY' }, null],
] as const)('%s', async (_, { kind, ...data }, subject) => {
  mailing.clock.set(monday('12:00'));
  const me = await api.world.colleague();
  const group = await api.world.group();
  const dueAt = 'dueAt' in data ? new Date(data.dueAt) : null;
  const notice = await noticeOf(api, me, kind, monday('11:59'), { group, ...data, dueAt });
  await told([notice.id]);
  await told([notice.id]);
  await quarter(api);
  expect(mailing.caught(me).map((m) => m.subject)).toEqual(subject === null ? [] : [subject]);
  const row = await api.world.db.notice.findUniqueOrThrow({ where: { id: notice.id } });
  expect(row.mailedAt).toEqual(subject === null ? null : monday('12:00'));
});

it('a mention in a discussion says where, with the way there and the way out', async () => {
  mailing.clock.set(monday('12:00'));
  const { world, work, get } = api;
  const group = await world.group({ name: 'Kommunikation', number: 4 });
  const [author, me] = [await world.member(group), await world.member(group)];
  const thread = await world.thread(group, author, { title: 'Newsletter' });
  const reply = 'mutation($input: ReplyInput!) { reply(input: $input) { id no } }';
  const body = `[@${me.name}](person:${me.id}) bitte ansehen`;
  const { no } = (await get(author, reply, { input: { clientMutationId: randomUUID(), threadId: thread.id, body } }))['reply'];
  // It was written now, on the clock of the database; nothing older than three days hurries.
  await world.db.notice.updateMany({ where: { personId: me.id }, data: { createdAt: monday('11:59') } });
  await work();
  await quarter(api);
  const [message, ...more] = mailing.caught(me);
  expect(more).toEqual([]);
  expect(message?.text).toContain(`Guten Tag ${me.name},\n\n${author.name} hat Sie in „Newsletter“ erwähnt.`);
  expect(message?.text).toContain(`/arbeitsgruppen/${group.id}/diskussionen/${thread.id}?beitrag=${no}`);
  const header = (name: string) => message?.headers.find((h) => h.name === name)?.value;
  expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(header('List-Unsubscribe')).toBe(`<http://localhost:3000/abmelden/${await api.app.get(MailSettings).offTokenOf(me.id)}>`);
});

it('of a question, no mail says which one', async () => {
  mailing.clock.set(monday('12:00'));
  const { world } = api;
  const group = await world.group();
  const me = await world.member(group);
  const question = await world.question(group, me, { title: 'Darf ich das?' });
  const { id: threadId } = await world.db.thread.findFirstOrThrow({ where: { questionId: question.id } });
  const post = { threadId, postNo: 2, questionId: question.id, cause: `post:${randomUUID()}`, group };
  const notices = [
    await noticeOf(api, me, 'ANSWER', monday('11:00'), { ...post, detail: 'THREAD' }),
    await noticeOf(api, me, 'ANSWER', monday('11:00'), {
      questionId: question.id,
      cause: `question_answered:${randomUUID()}`,
      detail: 'ASKED',
    }),
  ];
  await told(notices.map((n) => n.id));
  const texts = mailing.caught(me).map((m) => m.text + m.html);
  expect(texts).toHaveLength(2);
  expect(texts.join()).not.toContain('Darf ich das?');
  expect(texts.join()).toMatch(/auf Ihre Frage geantwortet/);
  expect(texts.join()).toMatch(/Ihre Frage hat eine amtliche Antwort/);
});

async function announced() {
  const { world } = api;
  const [editor, home] = [await world.official('LAND_EDITOR'), await world.organisation()];
  const [reader, other] = [await world.colleague(home), await world.colleague(home)];
  const { id } = await world.db.announcement.create({
    data: {
      officeId: editor.organisation.id,
      authorId: editor.id,
      createdById: editor.id,
      clientMutationId: randomUUID(),
      status: 'PUBLISHED',
      title: 'Glasfaser für alle',
      publishedAt: monday('09:00'),
      organisations: { create: { organisationId: home.id } },
    },
  });
  return { announcement: id, reader, other };
}

it('a correction of an announcement goes to whom a mail had told of it, and to nobody else', async () => {
  mailing.clock.set(monday('12:00'));
  const { world } = api;
  const { announcement, reader, other: untold } = await announced();
  await noticeOf(api, reader, 'ANNOUNCEMENT', monday('10:00'), {
    announcementId: announcement,
    cause: `announced:${announcement}`,
    mailedAt: monday('10:30'),
  });
  await noticeOf(api, untold, 'ANNOUNCEMENT', monday('10:00'), {
    announcementId: announcement,
    cause: `announced:${announcement}`,
    readAt: monday('10:30'),
  });
  for (const person of [reader, untold]) {
    const cause = `announcement_corrected:${announcement}:2`;
    const { id } = await noticeOf(api, person, 'ANNOUNCEMENT', monday('11:59'), {
      announcementId: announcement,
      cause,
      detail: 'Neuer Ort.',
    });
    await told([id]);
  }
  expect(mailing.caught(reader)).toMatchObject([
    { subject: 'Eine Mitteilung wurde korrigiert', text: expect.stringContaining('Neuer Ort.') },
  ]);
  expect(mailing.caught(untold)).toEqual([]);
  // R13: of a confidential one, a mail has the link alone.
  await world.db.announcement.update({ where: { id: announcement }, data: { classification: 'VERTRAULICH' } });
  const cause = `announcement_corrected:${announcement}:3`;
  const { id } = await noticeOf(api, reader, 'ANNOUNCEMENT', monday('11:59'), {
    announcementId: announcement,
    cause,
    detail: 'Geheimer Ort.',
  });
  await told([id]);
  expect(mailing.caught(reader)).toHaveLength(2);
  const { subject, text, html } = mailing.caught(reader)[0]!;
  expect(subject + text + html).not.toMatch(/Geheim|Glasfaser/);
  expect(text).toContain(`/mitteilungen/${announcement}`);
});

it('goes on correcting who was told by mail of an earlier correction alone', async () => {
  mailing.clock.set(monday('12:00'));
  const { announcement, reader } = await announced();
  const about = (cause: string, more: object) =>
    noticeOf(api, reader, 'ANNOUNCEMENT', monday('11:59'), { announcementId: announcement, cause, ...more });
  await about(`announced:${announcement}`, { readAt: monday('10:30') });
  await about(`announcement_corrected:${announcement}:2`, { mailedAt: monday('11:00'), detail: 'Neuer Ort.' });
  const { id } = await about(`announcement_withdrawn:${announcement}`, { detail: 'Doppelt.' });
  await told([id]);
  expect(mailing.caught(reader).map((m) => m.subject)).toEqual(['Eine Mitteilung wurde zurückgezogen']);
});

it('waits for the end of the quiet hours, and is no news after three days', async () => {
  const { world } = api;
  const group = await world.group();
  const [me, late] = [await world.colleague(), await world.colleague()];
  mailing.clock.set(monday('19:00'));
  const notice = await noticeOf(api, me, 'MENTION', monday('18:59'), { group, detail: 'PERSON' });
  await told([notice.id]);
  mailing.clock.set('2026-11-24T06:45:00+01:00');
  await quarter(api);
  expect(mailing.caught(me)).toEqual([]);
  await noticeOf(api, late, 'MENTION', '2026-11-21T06:00:00+01:00', { group, detail: 'PERSON' });
  mailing.clock.set('2026-11-24T07:00:00+01:00');
  await quarter(api);
  await quarter(api);
  expect(mailing.caught(me).map((m) => m.subject)).toEqual(['Sie wurden erwähnt']);
  expect(mailing.caught(late).map((m) => m.subject)).toEqual(['Ihre Zusammenfassung: ein Hinweis']);
});

it('tells nothing that was read, nobody who wants no mails, and no address that is paused', async () => {
  mailing.clock.set(monday('12:00'));
  const { world, get } = api;
  const group = await world.group();
  const [read, silent, paused] = [await world.colleague(), await world.colleague(), await world.colleague()];
  await get(silent, set, { input: { ...usual, on: false } });
  await world.db.mailAddress.create({ data: { address: paused.email.toLowerCase(), reason: '550' } });
  for (const person of [read, silent, paused]) {
    const readAt = person === read ? monday('11:59') : null;
    const { id } = await noticeOf(api, person, 'MENTION', monday('11:58'), { group, detail: 'PERSON', readAt });
    await told([id]);
  }
  await quarter(api);
  for (const person of [read, silent, paused]) expect(await mailsTo(api, person)).toEqual([]);
});

it('says nothing any more when it was read, may not be read or is not wanted by the time it goes', async () => {
  const { world, get } = api;
  mailing.clock.set(monday('12:00'));
  const group = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
  const [reads, leaves, stops, stays] = [
    await world.member(group),
    await world.member(group),
    await world.member(group),
    await world.member(group),
  ];
  mailing.mail.behave((step) => (step === 'recipient' ? '450 4.7.1 Later' : null));
  for (const person of [reads, leaves, stops, stays]) {
    const { id } = await noticeOf(api, person, 'MENTION', monday('11:58'), { group, detail: 'PERSON' });
    await told([id]);
    expect(await mailsTo(api, person)).toMatchObject([{ attempts: 1, subject: '', text: '', html: '' }]);
  }
  await world.db.notice.updateMany({ where: { personId: reads.id }, data: { readAt: monday('12:01') } });
  await world.db.groupMembership.updateMany({ where: { personId: leaves.id }, data: { status: 'LEFT' } });
  await get(stops, set, { input: { ...usual, on: false } });
  mailing.mail.behave(null);
  await world.db.outboxMail.updateMany({ data: { nextAt: null } });
  const { Jobs } = await import('../../platform/jobs/jobs.ts');
  for (const { key } of await world.db.outboxMail.findMany({ where: { sentAt: null } }))
    await api.app.get(Jobs).send({ name: 'mail.send' }, { key, at: null });
  await api.work();
  for (const person of [reads, leaves, stops]) {
    expect(mailing.caught(person)).toEqual([]);
    expect(await mailsTo(api, person)).toEqual([]);
  }
  expect(mailing.caught(stays)).toHaveLength(1);
});
