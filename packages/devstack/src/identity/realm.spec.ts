import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { accountFiles, demoAccounts, plainAccounts } from './accounts.ts';
import { fillIn, readRealm, realmFile } from './realm.ts';

const text = readFileSync(realmFile, 'utf8');
const realm = JSON.parse(fillIn(text, {}));
const [web] = realm.clients;

interface Mapper {
  protocolMapper: string;
  config: Record<string, string>;
}

describe('the realm that Keycloak imports', () => {
  test('holds one public client and no account', () => {
    expect((realm.clients as { clientId: string }[]).map((client) => client.clientId)).toEqual(['web']);
    expect(web.publicClient).toBe(true);
    expect(realm).not.toHaveProperty('users');
    expect(text).not.toMatch(/"secret"|"password"\s*:/);
  });

  test('leads back to exact addresses only', () => {
    const { redirectUris, webOrigins, attributes } = web;
    for (const uri of [...redirectUris, ...webOrigins, ...(attributes['post.logout.redirect.uris'] as string).split('##')])
      expect(uri).toMatch(/^http:\/\/localhost:3000(\/[a-z.-]*)?$/);
    expect(redirectUris).toEqual(['http://localhost:3000/', 'http://localhost:3000/silent-check-sso.html']);
    expect(webOrigins).toEqual(['http://localhost:3000']);
  });

  test('follows the public address of the installation', () => {
    const other = JSON.parse(fillIn(text, { KOLLAB_PUBLIC_URL: 'https://kollab.example', KOLLAB_BACKCHANNEL_URL: 'http://api:3000' }));
    expect(JSON.stringify(other)).not.toContain('localhost');
    expect(other.clients[0].redirectUris).toContain('https://kollab.example/silent-check-sso.html');
    expect(other.clients[0].attributes['backchannel.logout.url']).toBe('http://api:3000/oidc/backchannel-logout');
  });

  test('asks for PKCE and allows the code flow alone', () => {
    expect(web.attributes['pkce.code.challenge.method']).toBe('S256');
    expect([web.standardFlowEnabled, web.implicitFlowEnabled, web.directAccessGrantsEnabled, web.serviceAccountsEnabled]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(web.attributes['oauth2.device.authorization.grant.enabled']).toBe('false');
  });

  test('puts the API into the access token, and its roles only by name', () => {
    const mapper = (web.protocolMappers as Mapper[]).find((entry) => entry.protocolMapper === 'oidc-audience-mapper')!;
    expect(mapper.config).toMatchObject({
      'included.custom.audience': 'kollab-api',
      'access.token.claim': 'true',
      'id.token.claim': 'false',
    });
    expect(web.fullScopeAllowed).toBe(false);
    expect(realm.scopeMappings).toEqual([{ client: 'web', roles: ['operator'] }]);
    // Named scopes would replace Keycloak's own, and `sub` would be gone.
    expect(web).not.toHaveProperty('defaultClientScopes');
    expect(realm).not.toHaveProperty('clientScopes');
  });

  test('locks out who guesses', () => {
    expect(realm.bruteForceProtected).toBe(true);
    expect(realm.failureFactor).toBeLessThanOrEqual(10);
    expect(realm.maxFailureWaitSeconds).toBeGreaterThanOrEqual(900);
  });

  test('keeps tokens short and refresh tokens for one use', () => {
    expect(realm.accessTokenLifespan).toBeLessThanOrEqual(300);
    expect(realm.accessCodeLifespan).toBeLessThanOrEqual(60);
    expect(realm.ssoSessionMaxLifespan).toBeLessThanOrEqual(36_000);
    expect(realm.ssoSessionIdleTimeout).toBeLessThanOrEqual(7_200);
    expect([realm.revokeRefreshToken, realm.refreshTokenMaxReuse]).toEqual([true, 0]);
  });

  test('tells the API of every sign-out', () => {
    expect(web.attributes['backchannel.logout.url']).toBe('http://localhost:3000/oidc/backchannel-logout');
    expect(web.attributes['backchannel.logout.session.required']).toBe('true');
  });

  test('saves what happened, for a time', () => {
    expect([realm.eventsEnabled, realm.adminEventsEnabled, realm.adminEventsDetailsEnabled]).toEqual([true, true, true]);
    expect(realm.eventsExpiration).toBeGreaterThan(0);
    expect(Number(realm.attributes.adminEventsExpiration)).toBe(realm.eventsExpiration);
    expect(realm.enabledEventTypes).toEqual(expect.arrayContaining(['LOGIN', 'LOGIN_ERROR', 'LOGOUT', 'REFRESH_TOKEN_ERROR']));
  });

  test('speaks German, and lets nobody register unless the operator switches it on, then with a checked address', () => {
    expect([realm.internationalizationEnabled, realm.defaultLocale]).toEqual([true, 'de']);
    expect([realm.registrationAllowed, realm.verifyEmail]).toEqual([false, true]);
  });

  test('knows the one role of the operator', () => {
    expect((realm.roles.realm as { name: string }[]).map((role) => role.name)).toEqual(['operator']);
  });
});

describe('the accounts', () => {
  const all = [...demoAccounts(), ...plainAccounts()];

  test('of the embedded provider are those that Keycloak imports', () => {
    const imported = [accountFiles.demo, accountFiles.plain].flatMap(
      (file) => (JSON.parse(readFileSync(file, 'utf8')) as { users: Record<string, string>[] }).users,
    );
    expect(all.map(({ id, username, email }) => [id, username, email])).toEqual(
      imported.map(({ id, username, email }) => [id, username, email]),
    );
  });

  test('have ids, names and addresses of their own', () => {
    for (const key of ['id', 'username', 'email'] as const) expect(new Set(all.map((account) => account[key])).size).toBe(all.length);
  });

  test('are complete: Keycloak asks for a missing last name, and drops roles that are not there', () => {
    for (const account of all) {
      expect(account.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(account.firstName && account.lastName && account.password).toBeTruthy();
      expect(account.email).toMatch(/^[a-z0-9.]+@[a-z]+\.example$/);
    }
    expect(all.filter(({ realmRoles }) => realmRoles.length > 0).map(({ username }) => username)).toEqual(['admin.land']);
  });

  test('lead back where the web is', () => {
    expect(readRealm('http://localhost:4000')).toMatchObject({
      redirectUris: ['http://localhost:4000/', 'http://localhost:4000/silent-check-sso.html'],
      postLogoutRedirectUris: ['http://localhost:4000/'],
      backchannelLogoutUri: 'http://localhost:4000/oidc/backchannel-logout',
    });
  });
});
