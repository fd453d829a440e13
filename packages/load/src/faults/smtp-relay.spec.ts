import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { startMail, type Mail } from '@kollab/devstack';
import { SmtpRelay } from './smtp-relay.ts';

let mail: Mail;
let relay: SmtpRelay;
let port: number;
const undo: (() => unknown)[] = [];

beforeAll(async () => {
  mail = await startMail({});
  relay = new SmtpRelay({ defer: (step) => undo.push(step) }, Number(new URL(mail.smtpUrl).port));
  port = await relay.up();
});
afterAll(async () => {
  for (const step of undo) await step();
  await mail.stop();
});
beforeEach(() => void relay.taken.splice(0));

/** Says all of it, each line after the answer to the one before. Answers with what the server said, and leaves in order where it can. */
async function deliver(): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const lines = [
    'EHLO test',
    'MAIL FROM:<a@ort.example>',
    'RCPT TO:<b@ort.example>',
    'DATA',
    'Message-ID: <1@ort.example>\r\n\r\n..Text\r\n.',
  ];
  let heard = '';
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      heard += chunk.toString();
      if (!/^\d{3} [^\n]*\n$/m.test(chunk.toString())) continue;
      if (lines.length === 0) break;
      socket.write(`${lines.shift()!}\r\n`);
    }
  } catch {
    // Cut off.
  }
  socket.end();
  return heard.trim().split('\r\n').at(-1)!;
}
const heardBy = async (): Promise<boolean | undefined> => {
  while (relay.taken[0]?.heard === false && relay.open > 0) await new Promise((resolve) => setImmediate(resolve));
  return relay.taken[0]?.heard;
};

it('remembers a mail that was taken, and that the sender heard so', async () => {
  expect(await deliver()).toMatch(/^250 /);
  expect(await heardBy()).toBe(true);
  expect(relay.taken).toMatchObject([{ recipients: ['b@ort.example'] }]);
  expect(relay.taken[0]!.raw.toString()).toContain('\r\n.Text\r\n');
});

it('remembers a mail whose answer was lost', async () => {
  const before = mail.messages().length;
  const struck = relay.at('answer', 60_000, () => relay.cut());
  expect(await deliver()).toMatch(/^354 /);
  expect(await struck).toBe(true);
  expect(relay.taken).toMatchObject([{ recipients: ['b@ort.example'], heard: false }]);
  expect(mail.messages()).toHaveLength(before + 1);
});

it('knows nothing of a mail that was cut off in its text, as the server does', async () => {
  const before = mail.messages().length;
  const struck = relay.at('text', 60_000, () => relay.cut());
  expect(await deliver()).toMatch(/^354 /);
  expect(await struck).toBe(true);
  expect(relay.taken).toEqual([]);
  expect(mail.messages()).toHaveLength(before);
});

it('knows nothing of a mail that was refused, and takes the next one on the same port after it was down', async () => {
  mail.behave((step) => (step === 'data' ? '452 4.3.1 Full' : null));
  expect(await deliver()).toMatch(/^452 /);
  expect(relay.taken).toEqual([]);
  mail.behave(null);
  await relay.down();
  expect(await deliver()).toBe('');
  expect(await relay.up()).toBe(port);
  expect(await deliver()).toMatch(/^250 /);
  expect(relay.taken).toHaveLength(1);
});
