import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { fragment, type WebClient } from './code-flow.ts';
import { startIdentity, type Identity } from './start-identity.ts';
import { openProvider, password } from './test-provider.ts';

const { webUrl, identity, logoutTokens, clientOf, endpoint, verify, close } = await openProvider();
afterAll(close);

let client: WebClient;
beforeEach(() => {
  client = clientOf(identity);
  logoutTokens.length = 0;
});

describe('refreshing', () => {
  test('rotates, and a replayed token ends the whole session of tokens', async () => {
    const first = await client.signIn('admin.land', password);
    const second = (await (await client.refresh(first.refresh_token)).json()) as typeof first;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(decodeJwt(second.access_token)['sid']).toBe(decodeJwt(first.access_token)['sid']);
    expect((await client.refresh(first.refresh_token)).status).toBe(400);
    expect((await client.refresh(second.refresh_token)).status).toBe(400);
  });

  test('gives tokens that keycloak-js can read', async () => {
    const { refresh_token } = await client.signIn('admin.land', password);
    expect(decodeJwt(refresh_token)).toMatchObject({ typ: 'Refresh', azp: 'web', exp: expect.any(Number) });
  });

  test('answers the origin of the web with its cookies, and no other origin', async () => {
    const { refresh_token } = await client.signIn('admin.land', password);
    const { headers } = await client.refresh(refresh_token);
    expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')]).toEqual([webUrl, 'true']);
    const fields = { client_id: 'web', grant_type: 'refresh_token', refresh_token: 'x' };
    const foreign = await fetch(endpoint('token'), {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'http://localhost:9' },
    });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('silently', () => {
  const silent = () => client.open({ prompt: 'none', redirect_uri: `${webUrl}/silent-check-sso.html` });

  test('nobody gets login_required', async () => {
    expect(fragment((await silent()).url).get('error')).toBe('login_required');
  });

  test('who is signed in gets a code for the same person', async () => {
    await client.signIn('admin.land', password);
    expect(fragment((await silent()).url).get('code')).toMatch(/.+/);
  });
});

describe('a disabled account', () => {
  let provider: Identity;
  beforeAll(async () => (provider = await startIdentity({ webUrl })));
  afterAll(() => provider.stop());

  test('reads so with the right password only, loses its session and can come back', async () => {
    const own = clientOf(provider);
    const { refresh_token } = await own.signIn('gast.kitu', password);
    provider.setEnabled('gast.kitu', false);
    expect((await own.refresh(refresh_token)).status).toBe(400);
    expect(fragment((await own.open({ prompt: 'none' })).url).get('error')).toBe('login_required');
    const { url } = await own.open();
    const say = async (typed: string) => (await own.submit(url, { username: 'gast.kitu', password: typed })).page!.text();
    expect(await say(password)).toContain('Ihr Benutzerkonto ist gesperrt');
    expect(await say('falsch')).toContain('Ungültiger Benutzername oder Passwort.');
    provider.setEnabled('gast.kitu', true);
    expect((await clientOf(provider).signIn('gast.kitu', password)).access_token).toMatch(/\./);
  });
});

describe('signing out', () => {
  const logout = (idToken: string) =>
    client.browser.fetch(
      `${endpoint('logout')}?${new URLSearchParams({ client_id: 'web', post_logout_redirect_uri: `${webUrl}/`, id_token_hint: idToken })}`,
    );

  test('ends session and tokens, leads back and tells the application', async () => {
    const { id_token, refresh_token } = await client.signIn('admin.land', password);
    const page = await (await logout(id_token)).text();
    expect(page).toContain('/resources/sign-out.js');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)![1]!;
    const action = /action="([^"]+)"/.exec(page)![1]!;
    const confirmed = await client.browser.fetch(action, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) });
    expect(confirmed.headers.get('location')).toBe(`${webUrl}/`);
    expect((await client.refresh(refresh_token)).status).toBe(400);
    expect(logoutTokens).toHaveLength(1);
    const { payload } = await jwtVerify(logoutTokens[0]!, createRemoteJWKSet(new URL(endpoint('certs'))), { audience: 'web' });
    expect(payload).toMatchObject({
      iss: identity.issuer,
      sid: decodeJwt(id_token)['sid'],
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    });
  });

  test('asks first when the application did not say whom', async () => {
    await client.signIn('admin.land', password);
    const page = await (await client.browser.fetch(endpoint('logout'))).text();
    expect(page).toContain('Möchten Sie sich abmelden?');
    expect(page).not.toContain('<script');
  });

  test('from outside ends all sessions of one account only', async () => {
    const mine = await client.signIn('leitung.ag4', password);
    const elsewhere = clientOf(identity);
    const theirs = await elsewhere.signIn('leitung.ag4', password);
    const other = clientOf(identity);
    const others = await other.signIn('leitung.ag5', password);
    await identity.endSessions('leitung.ag4');
    expect((await client.refresh(mine.refresh_token)).status).toBe(400);
    expect((await elsewhere.refresh(theirs.refresh_token)).status).toBe(400);
    expect((await other.refresh(others.refresh_token)).status).toBe(200);
    const sids = [mine, theirs].map(({ access_token }) => decodeJwt(access_token)['sid']);
    expect(logoutTokens.map((token) => decodeJwt(token)['sid']).sort()).toEqual(sids.sort());
  });
});

describe('over a restart', () => {
  test('the signing key and the sessions stay; after a rotation old tokens still verify', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'kollab-identity-'));
    let provider = await startIdentity({ webUrl, dataDir });
    try {
      const own = clientOf(provider);
      const tokens = await own.signIn('admin.land', password);
      const port = Number(new URL(provider.issuer).port);
      await provider.stop();
      provider = await startIdentity({ webUrl, dataDir, port });
      await verify(provider, tokens.access_token);
      const renewed = (await (await own.refresh(tokens.refresh_token)).json()) as typeof tokens;
      await provider.rotateKeys();
      const rotated = (await (await own.refresh(renewed.refresh_token)).json()) as typeof tokens;
      const kid = (token: string) => decodeProtectedHeader(token).kid;
      expect(kid(rotated.access_token)).not.toBe(kid(renewed.access_token));
      for (const token of [renewed.access_token, rotated.access_token]) await verify(provider, token);
    } finally {
      await provider.stop();
      await rm(dataDir, { recursive: true });
    }
  });
});

test('a token lives as short as a test wants', async () => {
  const provider = await startIdentity({ webUrl, lives: { accessTokenSeconds: 7 } });
  try {
    const { access_token, expires_in } = await clientOf(provider).signIn('admin.land', password);
    const { iat, exp } = decodeJwt(access_token);
    expect([exp! - iat!, expires_in]).toEqual([7, 7]);
  } finally {
    await provider.stop();
  }
});
