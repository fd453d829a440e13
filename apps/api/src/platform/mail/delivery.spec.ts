import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startMail, type Mail } from '@kollab/devstack';
import { openApi, type Api } from '../../../test/api.ts';
import type { MailHeaders } from './headers.ts';

let api: Api;
let mail: Mail;
let count = 0;

beforeAll(async () => {
  mail = await startMail({});
  api = await openApi({ SMTP_URL: mail.smtpUrl, SMTP_TIMEOUT: '1', MAIL_FROM: 'Gemeinsam Digital <nicht-antworten@land.example>' });
});
afterEach(() => mail.behave(null));
afterAll(async () => {
  await api.close();
  await mail.stop();
});

/** So often that the next attempt is a quarter of a minute away: no test waits as long. */
const tried = 3;
/** As a write and some attempts leave it. */
async function post(to: string, subject = 'Betreff', headers: MailHeaders = {}): Promise<string> {
  const { Outbox } = await import('./outbox.ts');
  const { Writes } = await import('../database/writes.ts');
  const key = `test:${++count}`;
  const letter = { subject, greeting: 'Guten Tag,', paragraphs: ['Text.'], reason: 'Warum.' };
  await api.app.get(Writes).transact((tx) => api.app.get(Outbox).post(tx, key, to, letter, null, headers));
  await api.world.db.outboxMail.update({ where: { key }, data: { attempts: tried } });
  return key;
}
const row = (key: string) => api.world.db.outboxMail.findUniqueOrThrow({ where: { key } });
/** The time until the next attempt is over. */
async function later(key: string): Promise<void> {
  await api.world.db
    .$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail.send' AND state = 'created' AND data->>'key' = ${key}`;
  await api.work();
}
/** With a clock of this server that is so many milliseconds behind the database's. */
async function behind(ms: number, act: () => Promise<unknown>): Promise<void> {
  const { Clock } = await import('../clock.ts');
  const clock = api.app.get(Clock);
  const now = clock.now.bind(clock);
  clock.now = () => new Date(Date.now() - ms);
  await act().finally(() => (clock.now = now));
}
const waiting = async (key: string): Promise<number> => {
  const [{ n }] = await api.world.db.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'mail.send' AND state = 'created' AND start_after > now() AND data->>'key' = ${key}`;
  return n;
};
const arrived = (to: string) => mail.messages().filter((m) => m.recipients.includes(to));
const header = (message: { headers: { name: string; value: string }[] } | undefined, name: string) =>
  message?.headers.filter((h) => h.name.toLowerCase() === name.toLowerCase()).map((h) => h.value);

describe('a mail that cannot be handed over yet', () => {
  it.each([
    ['is asked to come later', 'spaeter@ort.example', (step: string) => (step === 'recipient' ? '450 4.7.1 Later' : null), /4\.7\.1 Later/],
    ['finds no room', 'voll@ort.example', (step: string) => (step === 'data' ? '452 4.3.1 Full' : null), /4\.3\.1 Full/],
    ['is turned away at the door', 'tuer@ort.example', (step: string) => (step === 'connect' ? '421 4.3.2 Busy' : null), /Busy/],
    ['is from a sender that is not wanted', 'absender@ort.example', (step: string) => (step === 'sender' ? '550 5.7.1 Who' : null), /Who/],
    ['meets silence at the door', 'still@ort.example', (step: string) => (step === 'connect' ? 'silence' : null), /./],
    ['meets silence in the middle', 'stiller@ort.example', (step: string) => (step === 'data' ? 'silence' : null), /imeout/],
  ] as const)('%s: it waits, and goes out once when it can', async (_, to, manners, error) => {
    mail.behave(manners);
    const key = await post(to);
    await api.work();
    const first = await row(key);
    expect(first).toMatchObject({ attempts: tried + 1, sentAt: null, givenUpAt: null, error: expect.stringMatching(error) });
    expect(first.nextAt!.getTime()).toBeGreaterThan(first.failedAt!.getTime());
    expect(await waiting(key)).toBe(1);
    await later(key);
    const second = await row(key);
    expect(second.attempts).toBe(tried + 2);
    expect(second.nextAt!.getTime() - second.failedAt!.getTime()).toBe(2 * (first.nextAt!.getTime() - first.failedAt!.getTime()));

    mail.behave(null);
    await later(key);
    expect(await row(key)).toMatchObject({ attempts: tried + 3, error: null, failedAt: null, nextAt: null, text: '', html: '' });
    expect((await row(key)).sentAt).not.toBeNull();
    expect(await waiting(key)).toBe(0);
    expect(arrived(to)).toHaveLength(1);
    expect(header(arrived(to)[0], 'Message-ID')).toEqual([`<${first.id}@localhost>`]);
  });

  it('waits as long where the clock of this server is behind', async () => {
    mail.behave((step) => (step === 'recipient' ? '450 4.7.1 Later' : null));
    const key = await post('nachgehend@ort.example');
    await behind(3_600_000, api.work);
    expect((await row(key)).attempts).toBe(tried + 1);
    expect(await waiting(key)).toBe(1);
  });

  it('is given up after two days, and its text stays for the operator', async () => {
    mail.behave((step) => (step === 'recipient' ? '450 4.7.1 Later' : null));
    const key = await post('lange@ort.example');
    await api.work();
    await api.world.db.outboxMail.update({ where: { key }, data: { createdAt: new Date(Date.now() - 48 * 3_600_000) } });
    await later(key);
    expect(await row(key)).toMatchObject({ failure: 'EXPIRED', attempts: tried + 2, nextAt: null, text: expect.stringContaining('Text.') });
    expect(await waiting(key)).toBe(0);
  });
});

describe('a mail that will never be taken', () => {
  it('stops, and pauses an address that does not exist', async () => {
    mail.behave((step, address) => (step === 'recipient' && address.startsWith('Weg') ? '550 5.1.1 No such user' : null));
    const [key, other] = [await post('Weg@ort.example'), await post('da@ort.example')];
    await api.work();
    expect(await row(key)).toMatchObject({ failure: 'BOUNCED', attempts: tried + 1, sentAt: null });
    expect(await waiting(key)).toBe(0);
    expect((await row(other)).sentAt).not.toBeNull();
    expect(await api.world.db.mailAddress.findMany()).toMatchObject([
      { address: 'weg@ort.example', reason: expect.stringContaining('5.1.1 No such user') },
    ]);
    // However the next one writes it, the server is not asked again.
    mail.behave(null);
    const next = await post('WEG@ort.example');
    await api.work();
    expect(await row(next)).toMatchObject({ failure: 'PAUSED', sentAt: null });
    expect(arrived('WEG@ort.example')).toEqual([]);
  });

  it.each([
    ['by policy', 'recipient', '550 5.7.1 Relaying denied', 'regel@ort.example'],
    ['for its text', 'data', '554 5.6.0 Bad content', 'inhalt@ort.example'],
  ])('stops when it is refused %s, and the address stays in use', async (_, at, answer, to) => {
    mail.behave((step) => (step === at ? answer : null));
    const key = await post(to);
    await api.work();
    expect(await row(key)).toMatchObject({ failure: 'REFUSED', attempts: tried + 1, text: expect.stringContaining('Text.') });
    expect(await api.world.db.mailAddress.count({ where: { address: to } })).toBe(0);
  });

  it.each([
    'kim@ort.example, alle@ort.example',
    'kim@ort.example\r\nRCPT TO:<alle@ort.example>',
    'kim',
    '<kim@ort.example>',
    'k@m@ort.example',
    '',
  ])('is for no address: %j', async (to) => {
    const before = mail.messages().length;
    const key = await post(to);
    await api.work();
    expect(await row(key)).toMatchObject({ failure: 'ADDRESS', sentAt: null });
    expect(mail.messages()).toHaveLength(before);
  });
});

describe('what it carries', () => {
  it('has only the headers that it was given, each of one line', async () => {
    const to = 'kopf@ort.example';
    await post(to, 'Gruppe\r\nBcc: alle@ort.example\u202E', {
      'List-Unsubscribe': '<https://ort.example/abmelden/x>\r\nBcc: alle@ort.example',
    });
    await api.work();
    const [message] = arrived(to);
    expect(message).toMatchObject({ recipients: [to], subject: 'Gruppe Bcc: alle@ort.example' });
    expect(header(message, 'Bcc')).toEqual([]);
    expect(header(message, 'List-Unsubscribe')).toEqual(['<https://ort.example/abmelden/x> Bcc: alle@ort.example']);
    expect(header(message, 'Auto-Submitted')).toEqual(['auto-generated']);
  });
});

describe('a worker that dies', () => {
  it('after the server took the mail: it comes a second time with the same Message-ID, and no third time', async () => {
    const { db } = api.world;
    const to = 'doppelt@ort.example';
    const key = await post(to);
    await db.$executeRawUnsafe(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed'; END $$`);
    await db.$executeRawUnsafe('CREATE TRIGGER die BEFORE UPDATE ON outbox_mail FOR EACH ROW EXECUTE FUNCTION die()');
    await expect(api.work()).rejects.toThrow('killed');
    await db.$executeRawUnsafe('DROP TRIGGER die ON outbox_mail');
    expect(arrived(to)).toHaveLength(1);
    // Its heart stands still: the job is given to another one.
    await db.$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE name = 'mail.send' AND data->>'key' = ${key}`;
    await api.work();
    await api.work();
    expect(arrived(to)).toHaveLength(2);
    expect(new Set(arrived(to).flatMap((m) => header(m, 'Message-ID'))).size).toBe(1);
    expect((await row(key)).sentAt).not.toBeNull();
  });

  it('after an attempt was noted, before its job was: the job that comes again leaves the mail to the next one', async () => {
    mail.behave((step) => (step === 'recipient' ? '450 4.7.1 Later' : null));
    const key = await post('zwischen@ort.example');
    await api.work();
    const { Jobs } = await import('../jobs/jobs.ts');
    await api.app.get(Jobs).send({ name: 'mail.send' }, { key, at: null });
    await api.work();
    expect((await row(key)).attempts).toBe(tried + 1);
    expect(await waiting(key)).toBe(1);
  });

  it('and a clock behind the database, which hands out the next attempt early: it goes out all the same', async () => {
    mail.behave((step) => (step === 'recipient' ? '450 4.7.1 Later' : null));
    const key = await post('uhren@ort.example');
    await api.work();
    mail.behave(null);
    await behind(60_000, () => later(key));
    expect((await row(key)).sentAt).not.toBeNull();
  });
});
