import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import { codeOf, fragment, WebClient } from './code-flow.ts';
import { startIdentity, type Identity } from './start-identity.ts';

const password = 'kollab-demo';
const logoutTokens: string[] = [];
let api: Server;
let webUrl: string;
let identity: Identity;
let client: WebClient;

beforeAll(async () => {
  api = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      if (req.url === '/oidc/backchannel-logout') logoutTokens.push(new URLSearchParams(body).get('logout_token') ?? '');
      res.end();
    });
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  webUrl = `http://localhost:${(api.address() as { port: number }).port}`;
  identity = await startIdentity({ webUrl });
});

afterAll(async () => {
  await identity.stop();
  api.close();
});

const clientOf = (provider: Identity) => new WebClient({ issuer: provider.issuer, redirectUri: `${webUrl}/` });
const verify = async (provider: Identity, token: string): Promise<JWTPayload> => {
  const keys = createRemoteJWKSet(new URL(`${provider.issuer}/protocol/openid-connect/certs`));
  return (await jwtVerify(token, keys, { issuer: provider.issuer, audience: 'kollab-api', algorithms: ['RS256'], typ: 'JWT' })).payload;
};
const endpoint = (path: string) => `${identity.issuer}/protocol/openid-connect/${path}`;

beforeEach(() => {
  client = clientOf(identity);
  logoutTokens.length = 0;
});

describe('a sign-in with code and PKCE', () => {
  test('gives an access token in the shape of Keycloak', async () => {
    const { access_token, expires_in } = await client.signIn('admin.land', password);
    expect(await verify(identity, access_token)).toEqual({
      iss: identity.issuer,
      sub: 'd0000000-0000-4000-8000-000000000006',
      aud: 'kollab-api',
      typ: 'Bearer',
      azp: 'web',
      sid: expect.stringMatching(/.{20}/),
      jti: expect.stringMatching(/.{20}/),
      iat: expect.any(Number),
      exp: expect.any(Number),
      acr: '1',
      'allowed-origins': [webUrl],
      scope: 'openid profile email',
      realm_access: { roles: ['operator'] },
      preferred_username: 'admin.land',
      name: 'Robin Entwurf',
      given_name: 'Robin',
      family_name: 'Entwurf',
      email: 'admin.land@land.example',
      email_verified: true,
    });
    expect(decodeProtectedHeader(access_token)).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    expect(expires_in).toBe(300);
  });

  test('names no realm roles for somebody without one', async () => {
    const { access_token } = await client.signIn('koordination.halle', password);
    expect(await verify(identity, access_token)).not.toHaveProperty('realm_access');
  });

  test('takes the mail address for a user name', async () => {
    const { access_token } = await client.signIn('Koordination.Halle@halle.example', password);
    expect(decodeJwt(access_token)).toMatchObject({ preferred_username: 'koordination.halle' });
  });

  test('ties the ID token to the client, the nonce and the session', async () => {
    const { access_token, id_token } = await client.signIn('admin.land', password);
    expect(decodeJwt(id_token)).toMatchObject({ aud: 'web', nonce: 'nonce-1', sid: decodeJwt(access_token)['sid'], name: 'Robin Entwurf' });
  });

  test('refuses a code a second time and without its verifier', async () => {
    const { url } = await client.open();
    const code = codeOf((await client.submit(url, { username: 'admin.land', password })).url);
    expect((await clientOf(identity).exchange(code)).status).toBe(400);
    const { url: again } = await client.open({ prompt: 'none' });
    expect((await client.exchange(codeOf(again))).status).toBe(200);
    expect((await client.exchange(codeOf(again))).status).toBe(400);
  });

  test.each([
    ['no challenge', { code_challenge: '', code_challenge_method: '' }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
    ['an implicit answer', { response_type: 'token' }],
  ])('refuses %s', async (_what, change) => {
    const { url } = await client.open(change);
    expect(fragment(url).get('error')).toMatch(/invalid_request|unsupported_response_type/);
    expect(fragment(url).get('code')).toBeNull();
  });

  test.each(['http://localhost:9/', 'PATH'])('refuses to lead back to %s', async (redirect) => {
    const { page, url } = await client.open({ redirect_uri: redirect === 'PATH' ? `${webUrl}/gruppen` : redirect });
    expect(page?.status).toBe(400);
    expect(url.startsWith(identity.issuer)).toBe(true);
  });

  test('refuses a password at the token address', async () => {
    const fields = { grant_type: 'password', client_id: 'web', username: 'admin.land', password };
    const response = await fetch(endpoint('token'), { method: 'POST', body: new URLSearchParams(fields) });
    expect(await response.json()).toMatchObject({ error: 'unsupported_grant_type' });
  });
});

describe('the sign-in page', () => {
  test('is German, has the ids of Keycloak and lets nothing in from elsewhere', async () => {
    const { page } = await client.open();
    const html = await page!.text();
    for (const part of ['lang="de"', 'id="username"', 'id="password"', 'id="kc-login"']) expect(html).toContain(part);
    expect(page!.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(html).not.toMatch(/<script|style=/);
    expect(html).not.toContain('Vorführung');
  });

  test('says the general sentence for a wrong password and for nobody alike', async () => {
    const { url } = await client.open();
    for (const username of ['admin.land', 'niemand', '"><script>'])
      expect(await (await client.submit(url, { username, password: 'falsch' })).page!.text()).toContain(
        'Ungültiger Benutzername oder Passwort.',
      );
  });

  test('shows what was typed as text only', async () => {
    const { url } = await client.open();
    const html = await (await client.submit(url, { username: '"><script>', password: '' })).page!.text();
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(html).not.toContain('<script>');
  });

  test('takes no form from another origin', async () => {
    const { url } = await client.open();
    const body = new URLSearchParams({ username: 'admin.land', password });
    const response = await client.browser.fetch(url, { method: 'POST', body, headers: { origin: 'http://localhost:9' } });
    expect(response.status).toBe(403);
  });

  test('explains a page that ran out', async () => {
    const response = await fetch(`${identity.issuer}/login-actions/authenticate/unbekannt`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Diese Anmeldeseite ist abgelaufen');
  });
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

describe('userinfo', () => {
  test('answers an access token and nothing else', async () => {
    const { access_token, id_token } = await client.signIn('admin.land', password);
    const ask = (token: string) => fetch(endpoint('userinfo'), { headers: { authorization: `Bearer ${token}` } });
    expect(await (await ask(access_token)).json()).toMatchObject({ preferred_username: 'admin.land', email_verified: true });
    expect((await ask(id_token)).status).toBe(401);
    expect((await fetch(endpoint('userinfo'))).status).toBe(401);
  });
});

describe('the pages that keycloak-js loads in frames', () => {
  test.each(['login-status-iframe.html', '3p-cookies/step1.html', '3p-cookies/step2.html'])(
    '%s may be framed by the web only',
    async (path) => {
      const response = await fetch(endpoint(path));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors ${webUrl}`);
      const script = new URL(/src="([^"]+)"/.exec(await response.text())![1]!, endpoint(path));
      expect((await fetch(script)).headers.get('content-type')).toContain('text/javascript');
    },
  );
});

describe('in a demonstration', () => {
  let provider: Identity;
  beforeAll(async () => (provider = await startIdentity({ webUrl, demo: true })));
  afterAll(() => provider.stop());

  test('the page lists every account, and one click signs in', async () => {
    const own = clientOf(provider);
    const { page, url } = await own.open();
    const html = await page!.text();
    expect(html.match(/name="account" value="/g)).toHaveLength(14);
    const tokens = (await (await own.exchange(codeOf((await own.submit(url, { account: 'neu.ohne' })).url))).json()) as {
      access_token: string;
    };
    expect(decodeJwt(tokens.access_token)).toMatchObject({ preferred_username: 'neu.ohne' });
  });

  test('a named account signs in by itself, unless the form is asked for', async () => {
    expect(codeOf((await clientOf(provider).open({ login_hint: 'koordination.harz' })).url)).toMatch(/.+/);
    const { page } = await clientOf(provider).open({ login_hint: 'koordination.harz', prompt: 'login' });
    expect(await page!.text()).toContain('value="koordination.harz"');
  });

  test('outside of it a click and a name open nothing', async () => {
    const { page, url } = await client.open({ login_hint: 'koordination.harz' });
    expect(await page!.text()).toContain('value="koordination.harz"');
    expect((await client.submit(url, { account: 'admin.land' })).page!.status).toBe(200);
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

test('it does not run in production', async () => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await expect(startIdentity({ webUrl })).rejects.toThrow('NODE_ENV=production');
  } finally {
    process.env['NODE_ENV'] = before;
  }
});
