import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Someone } from '../../../test/world.ts';

let api: Api;
let editor: Someone;
let other: Someone;
beforeAll(async () => {
  api = await openApi();
  editor = await api.world.official('LAND_EDITOR');
  other = await api.world.official('LAND_EDITOR');
});
afterAll(() => api.close());

const fields =
  'id status number title greeting outlook blocks { kind heading body entryId question } version recipientCount sentCount viewerCan { edit }';
const create = `mutation($id: ClientMutationId!) { createNewsletterIssue(clientMutationId: $id) { ${fields} } }`;
const save = `mutation($id: ID!, $version: Int!, $draft: NewsletterDraftInput!) { saveNewsletterIssue(id: $id, version: $version, draft: $draft) { ${fields} } }`;
const discard = 'mutation($id: ID!) { discardNewsletterIssue(id: $id) }';
const test = 'mutation($id: ID!) { testNewsletterIssue(id: $id) }';
const publish = `mutation($id: ID!, $version: Int!) { publishNewsletterIssue(id: $id, version: $version) { ${fields} } }`;
const draftOf = `query($id: ID!) { newsletterDraft(id: $id) { ${fields} } }`;
const preview =
  'query($id: ID!) { newsletterPreview(id: $id) { number subject text missing recipients parts { kind heading body source dates { label } } } }';
const desk =
  'query($first: Int!, $after: String) { newsletterDesk(first: $first, after: $after) { total nodes { id title } pageInfo { endCursor hasNextPage } } }';
const archive =
  'query($first: Int!, $after: String) { newsletterIssues(first: $first, after: $after) { total nodes { id number title } pageInfo { endCursor hasNextPage } } }';
const issue =
  'query($number: Int!) { newsletterIssue(number: $number) { id number title greeting outlook publishedAt parts { kind heading body source dates { label place } } } }';

const block = (heading: string, body = 'Ein **wichtiger** Text.') => ({ kind: 'TEXT', heading, body, entryId: null });
const written = (title: string, blocks: object[] = [block('Neues')]) => ({
  title,
  greeting: 'Liebe Leserinnen und Leser,',
  outlook: '',
  blocks,
});
async function made(title: string, blocks?: object[]): Promise<Data> {
  const { id, version } = (await api.get(editor, create, { id: randomUUID() }))['createNewsletterIssue'];
  return (await api.get(editor, save, { id, version, draft: written(title, blocks) }))['saveNewsletterIssue'];
}
async function published(title: string, blocks?: object[]): Promise<Data> {
  const { id, version } = await made(title, blocks);
  return (await api.get(editor, publish, { id, version }))['publishNewsletterIssue'];
}
const subscribers = async (count: number, status: 'ACTIVE' | 'PENDING' | 'ENDED' = 'ACTIVE'): Promise<string[]> => {
  const emails = Array.from({ length: count }, () => `${randomUUID()}@ort.example`);
  const confirmedAt = status === 'PENDING' ? null : new Date(Date.now() - 1_000);
  await api.world.db.newsletterSubscription.createMany({
    data: emails.map((email) => ({ email, status, confirmedAt, consentText: 'Ja' })),
  });
  return emails;
};
const mailsOf = (id: string) => api.world.db.outboxMail.findMany({ where: { key: { endsWith: `:issue:${id}` } } });
const nobody = '00000000-0000-4000-8000-000000000000';

describe('composing', () => {
  it('begins with an empty draft, once for each call, and keeps each version', async () => {
    const id = randomUUID();
    const twice = await Promise.all([api.get(editor, create, { id }), api.get(editor, create, { id })]);
    const [draft] = twice.map((answer) => answer['createNewsletterIssue']);
    expect(twice[1]['createNewsletterIssue'].id).toBe(draft.id);
    expect(draft).toMatchObject({ status: 'DRAFT', number: null, title: '', blocks: [], version: 1, viewerCan: { edit: true } });

    const first = written('Erste Fassung', [block('Eins'), block('Zwei'), { kind: 'DATES', heading: '', body: '', entryId: null }]);
    const saved = (await api.get(editor, save, { id: draft.id, version: 1, draft: first }))['saveNewsletterIssue'];
    expect(saved).toMatchObject({ title: 'Erste Fassung', version: 2 });
    expect(saved.blocks.map((b: Data) => b['heading'])).toEqual(['Eins', 'Zwei', '']);
    const stale = await api.ask(other, save, { id: draft.id, version: 1, draft: written('Zu spät') });
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'stale', current: { version: 2 } });
    expect((await api.get(other, draftOf, { id: draft.id }))['newsletterDraft'].title).toBe('Erste Fassung');
    const both = await Promise.all(
      [editor, other].map((who) => api.refusal(who, save, { id: draft.id, version: 2, draft: written('Beide') })),
    );
    expect(both.sort()).toEqual(['stale', undefined]);
    expect(await api.refusal(other, discard, { id: draft.id })).toBeUndefined();
    expect(await api.refusal(editor, draftOf, { id: draft.id })).toBe('not_found');
  });

  it('is the editor’s alone', async () => {
    const { id, version } = await made('Nur für die Redaktion');
    const colleague = await api.world.colleague();
    const calls: [string, object][] = [
      [draftOf, { id }],
      [preview, { id }],
      [save, { id, version, draft: written('Fremd') }],
      [discard, { id }],
      [test, { id }],
      [publish, { id, version }],
    ];
    for (const [document, variables] of calls) {
      expect(await api.refusal(colleague, document, { ...variables })).toBe('not_found');
      expect(await api.refusal(null, document, { ...variables })).toBe('unauthenticated');
      expect(await api.refusal(editor, document, { ...variables, id: nobody })).toBe('not_found');
    }
    for (const [document, variables] of [
      [create, { id: randomUUID() }],
      [desk, { first: 5 }],
    ] as const)
      expect(await api.refusal(colleague, document, variables)).toBe('forbidden');
  });

  it('refuses what is too much, and a title of several lines becomes one', async () => {
    const { id, version } = await made('Grenzen');
    const refusal = async (draft: object) => (await api.ask(editor, save, { id, version, draft })).errors?.[0]?.extensions;
    expect(await refusal({ ...written('Grenzen'), greeting: 'x'.repeat(10_001) })).toMatchObject({ code: 'invalid', fields: ['greeting'] });
    expect(
      await refusal(
        written(
          'Grenzen',
          Array.from({ length: 31 }, () => block('B')),
        ),
      ),
    ).toMatchObject({ code: 'invalid', fields: ['blocks'] });
    expect(await refusal(written('T'.repeat(200)))).toMatchObject({ code: 'invalid', fields: ['title'] });
    const saved = (await api.get(editor, save, { id, version, draft: written('Zeile\r\nBcc: alle@ort.example') }))['saveNewsletterIssue'];
    expect(saved.title).toBe('Zeile Bcc: alle@ort.example');
  });

  it('shows what it would be, and says what it lacks', async () => {
    const { world } = api;
    const asker = await world.colleague();
    const { entry } = await answered(asker);
    const event = await world.event(editor, { title: 'Thema des Termins' });
    await world.event(editor, { title: 'Noch geheim', status: 'DRAFT', announcedAt: null });
    const { id } = await made('Vorschau', [
      block('Ohne Text', ''),
      { kind: 'ANSWER', heading: '', body: '', entryId: entry.id },
      { kind: 'ANSWER', heading: '', body: '', entryId: randomUUID() },
      { kind: 'DATES', heading: '', body: '', entryId: null },
    ]);
    const seen = (await api.get(editor, preview, { id }))['newsletterPreview'];
    expect(seen.missing).toEqual(['blocks.0.body', 'blocks.2.entryId']);
    expect(seen.parts[1]).toMatchObject({ heading: entry.question, body: entry.answer });
    expect(seen.parts[3].heading).toBe('Termine');
    expect(JSON.stringify(seen.parts[3].dates)).toContain(event.title);
    expect(seen.text).not.toContain('Noch geheim');
    expect((await api.get(editor, draftOf, { id }))['newsletterDraft'].blocks.map((b: Data) => b['question'])).toEqual([
      null,
      entry.question,
      null,
      null,
    ]);
  });

  it('goes to oneself as a test, which nobody else gets and from which one cannot unsubscribe', async () => {
    const [stranger] = await subscribers(1);
    const { id } = await made('Nur eine Probe');
    await api.get(editor, test, { id });
    const mail = await api.world.db.outboxMail.findFirstOrThrow({ where: { to: editor.email } });
    expect(mail.subject).toMatch(/^Probe: SachsenAnhaltsPunkte \d+: Nur eine Probe$/);
    expect([mail.headers, mail.text.includes('/newsletter/abmelden/')]).toEqual([null, false]);
    expect(await api.world.db.outboxMail.count({ where: { to: stranger! } })).toBe(0);
    expect((await api.get(editor, draftOf, { id }))['newsletterDraft'].status).toBe('DRAFT');
  });
});

async function answered(asker: Awaited<ReturnType<Api['world']['colleague']>>) {
  const { world } = api;
  const group = await world.group();
  await world.seat(group, asker);
  const question = await world.question(group, asker);
  return { entry: await world.faqEntry(question, asker) };
}

describe('publishing', () => {
  it('is refused as long as something is missing, from an old version, and when the right is gone', async () => {
    const empty = (await api.get(editor, create, { id: randomUUID() }))['createNewsletterIssue'];
    const refused = await api.ask(editor, publish, { id: empty.id, version: 1 });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'newsletter.incomplete', fields: ['title', 'greeting', 'blocks'] });
    const { id, version } = await made('Fassung');
    expect(await api.refusal(editor, publish, { id, version: version - 1 })).toBe('stale');
    const former = await api.world.official('LAND_EDITOR');
    await api.world.db.globalRoleGrant.deleteMany({ where: { personId: former.id } });
    expect(await api.refusal(former, publish, { id, version })).toBe('not_found');
    expect((await mailsOf(id)).length).toBe(0);
  });

  it('numbers the issue, freezes what everybody reads, and writes it down', async () => {
    const before = (await api.ask(null, archive, { first: 1 })).data?.['newsletterIssues'];
    const asker = await api.world.colleague();
    const { entry } = await answered(asker);
    const draft = await made('Zum Lesen', [block('Neues'), { kind: 'ANSWER', heading: '', body: '', entryId: entry.id }]);
    const args = { id: draft['id'], version: draft['version'] };
    const both = await Promise.all([api.get(editor, publish, args), api.get(other, publish, args)]);
    const [{ number }, second] = both.map((answer) => answer['publishNewsletterIssue']);
    expect(second.number).toBe(number);
    expect(number).toBe(Number(before.nodes[0]?.number ?? 0) + 1);
    await api.world.db.faqEntry.update({ where: { id: entry.id }, data: { answer: 'Später geändert' } });
    const read = (await api.ask(null, issue, { number })).data?.['newsletterIssue'];
    expect(read).toMatchObject({
      title: 'Zum Lesen',
      number,
      parts: [{ heading: 'Neues' }, { heading: entry.question, body: entry.answer }],
    });
    for (const [document, variables] of [
      [save, { ...args, draft: written('Anders') }],
      [discard, { id: args.id }],
    ] as const)
      expect(await api.refusal(editor, document, variables)).toBe('newsletter.published');
    const audited = await api.world.db.auditEntry.findMany({ where: { action: 'newsletter.published', subjectId: args.id } });
    expect(audited.map((a) => a.details)).toEqual([{ number, title: 'Zum Lesen', recipients: expect.any(Number) }]);
    expect(await api.refusal(null, issue, { number: Number(number) + 1 })).toBe('not_found');
    await api.work();
  });

  it('gives numbers without gaps to issues that are published at once', async () => {
    const drafts = await Promise.all(['A', 'B', 'C'].map((title) => made(title)));
    const done = await Promise.all(drafts.map(({ id, version }) => api.get(editor, publish, { id, version })));
    const numbers = done.map((answer) => Number(answer['publishNewsletterIssue'].number)).sort((a, b) => a - b);
    expect(numbers).toEqual([numbers[0], numbers[0]! + 1, numbers[0]! + 2]);
    await api.work();
  });
});

describe('sending', () => {
  it('makes one mail for each subscription of the moment, with its own way out', async () => {
    await api.world.db.newsletterSubscription.deleteMany();
    const active = await subscribers(3);
    await subscribers(2, 'PENDING');
    await subscribers(2, 'ENDED');
    const { id, number } = await published('An alle');
    await subscribers(1).then(([email]) =>
      api.world.db.newsletterSubscription.update({ where: { email: email! }, data: { confirmedAt: new Date(Date.now() + 60_000) } }),
    );
    await api.work();
    const mails = await mailsOf(id);
    expect(mails.map((mail) => mail.to).sort()).toEqual(active.sort());
    const links = mails.map((mail) => (mail.headers as Record<string, string>)['List-Unsubscribe']);
    expect(new Set(links).size).toBe(3);
    const [mail] = mails;
    expect(mail?.headers).toEqual({
      'List-Unsubscribe': expect.stringMatching(/^<http.*\/newsletter\/abmelden\/[\w-]{43}>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': '<newsletter.localhost>',
    });
    expect(mail?.subject).toBe(`SachsenAnhaltsPunkte ${number}: An alle`);
    expect(mail?.html).toContain('<strong>wichtiger</strong>');
    expect(mail?.text).toContain('Ein **wichtiger** Text.');
    expect((await api.get(editor, draftOf, { id }))['newsletterDraft']).toMatchObject({ status: 'SENT', recipientCount: 3, sentCount: 3 });

    const path = new URL(links[0]!.slice(1, -1)).pathname;
    expect((await api.app.inject({ method: 'POST', url: path })).statusCode).toBe(200);
    const gone = await api.world.db.newsletterSubscription.findUniqueOrThrow({ where: { email: mails[0]!.to } });
    expect(gone.status).toBe('ENDED');
    // Its mail had not been sent yet: it is not sent any more.
    expect((await mailsOf(id)).map((m) => m.to).sort()).toEqual(active.filter((email) => email !== gone.email).sort());
  });

  it('goes on where a dead worker left off, and jobs that come twice send nothing twice', async () => {
    await api.world.db.newsletterSubscription.deleteMany();
    const active = await subscribers(250);
    const { id } = await published('In Portionen');
    const { Sending } = await import('./sending.ts');
    const sending = api.app.get<unknown>(Sending) as { next: (issueId: string) => Promise<void> };
    // One batch done, then two workers with the same job, and a third one that died before its commit.
    await sending.next(id);
    expect(await api.world.db.newsletterIssue.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'SENDING', sentCount: 100 });
    await Promise.all([sending.next(id), sending.next(id)]);
    await api.work();
    await sending.next(id);
    expect((await mailsOf(id)).map((mail) => mail.to).sort()).toEqual(active.sort());
    expect(await api.world.db.newsletterIssue.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'SENT', sentCount: 250 });
    const events = await api.world.db.event.findMany({ where: { name: 'newsletter.changed' }, orderBy: { seq: 'asc' } });
    expect(events.map((event) => event.room)).toEqual(events.map(() => 'land'));
    expect(events.filter((event) => (event.payload as { issueId: string }).issueId === id).length).toBeGreaterThanOrEqual(5);
  });
});

describe('the archive', () => {
  it('is read without sign-in, the newest first, by pages', async () => {
    for (const title of ['Seite eins', 'Seite zwei', 'Seite drei']) await published(title);
    const one = (await api.ask(null, archive, { first: 2 })).data?.['newsletterIssues'];
    expect(one.nodes.map((n: Data) => n['title'])).toEqual(['Seite drei', 'Seite zwei']);
    const two = (await api.ask(null, archive, { first: 1, after: one.pageInfo.endCursor })).data?.['newsletterIssues'];
    expect([two.nodes[0].title, two.total]).toEqual(['Seite eins', one.total]);
    const first = (await api.get(editor, desk, { first: 1 }))['newsletterDesk'];
    const next = (await api.get(editor, desk, { first: 1, after: first.pageInfo.endCursor }))['newsletterDesk'];
    expect(next.nodes[0].id).not.toBe(first.nodes[0].id);
    await api.work();
  });
});

it('is a feed for readers, with everything escaped', async () => {
  await published('Feed & <Leser>');
  const answer = await api.app.inject({ method: 'GET', url: '/newsletter.atom' });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  expect(answer.body).toContain('Feed &amp; &lt;Leser&gt;</title>');
  await api.work();
});
