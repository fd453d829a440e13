import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { codeOf, formAction, fragment, WebClient, type Tokens } from '../identity/code-flow.ts';
import { startIdentity } from '../identity/start-identity.ts';
import { root } from '../migrations/files.ts';
import { freePort } from '../postgres.ts';
import { adminToken } from './running-keycloak.ts';
import { startKeycloak } from './start-keycloak.ts';

/**
 * One journey through both providers: what the API and the web rely on holds for Keycloak with our realm file and for
 * the embedded stand-in alike. Run by `npm run test:keycloak`, since it fetches and starts the real server.
 */
interface Provider {
  issuer: string;
  setEnabled(username: string, enabled: boolean): Promise<void>;
  stop(): Promise<void>;
}

async function embedded(webUrl: string): Promise<Provider> {
  const identity = await startIdentity({ webUrl });
  return { ...identity, setEnabled: async (username, enabled) => identity.setEnabled(username, enabled) };
}

async function real(webUrl: string): Promise<Provider> {
  const data = join(root, '.data');
  const keycloak = await startKeycloak({
    port: await freePort(),
    webUrl,
    dataDir: join(data, 'keycloak-test'),
    cacheDir: data,
    accounts: 'demo',
  });
  const { origin } = new URL(keycloak.issuer);
  const users = `${origin}/admin/realms/kollab/users`;
  const setEnabled = async (username: string, enabled: boolean) => {
    const headers = { authorization: `Bearer ${await adminToken(origin, keycloak.admin)}`, 'content-type': 'application/json' };
    const [user] = (await (await fetch(`${users}?exact=true&username=${username}`, { headers })).json()) as { id: string }[];
    await fetch(`${users}/${user!.id}`, { method: 'PUT', headers, body: JSON.stringify({ enabled }) });
  };
  return { issuer: keycloak.issuer, setEnabled, stop: () => keycloak.stop() };
}

const password = 'kollab-demo';

describe.each([
  ['the embedded provider', embedded],
  ['Keycloak', real],
])('%s', (_name, start) => {
  let api: Server;
  let webUrl: string;
  let provider: Provider;
  const logoutTokens: string[] = [];

  beforeAll(async () => {
    api = createServer((req, res) => {
      let body = '';
      req.on('data', (chunk: Buffer) => (body += chunk.toString()));
      req.on('end', () => {
        if (req.url === '/oidc/backchannel-logout') logoutTokens.push(new URLSearchParams(body).get('logout_token') ?? '');
        res.end();
      });
    });
    // A fixed port: Keycloak's realm names this address, and another one would import it anew.
    await new Promise<void>((resolve, reject) => api.once('error', reject).listen(3990, '127.0.0.1', resolve));
    webUrl = 'http://localhost:3990';
    provider = await start(webUrl);
  }, 600_000);
  afterAll(async () => {
    await provider.stop();
    await new Promise((resolve) => api.close(resolve));
  }, 30_000);

  const clientOf = () => new WebClient({ issuer: provider.issuer, redirectUri: `${webUrl}/` });
  const endpoint = (path: string) => `${provider.issuer}/protocol/openid-connect/${path}`;
  const pageOf = async (client: WebClient) => (await (await client.open()).page?.text()) ?? '';

  test('signs in with the shape of token that the API accepts', async () => {
    const { access_token, expires_in } = await clientOf().signIn('admin.land', password);
    const keys = createRemoteJWKSet(new URL(endpoint('certs')));
    const expectations = { issuer: provider.issuer, audience: 'kollab-api', algorithms: ['RS256'], typ: 'JWT' };
    const { payload } = await jwtVerify(access_token, keys, expectations);
    expect(payload).toMatchObject({
      aud: 'kollab-api',
      sub: 'd0000000-0000-4000-8000-000000000006',
      typ: 'Bearer',
      azp: 'web',
      sid: expect.any(String),
      acr: '1',
      realm_access: { roles: ['operator'] },
      'allowed-origins': [webUrl],
      preferred_username: 'admin.land',
      name: 'Robin Entwurf',
      given_name: 'Robin',
      family_name: 'Entwurf',
      email: 'admin.land@land.example',
      email_verified: true,
    });
    expect(String(payload['scope']).split(' ').sort()).toEqual(['email', 'openid', 'profile']);
    // What is left of five minutes: a slow server answers in the next second.
    expect(expires_in).toBeGreaterThan(290);
    expect(expires_in).toBeLessThanOrEqual(300);
  });

  test('leaves realm roles out for somebody without one', async () => {
    const { access_token } = await clientOf().signIn('neu.ohne', password);
    expect(decodeJwt(access_token)).not.toHaveProperty('realm_access');
    expect(decodeJwt(access_token)).not.toHaveProperty('resource_access');
  });

  test('shows a German page with the known elements and one sentence for all wrong sign-ins', async () => {
    const client = clientOf();
    let html = await pageOf(client);
    expect(html).toMatch(/<html[^>]* lang="de"/);
    for (const id of ['username', 'password', 'kc-login']) expect(html).toContain(`id="${id}"`);
    for (const username of ['koordination.halle', 'niemand']) {
      html = (await (await client.submit(formAction(html), { username, password: 'falsch' })).page?.text()) ?? '';
      expect(html).toContain('Ungültiger Benutzername oder Passwort.');
    }
  });

  test('rotates refresh tokens and refuses a used one', async () => {
    const client = clientOf();
    const first = await client.signIn('koordination.stendal', password);
    const renewed = await client.refresh(first.refresh_token);
    expect(renewed.status).toBe(200);
    expect(renewed.headers.get('access-control-allow-origin')).toBe(webUrl);
    expect(renewed.headers.get('access-control-allow-credentials')).toBe('true');
    const second = (await renewed.json()) as Tokens;
    expect(decodeJwt(second.access_token)['sid']).toBe(decodeJwt(first.access_token)['sid']);
    expect(decodeJwt(second.refresh_token)).toMatchObject({ typ: 'Refresh', exp: expect.any(Number) });
    expect((await client.refresh(first.refresh_token)).status).toBe(400);
  });

  test('answers silently: a code with a session, login_required without', async () => {
    const silent = { prompt: 'none', redirect_uri: `${webUrl}/silent-check-sso.html` };
    const client = clientOf();
    expect(fragment((await client.open(silent)).url).get('error')).toBe('login_required');
    await client.signIn('koordination.harz', password);
    expect(codeOf((await client.open(silent)).url)).toMatch(/.+/);
  });

  test('refuses another way back, a request without PKCE and a password at the token address', async () => {
    const elsewhere = await clientOf().open({ redirect_uri: `${webUrl}/gruppen` });
    expect(elsewhere.page?.status).toBe(400);
    const { url } = await clientOf().open({ code_challenge: '', code_challenge_method: '' });
    expect(fragment(url).get('error')).toBe('invalid_request');
    const fields = { grant_type: 'password', client_id: 'web', username: 'admin.land', password };
    const direct = await fetch(endpoint('token'), { method: 'POST', body: new URLSearchParams(fields) });
    expect([400, 401]).toContain(direct.status);
  });

  test('tells a disabled person so, with the right password only, and refreshes no more', async () => {
    const client = clientOf();
    const { refresh_token } = await client.signIn('gast.kitu', password);
    await provider.setEnabled('gast.kitu', false);
    expect((await client.refresh(refresh_token)).status).toBe(400);
    const other = clientOf();
    const wrong = await other.submit(formAction(await pageOf(other)), { username: 'gast.kitu', password: 'falsch' });
    const html = (await wrong.page?.text()) ?? '';
    expect(html).toContain('Ungültiger Benutzername oder Passwort.');
    const right = await other.submit(formAction(html), { username: 'gast.kitu', password });
    expect(await right.page?.text()).toContain('Ihr Benutzerkonto ist gesperrt');
    await provider.setEnabled('gast.kitu', true);
  });

  test('signs out, tells the application and renews nothing after it', async () => {
    const client = clientOf();
    const { id_token, refresh_token } = await client.signIn('leitung.ag4', password);
    const query = new URLSearchParams({ client_id: 'web', post_logout_redirect_uri: `${webUrl}/`, id_token_hint: id_token });
    const { page, url } = await client.browser.follow(`${endpoint('logout')}?${query}`, `${webUrl}/`);
    if (page) {
      // The stand-in's page sends its form by itself; here somebody does it by hand.
      const html = await page.text();
      const body = new URLSearchParams({ xsrf: /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '', logout: 'yes' });
      expect((await client.browser.follow(formAction(html), `${webUrl}/`, { method: 'POST', body })).url).toBe(`${webUrl}/`);
    } else expect(url).toBe(`${webUrl}/`);
    expect((await client.refresh(refresh_token)).status).toBe(400);
    const { payload } = await jwtVerify(logoutTokens.at(-1) ?? '', createRemoteJWKSet(new URL(endpoint('certs'))), { audience: 'web' });
    expect(payload).toMatchObject({
      iss: provider.issuer,
      sid: decodeJwt(id_token)['sid'],
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    });
  });
});
