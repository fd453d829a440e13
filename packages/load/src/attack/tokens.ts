import { createConnection } from 'node:net';
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { send } from './ask.ts';
import type { Stage } from './stage.ts';
import { forgeries } from './tokens/forgeries.ts';
import { makeKey, sign, startKeys } from './tokens/keys.ts';

const query = JSON.stringify({ query: '{ viewer { email } }' });

/** Forged tokens against the production build, in the header of a request and in the handshake of a socket, each beside its control. */
export async function attackTokens(stage: Stage): Promise<void> {
  const { judge, progress, defer } = stage.judge;
  const keys = [makeKey('first'), makeKey('second')] as const;
  const published = await startKeys([keys[0]]);
  defer(() => published.stop());
  const { url } = await stage.serve({ TRUSTED_DOCUMENTS: 'false', OIDC_ISSUER: published.issuer });
  const now = Math.floor(Date.now() / 1000);
  const { name, email } = stage.insider;
  const payload = {
    iss: published.issuer,
    aud: 'kollab-api',
    azp: 'web',
    typ: 'Bearer',
    iat: now,
    exp: now + 600,
    sub: randomUUID(),
    sid: 'a',
    name,
    email,
  };
  const header = { alg: 'RS256', kid: keys[0].kid, typ: 'JWT' };
  const made = () => sign(keys[0], header, { ...payload, jti: randomUUID() });

  /** true: signed in, false: refused as nobody; anything else is said. */
  const byHeader = async (authorization: string | string[]): Promise<boolean | string> => {
    const { status, body } = await send(url, { headers: { 'content-type': 'application/json', authorization }, body: query });
    if (status === 200 && body.includes('"data":{"viewer"')) return true;
    if (status === 200 && body.includes('"code":"unauthenticated"')) return false;
    return status === 431 || status === 400 ? false : `${status} ${body.slice(0, 100)}`;
  };
  const bySocket = (token: unknown): Promise<boolean | string> =>
    new Promise((resolve) => {
      const socket = io(url, {
        path: '/live',
        auth: { token },
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        timeout: 5_000,
      });
      const end = (answer: boolean | string): void => {
        socket.disconnect();
        resolve(answer);
      };
      socket.once('connect', () => end(true));
      socket.once('connect_error', ({ message }) => end(message === 'unauthenticated' ? false : message));
    });

  const all = forgeries(keys[0], published.issuer, payload);
  let fell = 0;
  for (const { name, forged, control } of all) {
    progress(`tokens: ${name}`);
    const answers = [
      await byHeader(`Bearer ${control}`),
      await byHeader(`Bearer ${forged}`),
      await bySocket(control),
      await bySocket(forged),
    ];
    if (answers[0] === true && answers[1] === false && answers[2] === true && answers[3] === false) continue;
    fell++;
    judge(false, `token, ${name}: header ${answers[0]}/${answers[1]}, socket ${answers[2]}/${answers[3]}; should be true/false`);
  }
  judge(fell === 0, `tokens: ${all.length} forgeries refused, each beside its control that is accepted, by header and by socket`, {
    forgeries: all.length,
  });

  const good = made();
  const headers: [string, string | string[], boolean][] = [
    ['the scheme in small letters', `bearer ${good}`, true],
    ['the scheme in capitals', `BEARER ${good}`, true],
    ['no scheme', good, false],
    ['another scheme', `Basic ${good}`, false],
    ['two blanks', `Bearer  ${good}`, false],
    ['a tab', `Bearer\t${good}`, false],
    ['something behind it', `Bearer ${good} x`, false],
    ['two tokens', `Bearer ${good}, Bearer ${good}`, false],
    ['two headers', [`Bearer ${good}`, `Bearer ${good}`], false],
    ['two headers, the first empty', ['', `Bearer ${good}`], false],
    ['quotation marks', `Bearer "${good}"`, false],
    ['nothing', 'Bearer', false],
  ];
  const wrong: string[] = [];
  for (const [what, value, right] of headers) {
    const answer = await byHeader(value);
    if (answer !== right) wrong.push(`${what} (${answer})`);
  }
  for (const [what, token] of [
    ['nothing', undefined],
    ['null', null],
    ['a list', [good]],
    ['an object', { a: good }],
    ['a scheme', `Bearer ${good}`],
    ['15 kB', 'x'.repeat(15_000)],
  ] as const)
    if ((await bySocket(token)) !== false) wrong.push(`a socket with ${what}`);
  judge(wrong.length === 0, `tokens: ${headers.length + 6} ways to send one${wrong.length > 0 ? `, wrong: ${wrong.join(', ')}` : ''}`);
  judge(await queryIsNoPlace(url, good), 'tokens: not taken from the address, a cookie or the body');

  // Many keys that nobody published: the identity provider is not asked again for each.
  const before = published.requests();
  await Promise.all(Array.from({ length: 300 }, (_, i) => byHeader(`Bearer ${sign(keys[0], { ...header, kid: `x${i}` }, payload)}`)));
  const asked = published.requests() - before;
  judge(asked <= 2, `tokens: 300 with unknown keys made the server ask the identity provider ${asked} times`);

  if (stage.judge.short) return;
  // The identity provider changes its key while people are signed in.
  published.publish([keys[1], keys[0]]);
  const rotated = () => sign(keys[1], { ...header, kid: keys[1].kid }, { ...payload, jti: randomUUID() });
  const began = Date.now();
  let taken: boolean | string = false;
  while (taken !== true && Date.now() - began < 40_000) {
    progress('tokens: waiting for the new key');
    taken = await byHeader(`Bearer ${rotated()}`);
    if (taken !== true) await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  judge(
    taken === true && (await byHeader(`Bearer ${made()}`)) === true,
    `tokens: a new key is taken after ${seconds} s at most, the old one meanwhile`,
  );
}

async function queryIsNoPlace(url: string, token: string): Promise<boolean> {
  const answers = await Promise.all([
    send(url, { path: `/graphql?access_token=${token}`, headers: { 'content-type': 'application/json' }, body: query }),
    send(url, { headers: { 'content-type': 'application/json', cookie: `access_token=${token}; token=${token}` }, body: query }),
    send(url, { headers: { 'content-type': 'application/json', 'x-access-token': token, token }, body: query }),
    send(url, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { email } }', access_token: token, extensions: { token } }),
    }),
  ]);
  const { hostname, port } = new URL(url);
  const folded = await new Promise<string>((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) }, () =>
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization:\r\n Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${query.length}\r\n\r\n${query}`,
      ),
    );
    let got = '';
    socket.setTimeout(400, () => socket.destroy());
    socket.on('data', (chunk) => (got += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(got));
  });
  return answers.every(({ body }) => body.includes('unauthenticated')) && !folded.includes('"data":{"viewer"');
}
