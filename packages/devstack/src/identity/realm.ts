import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the embedded provider takes from Keycloak's realm file, so that both allow and refuse the same. */
export interface Realm {
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  backchannelLogoutUri: string;
  accessTokenSeconds: number;
  sessionIdleSeconds: number;
  sessionMaxSeconds: number;
}

interface RealmFile {
  accessTokenLifespan: number;
  ssoSessionIdleTimeout: number;
  ssoSessionMaxLifespan: number;
  clients: { clientId: string; redirectUris: string[]; attributes: Record<string, string> }[];
}

export const realmFile = join(import.meta.dirname, '../../../../docker/keycloak/realm.json');

/** Keycloak fills in `${NAME:default}` from the environment when it imports; this does the same. */
export const fillIn = (text: string, env: Record<string, string>): string =>
  text.replace(/\$\{([A-Z_]+):([^}]*)\}/g, (_, name: string, fallback: string) => env[name] ?? fallback);

export function readRealm(webUrl: string): Realm {
  const text = fillIn(readFileSync(realmFile, 'utf8'), { KOLLAB_PUBLIC_URL: webUrl, KOLLAB_BACKCHANNEL_URL: webUrl });
  const realm = JSON.parse(text) as RealmFile;
  const web = realm.clients.find((client) => client.clientId === 'web')!;
  return {
    redirectUris: web.redirectUris,
    postLogoutRedirectUris: web.attributes['post.logout.redirect.uris']!.split('##'),
    backchannelLogoutUri: web.attributes['backchannel.logout.url']!,
    accessTokenSeconds: realm.accessTokenLifespan,
    sessionIdleSeconds: realm.ssoSessionIdleTimeout,
    sessionMaxSeconds: realm.ssoSessionMaxLifespan,
  };
}
