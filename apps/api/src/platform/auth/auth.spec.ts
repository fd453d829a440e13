import { setTimeout as pause } from 'node:timers/promises';
import { createPrivateKey, createPublicKey, createSign, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import { openApi, type Api } from '../../../test/api.ts';
import { issuer, tokenOf, type Account } from '../../../test/issuer.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const account: Account = { sub: 'auth-1', name: 'Kim Muster', email: 'kim@ort.example', sid: 'sid-auth' };
const now = () => Math.floor(Date.now() / 1000);

/** Whether the server takes this header as a sign-in; what it does not take is refused, never treated as nobody. */
async function accepted(authorization: string): Promise<boolean> {
  const response = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization },
    payload: { query: '{ viewer { email } }' },
  });
  const { data, errors } = response.json<{ data: { viewer?: unknown } | null; errors?: { extensions: { code: string } }[] }>();
  if (data?.viewer) return true;
  expect(errors?.[0]?.extensions.code).toBe('unauthenticated');
  return false;
}
const bearer = async (token: string | Promise<string>): Promise<boolean> => accepted(`Bearer ${await token}`);

const jwk = JSON.parse(process.env['TEST_PRIVATE_KEY']!) as JWK;
const signed = async (payload: JWTPayload, header: Record<string, unknown>, key: Parameters<SignJWT['sign']>[0]) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'JWT', ...header }).sign(key);
const payload = () => ({
  iss: issuer,
  aud: 'kollab-api',
  azp: 'web',
  typ: 'Bearer',
  iat: now(),
  exp: now() + 300,
  sub: account.sub,
  email: account.email,
  name: account.name,
});
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = (token: string) => token.split('.') as [string, string, string];

describe('an access token is refused when one claim is wrong, and accepted when that one is right', () => {
  it.each<[string, string, unknown, unknown]>([
    // what, claim, forged, right
    ['another issuer', 'iss', 'http://127.0.0.1:1/realms/kollab', issuer],
    ['the issuer with a slash', 'iss', `${issuer}/`, issuer],
    ['another realm', 'iss', `${issuer}2`, issuer],
    ['no issuer', 'iss', undefined, issuer],
    ['another audience', 'aud', 'other-api', 'kollab-api'],
    ['audiences without ours', 'aud', ['account', 'other-api'], ['account', 'kollab-api']],
    ['the client as audience, as an ID token has it', 'aud', 'web', 'kollab-api'],
    ['no audience', 'aud', undefined, 'kollab-api'],
    ['another client', 'azp', 'admin-cli', 'web'],
    ['no client', 'azp', undefined, 'web'],
    ['several clients', 'azp', ['web'], 'web'],
    ['an ID token', 'typ', 'ID', 'Bearer'],
    ['a refresh token', 'typ', 'Refresh', 'Bearer'],
    ['an offline token', 'typ', 'Offline', 'Bearer'],
    ['a logout token', 'typ', 'Logout', 'Bearer'],
    ['no type', 'typ', undefined, 'Bearer'],
    ['expired', 'exp', now() - 1, now() + 300],
    ['no end', 'exp', undefined, now() + 300],
    ['an end in words', 'exp', '2099-01-01', now() + 300],
    ['not valid yet', 'nbf', now() + 120, now() - 120],
    ['no time of issue', 'iat', undefined, now()],
    ['issued in an hour', 'iat', now() + 3_600, now() + 10],
    ['nobody', 'sub', undefined, account.sub],
    ['an empty subject', 'sub', '', account.sub],
    ['a blank subject', 'sub', ' ', account.sub],
    ['a subject beyond what there is', 'sub', 'a'.repeat(256), 'a'.repeat(255)],
    ['a subject with a NUL', 'sub', 'auth\0', account.sub],
    ['half a sign as a subject', 'sub', 'auth\ud800', account.sub],
    ['a number as a subject', 'sub', 1, account.sub],
  ])('%s', async (_, claim, forged, right) => {
    expect([await bearer(tokenOf(account, { [claim]: right })), await bearer(tokenOf(account, { [claim]: forged }))]).toEqual([
      true,
      false,
    ]);
  });
});

describe('an access token is refused when its header or signature is wrong, and accepted when that alone is right', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['type of an OAuth access token', { typ: 'at+jwt' }, { typ: 'JWT' }],
    ['type of a logout token', { typ: 'logout+jwt' }, { typ: 'JWT' }],
    ['no type', { typ: undefined }, { typ: 'JWT' }],
    ['a key that nobody published', { kid: 'other' }, { kid: 'test' }],
    ['a demand that we do not know', { crit: ['x'], x: 1 }, { x: 1 }],
  ])('%s', async (_, forged, right) => {
    expect(await bearer(tokenOf(account, {}, right))).toBe(true);
    const [, body] = parts(await tokenOf(account));
    // jose itself would not make some of them.
    const key = createPrivateKey({ key: jwk as never, format: 'jwk' });
    const make = (header: object) => {
      const input = `${part({ alg: 'RS256', kid: 'test', typ: 'JWT', ...header })}.${body}`;
      return `${input}.${createSign('RSA-SHA256').update(input).sign(key).toString('base64url')}`;
    };
    expect([await bearer(make(right)), await bearer(make(forged))]).toEqual([true, false]);
  });

  it('signed by another key, also when the header brings that key along', async () => {
    const own = await importJWK(jwk, 'RS256');
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const brought = await exportJWK(publicKey);
    for (const header of [{}, { jwk: brought }, { jku: 'http://127.0.0.1:1/certs' }])
      expect([await bearer(signed(payload(), header, own)), await bearer(signed(payload(), header, privateKey))]).toEqual([true, false]);
  });

  it('without a signature, or with our public key as a password', async () => {
    const token = await tokenOf(account);
    const [, body, signature] = parts(token);
    expect(await bearer(token)).toBe(true);
    for (const alg of ['none', 'None', 'NONE']) {
      const header = part({ alg, kid: 'test', typ: 'JWT' });
      for (const forged of [`${header}.${body}.`, `${header}.${body}.${signature}`]) expect(await bearer(forged)).toBe(false);
    }
    const published = createPublicKey({ key: { kty: jwk.kty!, n: jwk.n!, e: jwk.e! }, format: 'jwk' });
    for (const secret of [published.export({ type: 'spki', format: 'pem' }), published.export({ type: 'spki', format: 'der' })])
      expect(await bearer(signed(payload(), { alg: 'HS256' }, Buffer.from(secret)))).toBe(false);
  });

  it('with another algorithm of the same key', async () => {
    for (const alg of ['RS384', 'RS512', 'PS256']) {
      const forged = signed(payload(), { alg }, await importJWK(jwk, alg));
      const right = signed(payload(), { alg: 'RS256' }, await importJWK(jwk, 'RS256'));
      expect([await bearer(right), await bearer(forged)]).toEqual([true, false]);
    }
  });

  it('cut, lengthened, changed or put together', async () => {
    const token = await tokenOf(account);
    const [header, body, signature] = parts(token);
    const [, otherBody, otherSignature] = parts(await tokenOf({ ...account, sub: 'auth-2' }));
    expect([await bearer(token), await bearer(`${header}.${otherBody}.${otherSignature}`)]).toEqual([true, true]);
    const forgeries = [
      `${header}.${body}.${signature.slice(0, -2)}`,
      `${header}.${body}.${signature}AA`,
      `${header}.${body}.`,
      `${header}.${body}`,
      `${header}.${otherBody}.${signature}`,
      `${header}.${body}.${otherSignature}`,
      `${token}.${signature}`,
      '..',
      'x',
    ];
    for (const forged of forgeries) expect(await bearer(forged)).toBe(false);
  });
});

describe('the header', () => {
  it('stands there once', async () => {
    const token = await tokenOf(account);
    const { authorizationOf } = await import('./authenticate.ts');
    const sent = (...headers: string[]) => authorizationOf({ headers: { authorization: headers[1] }, rawHeaders: headers } as never);
    expect(sent('Authorization', `Bearer ${token}`)).toEqual({ given: true, token });
    expect(sent('Authorization', `Bearer ${token}`, 'authorization', `Bearer ${token}`)).toEqual({ given: true, token: null });
  });

  it('names the scheme in any case, and nothing else', async () => {
    const token = await tokenOf(account);
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) expect(await accepted(`${scheme} ${token}`)).toBe(true);
    for (const wrong of [
      token,
      `Basic ${token}`,
      `Token ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token} x`,
      `Bearer ${token},Bearer ${token}`,
      'Bearer',
      '',
    ])
      expect(await accepted(wrong)).toBe(false);
  });
});

describe('a token with a name that nobody could store or read', () => {
  it('is accepted, with what is left of the name', async () => {
    const odd = { ...account, sub: 'auth-odd', name: '\u202eKim\0 \ud800Muster\n', email: 'kim\0@ort.example' };
    const { viewer } = await api.get(odd, '{ viewer { person { name } email } }');
    expect(viewer).toEqual({ person: { name: 'Kim Muster' }, email: 'kim @ort.example' });
  });

  it.each([
    ['composed, as it is searched for', 'Mu\u0308ller', 'Müller'],
    ['without signs of no width', 'Kim\u200b Muster\u2060', 'Kim Muster'],
    ['by their sign-in when nothing of it is seen', '\u200b\u3164\u2800', 'kim.muster'],
  ])('knows the person %s', async (_, name, shown) => {
    const token = await tokenOf({ ...account, sub: 'auth-names', name }, { preferred_username: 'kim.muster' });
    const { body } = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${token}` },
      payload: { query: '{ viewer { person { name } } }' },
    });
    expect(JSON.parse(body)).toEqual({ data: { viewer: { person: { name: shown } } } });
  });
});

describe('a token that was accepted', () => {
  it('ends with its time, although it was remembered', async () => {
    const token = await tokenOf(account, { exp: now() + 2 });
    expect(await bearer(token)).toBe(true);
    await pause(2_100);
    expect(await bearer(token)).toBe(false);
    expect(await bearer(tokenOf(account))).toBe(true);
  });

  it('carries the name and the address of now', async () => {
    const viewer = '{ viewer { person { id name } email } }';
    const before = (await api.get(account, viewer))['viewer'];
    const after = (await api.get({ ...account, name: 'Kim Beispiel', email: 'KIM@neu.example' }, viewer))['viewer'];
    expect(after).toEqual({ person: { id: before.person.id, name: 'Kim Beispiel' }, email: 'kim@neu.example' });
  });
});

describe('a sign-out elsewhere (back-channel)', () => {
  const logout = async (token: string): Promise<number> => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/oidc/backchannel-logout',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ logout_token: token }).toString(),
    });
    expect(response.headers['cache-control']).toBe('no-store');
    return response.statusCode;
  };
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const claims = (sid: string) => ({
    iss: issuer,
    aud: 'web',
    sub: account.sub,
    iat: now(),
    exp: now() + 60,
    jti: randomUUID(),
    sid,
    events: event,
  });
  const made = async (sid: string, more: Record<string, unknown> = {}) =>
    signed({ ...claims(sid), ...more }, {}, await importJWK(jwk, 'RS256'));

  it('ends that session and no other', async () => {
    const [gone, stays] = [await tokenOf({ ...account, sid: 'gone' }), await tokenOf({ ...account, sid: 'stays' })];
    expect([await bearer(gone), await bearer(stays)]).toEqual([true, true]);
    expect(await logout(await made('gone'))).toBe(200);
    // All instances hear it over the database.
    for (let tries = 0; tries < 50 && (await bearer(gone)); tries++) await pause(50);
    expect([await bearer(gone), await bearer(stays)]).toEqual([false, true]);
    expect(await bearer(tokenOf({ ...account, sid: 'gone' }, { jti: 'renewed' }))).toBe(false);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another issuer', { iss: `${issuer}2` }],
    ['another client', { aud: 'kollab-api' }],
    ['no event', { events: undefined }],
    ['another event', { events: { 'http://schemas.openid.net/event/other': {} } }],
    ['a nonce, as an ID token has it', { nonce: 'n' }],
    ['no session', { sid: undefined }],
    ['long ago', { iat: now() - 3_600 }],
    ['expired', { exp: now() - 1 }],
    ['no time of issue', { iat: undefined }],
  ])('is refused with %s', async (what, forged) => {
    const sid = `kept-${what}`;
    const session = await tokenOf({ ...account, sid });
    expect(await logout(await made(sid, forged))).toBe(400);
    await pause(50);
    expect(await bearer(session)).toBe(true);
    expect(await logout(await made(sid))).toBe(200);
  });

  it('is refused from a foreign key, as an access token, and as nothing', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await logout(await signed(claims('kept'), {}, privateKey))).toBe(400);
    expect(await logout(await tokenOf({ ...account, sid: 'kept' }))).toBe(400);
    for (const nothing of ['', 'x']) expect(await logout(nothing)).toBe(400);
    expect(await bearer(tokenOf({ ...account, sid: 'kept' }))).toBe(true);
  });
});
