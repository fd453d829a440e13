import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const about = '{ newsletter { name consentText viewerEmail viewerSubscribed } }';
const subscribe = 'mutation($email: String!) { subscribeNewsletter(email: $email) }';
const link = 'query($token: String!) { newsletterLink(token: $token) { kind email subscribed confirmedAt } }';
const confirm = 'mutation($token: String!) { confirmNewsletter(token: $token) }';
const unsubscribe = 'mutation($token: String!) { unsubscribeNewsletter(token: $token) }';
const set = 'mutation($on: Boolean!) { setNewsletterSubscription(on: $on) { viewerEmail viewerSubscribed } }';

let count = 0;
const fresh = (): string => `jemand${++count}@ort.example`;
const mailsTo = (to: string) => api.world.db.outboxMail.findMany({ where: { to }, orderBy: { createdAt: 'asc' } });
const rowOf = (email: string) => api.world.db.newsletterSubscription.findUniqueOrThrow({ where: { email } });
const consents = async (email: string) =>
  (await api.world.db.consentRecord.findMany({ where: { email }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(
    ({ act, way }) => `${act} ${way}`,
  );
/** The secret of the link in the last mail there. */
async function tokenTo(email: string, page: 'bestaetigen' | 'verwalten' = 'bestaetigen'): Promise<string> {
  const mail = (await mailsTo(email)).at(-1)!;
  const found = new RegExp(`/newsletter/${page}/([\\w-]+)`).exec(mail.text)?.[1];
  if (!found) throw new Error(`no link in: ${mail.text}`);
  return found;
}
/** Addresses behind one network address are limited together; each test comes from one of its own. */
const from = () => `10.0.${Math.floor(++count / 250)}.${count % 250}`;
async function asks(email: string, remoteAddress = from()): Promise<string> {
  const response = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress,
    payload: { query: subscribe, variables: { email } },
  });
  return response.body;
}
const anHourLater = (email: string) =>
  api.world.db.newsletterSubscription.update({ where: { email }, data: { mailedAt: new Date(Date.now() - 3_700_000) } });
/** A confirmed subscription, and the secret that manages it. */
async function subscribed(): Promise<{ email: string; token: string }> {
  const email = fresh();
  await asks(email);
  await api.refusal(null, confirm, { token: await tokenTo(email) });
  await anHourLater(email);
  await asks(email);
  return { email, token: await tokenTo(email, 'verwalten') };
}
const done = '{"data":{"subscribeNewsletter":true}}';

describe('subscribing without an account', () => {
  it('asks the address itself, once, and logs to what it agreed', async () => {
    const email = fresh();
    expect((await api.ask(null, about)).data?.['newsletter']).toMatchObject({
      name: 'SachsenAnhaltsPunkte',
      viewerEmail: null,
      viewerSubscribed: false,
    });
    expect(await asks(` ${email.toUpperCase()} `)).toBe(done);
    expect(await rowOf(email)).toMatchObject({ status: 'PENDING', confirmedAt: null });
    expect(await consents(email)).toEqual([]);

    const token = await tokenTo(email);
    expect((await api.ask(null, link, { token })).data?.['newsletterLink']).toEqual({
      kind: 'CONFIRM',
      email,
      subscribed: false,
      confirmedAt: null,
    });
    // Only the page's button does it: a program that looks at the link changes nothing.
    expect((await rowOf(email)).status).toBe('PENDING');
    const both = await Promise.all([api.refusal(null, confirm, { token }), api.refusal(null, confirm, { token })]);
    expect(both.sort()).toEqual(['newsletter.link_used', undefined]);
    expect((await rowOf(email)).status).toBe('ACTIVE');
    expect(await consents(email)).toEqual(['GIVEN FORM']);
    const [record] = await api.world.db.consentRecord.findMany({ where: { email } });
    expect(record?.text).toBe((await api.ask(null, about)).data?.['newsletter'].consentText);
    expect(record?.requestedAt.getTime()).toBeLessThanOrEqual(record!.at.getTime());
    expect(await api.refusal(null, link, { token })).toBe('newsletter.link_used');
  });

  it('answers alike for every address; what is known says the mail', async () => {
    const { email } = await subscribed();
    await anHourLater(email);
    const stranger = fresh();
    expect(await asks(email)).toBe(await asks(stranger));
    expect((await mailsTo(email)).at(-1)?.subject).toContain('Sie sind schon angemeldet');
    expect((await mailsTo(stranger)).at(-1)?.subject).toContain('Bitte bestätigen');
    expect((await rowOf(email)).status).toBe('ACTIVE');
  });

  it('refuses forged, expired and used links, each with its own word, and takes none of them for another kind', async () => {
    const email = fresh();
    await asks(email);
    const token = await tokenTo(email);
    expect(await api.refusal(null, confirm, { token: randomUUID() })).toBe('not_found');
    expect(await api.refusal(null, link, { token: 'x' })).toBe('not_found');
    expect(await api.refusal(null, confirm, { token: '' })).toBe('invalid');
    expect(await api.refusal(null, unsubscribe, { token })).toBe('not_found');
    const week = { expiresAt: new Date(Date.now() - 1) };
    await api.world.db.newsletterLink.updateMany({ where: { subscription: { email } }, data: week });
    expect(await api.refusal(null, link, { token })).toBe('newsletter.link_expired');
    expect(await api.refusal(null, confirm, { token })).toBe('newsletter.link_expired');
    expect((await rowOf(email)).status).toBe('PENDING');
    expect(await mailsTo(email)).toHaveLength(1);
    const known = await subscribed();
    expect(await api.refusal(null, confirm, { token: known.token })).toBe('not_found');
  });

  it.each([
    'kim@ort.example\r\nBcc: alle@ort.example',
    'kim@ort.example,robin@ort.example',
    'Kim <kim@ort.example>',
    'kim',
    ' ',
    `${'k'.repeat(250)}@ort.example`,
  ])('refuses %j as an address', async (email) => {
    const before = await api.world.db.outboxMail.count();
    expect(await asks(email)).toContain('"code":"invalid"');
    expect(await api.world.db.outboxMail.count()).toBe(before);
  });

  it('sends at most one mail an address and hour, however often and from wherever it is asked', async () => {
    const email = fresh();
    const answers = await Promise.all(Array.from({ length: 40 }, () => asks(email)));
    expect(new Set(answers)).toEqual(new Set([done]));
    expect(await mailsTo(email)).toHaveLength(1);
    await api.world.db.outboxMail.updateMany({ where: { to: email }, data: { sentAt: new Date() } });
    await anHourLater(email);
    await asks(email);
    expect(await mailsTo(email)).toHaveLength(2);
  });

  it('stands a thousand submissions from one place', async () => {
    const place = from();
    const codes = new Map<string, number>();
    for (let batch = 0; batch < 20; batch++)
      for (const body of await Promise.all(Array.from({ length: 50 }, (_, n) => asks(`flut${batch}.${n % 40}@ort.example`, place)))) {
        const kind = body === done ? 'done' : /"code":"rate_limited"/.test(body) ? 'rate_limited' : body;
        codes.set(kind, (codes.get(kind) ?? 0) + 1);
      }
    expect([...codes]).toEqual([
      ['done', 30],
      ['rate_limited', 970],
    ]);
    expect(await api.world.db.outboxMail.count({ where: { to: { startsWith: 'flut' } } })).toBe(30);
    // Elsewhere it goes on.
    expect(await asks(fresh())).toBe(done);
  });
});

describe('unsubscribing', () => {
  it('by the page behind a mail’s link, as often as one presses', async () => {
    const { email, token } = await subscribed();
    expect((await api.ask(null, link, { token })).data?.['newsletterLink']).toMatchObject({ kind: 'MANAGE', email, subscribed: true });
    for (const _ of [1, 2]) expect(await api.refusal(null, unsubscribe, { token })).toBeUndefined();
    expect((await rowOf(email)).status).toBe('ENDED');
    expect(await consents(email)).toEqual(['GIVEN FORM', 'WITHDRAWN LINK']);
    expect((await api.ask(null, link, { token })).data?.['newsletterLink'].subscribed).toBe(false);
    expect(await api.refusal(null, unsubscribe, { token: randomUUID() })).toBe('not_found');
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'],
  ])('in one click of the mail program, as %s (RFC 8058)', async (type, payload) => {
    const { email, token } = await subscribed();
    const post = (secret: string) =>
      api.app.inject({ method: 'POST', url: `/newsletter/abmelden/${secret}`, headers: { 'content-type': type }, payload });
    for (const _ of [1, 2]) expect((await post(token)).statusCode).toBe(200);
    expect(await consents(email)).toEqual(['GIVEN FORM', 'WITHDRAWN ONE_CLICK']);
    const forged = await post(randomUUID());
    expect([forged.statusCode, forged.headers['location'], forged.body]).toEqual([404, undefined, expect.stringContaining('gilt nicht')]);
  });

  it('is not undone by an old confirmation mail, and a new subscription starts anew', async () => {
    const email = fresh();
    await asks(email);
    const first = await tokenTo(email);
    await anHourLater(email);
    await asks(email);
    const second = await tokenTo(email);
    expect(await api.refusal(null, confirm, { token: second })).toBeUndefined();
    expect(await api.refusal(null, confirm, { token: first })).toBe('newsletter.link_used');
    await anHourLater(email);
    await asks(email);
    await api.refusal(null, unsubscribe, { token: await tokenTo(email, 'verwalten') });
    await anHourLater(email);
    await asks(email);
    expect((await rowOf(email)).status).toBe('PENDING');
    expect(await api.refusal(null, confirm, { token: await tokenTo(email) })).toBeUndefined();
    expect(await consents(email)).toEqual(['GIVEN FORM', 'WITHDRAWN LINK', 'GIVEN FORM']);
  });
});

describe('with an account', () => {
  it('is one click, for the address that the sign-in proved', async () => {
    const kim = await api.world.colleague();
    const on = (await api.get(kim, set, { on: true }))['setNewsletterSubscription'];
    expect(on).toEqual({ viewerEmail: kim.email, viewerSubscribed: true });
    await api.get(kim, set, { on: true });
    expect((await api.get(kim, about))['newsletter']).toMatchObject(on);
    expect(await mailsTo(kim.email)).toEqual([]);
    await api.get(kim, set, { on: false });
    await api.get(kim, set, { on: false });
    expect(await consents(kim.email)).toEqual(['GIVEN ACCOUNT', 'WITHDRAWN ACCOUNT']);
    expect((await api.get(kim, about))['newsletter'].viewerSubscribed).toBe(false);
  });

  it('is refused where the address is only claimed, and to nobody', async () => {
    const kim = { ...(await api.world.colleague()), email_verified: false };
    expect(await api.refusal(kim, set, { on: true })).toBe('forbidden');
    expect((await api.get(kim, about))['newsletter']).toMatchObject({ viewerEmail: null, viewerSubscribed: false });
    expect(await api.refusal(null, set, { on: true })).toBe('unauthenticated');
  });

  it.each(['', 'kim', 'kim@ort.example, alle@ort.example'])(
    'is refused where there is none, although it is called verified: "%s"',
    async (email) => {
      const kim = { ...(await api.world.colleague()), email };
      expect(await api.refusal(kim, set, { on: true })).toBe('forbidden');
      expect((await api.get(kim, about))['newsletter']).toMatchObject({ viewerEmail: null, viewerSubscribed: false });
      expect(await api.world.db.newsletterSubscription.count({ where: { email } })).toBe(0);
    },
  );
});

describe('forgetting', () => {
  it('leaves nothing of what was not confirmed in a week, and of what ended a month ago', async () => {
    const { db } = api.world;
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    const emails = { old: fresh(), young: fresh(), ended: fresh(), active: (await subscribed()).email };
    for (const email of [emails.old, emails.young, emails.ended]) await asks(email);
    await db.newsletterSubscription.update({ where: { email: emails.old }, data: { requestedAt: ago(8) } });
    await db.newsletterSubscription.update({ where: { email: emails.young }, data: { requestedAt: ago(6) } });
    await db.newsletterSubscription.update({ where: { email: emails.ended }, data: { status: 'ENDED', endedAt: ago(31) } });
    await db.newsletterSubscription.update({ where: { email: emails.active }, data: { requestedAt: ago(400) } });
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    await api.app.get(Jobs).send({ name: 'newsletter.forget' }, {});
    await api.work();
    const left = await db.newsletterSubscription.findMany({ where: { email: { in: Object.values(emails) } } });
    expect(left.map((s) => s.email).sort()).toEqual([emails.active, emails.young].sort());
    expect(await mailsTo(emails.old)).toEqual([]);
    expect(await mailsTo(emails.young)).toHaveLength(1);
    expect(await consents(emails.active)).toEqual(['GIVEN FORM']);
  });

  it('keeps the log of consents as it is, until it is three years old', async () => {
    const { db } = api.world;
    const record = (at: Date) =>
      db.consentRecord.create({ data: { at, email: fresh(), act: 'GIVEN', way: 'FORM', text: 'Satz', requestedAt: at } });
    const young = await record(new Date());
    const old = await record(new Date(Date.now() - 1_200 * 86_400_000));
    await expect(db.consentRecord.update({ where: { id: young.id }, data: { text: 'Anders' } })).rejects.toThrow('append-only');
    await expect(db.consentRecord.update({ where: { id: old.id }, data: { text: 'Anders' } })).rejects.toThrow('append-only');
    await expect(db.consentRecord.delete({ where: { id: young.id } })).rejects.toThrow('append-only');
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    await api.app.get(Jobs).send({ name: 'newsletter.forget' }, {});
    await api.work();
    expect(await db.consentRecord.findMany({ where: { id: { in: [young.id, old.id] } } })).toEqual([young]);
  });
});
