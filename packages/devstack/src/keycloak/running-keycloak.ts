import { readFile } from 'node:fs/promises';
import { accountFiles } from '../identity/accounts.ts';
import { fillIn, realmFile } from '../identity/realm.ts';
import { Plain } from '../start/console.ts';
import type { Keycloak, KeycloakOptions } from './keycloak.ts';

/** A server that somebody else runs: takes its realm `kollab`, or makes it with the administrator from the environment. */
export async function useRunningKeycloak(url: string, options: Pick<KeycloakOptions, 'webUrl' | 'accounts'>): Promise<Keycloak> {
  const origin = url.replace(/\/+$/, '');
  const admin = {
    username: process.env['KEYCLOAK_ADMIN'] ?? 'admin',
    password: process.env['KEYCLOAK_ADMIN_PASSWORD'] ?? '',
  };
  const keycloak: Keycloak = { issuer: `${origin}/realms/kollab`, admin, stop: async () => undefined };
  const found = await fetch(`${keycloak.issuer}/.well-known/openid-configuration`).catch(() => null);
  if (!found) throw new Plain(`Unter KEYCLOAK_URL (${origin}) antwortet niemand. (Nobody answers there.)`);
  if (found.ok) return keycloak;
  if (!admin.password)
    throw new Plain(
      `Das Keycloak unter ${origin} hat keinen Realm „kollab“. Importieren Sie docker/keycloak/realm.json, oder setzen Sie KEYCLOAK_ADMIN und KEYCLOAK_ADMIN_PASSWORD.`,
    );
  const text = fillIn(await readFile(realmFile, 'utf8'), { KOLLAB_PUBLIC_URL: options.webUrl, KOLLAB_BACKCHANNEL_URL: options.webUrl });
  const { users } = JSON.parse(await readFile(accountFiles[options.accounts], 'utf8')) as { users: unknown[] };
  const created = await fetch(`${origin}/admin/realms`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await adminToken(origin, admin)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...(JSON.parse(text) as object), users }),
  });
  if (!created.ok) throw new Plain(`Keycloak nimmt den Realm nicht an (${created.status}): ${await created.text()}`);
  return keycloak;
}

/** A short-lived token of the server's administrator. */
export async function adminToken(origin: string, { username, password }: Keycloak['admin']): Promise<string> {
  const response = await fetch(`${origin}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username, password }),
  });
  if (!response.ok) throw new Plain(`Keycloak nimmt die Anmeldung der Verwaltung nicht an (${response.status}).`);
  return ((await response.json()) as { access_token: string }).access_token;
}
