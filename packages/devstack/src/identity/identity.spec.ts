import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { codeOf, fragment, type WebClient } from './code-flow.ts';
import { startIdentity, type Identity } from './start-identity.ts';
import { openProvider, password } from './test-provider.ts';

const { webUrl, identity, clientOf, endpoint, verify, close } = await openProvider();
afterAll(close);

let client: WebClient;
beforeEach(() => {
  client = clientOf(identity);
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

test('it does not run in production', async () => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await expect(startIdentity({ webUrl })).rejects.toThrow('NODE_ENV=production');
  } finally {
    process.env['NODE_ENV'] = before;
  }
});
