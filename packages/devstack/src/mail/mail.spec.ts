import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startMail, type Mail } from './start-mail.ts';
import type { Message } from './messages.ts';

let mail: Mail;
beforeAll(async () => (mail = await startMail()));
afterAll(() => mail.stop());
beforeEach(() => fetch(`${mail.webUrl}/messages.json`, { method: 'DELETE' }));

/** Speaks SMTP by hand: each line after the server's answer to the one before. */
async function deliver(recipients: string[], message: string): Promise<void> {
  const { hostname, port } = new URL(mail.smtpUrl);
  const socket = connect(Number(port), hostname);
  const lines = [
    'EHLO test',
    'MAIL FROM:<kollab@land.example>',
    ...recipients.map((to) => `RCPT TO:<${to}>`),
    'DATA',
    `${message}\r\n.`,
    'QUIT',
  ];
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    const answer = chunk.toString();
    if (/^[45]/m.test(answer)) throw new Error(answer);
    if (/^\d{3} [^\n]*\n$/m.test(answer)) socket.write(`${lines.shift() ?? ''}\r\n`);
    if (lines.length === 0) break;
  }
  socket.end();
}

const invitation = [
  'From: "Gemeinsam Digital" <kollab@land.example>',
  'To: Kim Muster <kim@halle.example>',
  'Subject: =?UTF-8?Q?Einladung_=E2=80=93_Gr=C3=BC=C3=9Fe?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Guten Tag: http://localhost:3000/einladung/abc?x=1&y=2 <script>',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Guten Tag</p><script>alert(1)</script>',
  '--b--',
].join('\r\n');

const list = async () => (await (await fetch(`${mail.webUrl}/messages.json`)).json()) as Message[];

test('a mail is caught with its parts and its envelope, hidden recipients included', async () => {
  await deliver(['kim@halle.example', 'verdeckt@harz.example'], invitation);
  expect(await list()).toMatchObject([
    {
      from: 'Gemeinsam Digital <kollab@land.example>',
      to: ['Kim Muster <kim@halle.example>'],
      recipients: ['kim@halle.example', 'verdeckt@harz.example'],
      subject: 'Einladung – Grüße',
      text: expect.stringContaining('einladung/abc'),
      html: expect.stringContaining('<p>Guten Tag</p>'),
    },
  ]);
});

test('the newest comes first, and a test can begin with none', async () => {
  await deliver(['a@halle.example'], 'Subject: eins\r\n\r\nx');
  await deliver(['b@halle.example'], 'Subject: zwei\r\n\r\nx');
  expect((await list()).map(({ subject }) => subject)).toEqual(['zwei', 'eins']);
  await fetch(`${mail.webUrl}/messages.json`, { method: 'DELETE' });
  expect(await list()).toEqual([]);
  expect(mail.messages()).toEqual([]);
});

test('the pages show it in German, with the mail shut into a frame without scripts', async () => {
  expect(await (await fetch(mail.webUrl)).text()).toContain('Noch keine E-Mail');
  await deliver(['kim@halle.example'], invitation);
  const [message] = await list();
  expect(await (await fetch(mail.webUrl)).text()).toContain(`<a href="/messages/${message!.id}">Einladung – Grüße</a>`);
  const page = await (await fetch(`${mail.webUrl}/messages/${message!.id}`)).text();
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(page).toContain('href="http://localhost:3000/einladung/abc?x=1&amp;y=2"');
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toContain('<script');
  const framed = await fetch(`${mail.webUrl}/messages/${message!.id}/html`);
  expect(framed.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
});

test('what is not there says so', async () => {
  const response = await fetch(`${mail.webUrl}/messages/00000000-0000-0000-0000-000000000000`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('Diese E-Mail gibt es nicht mehr');
});
