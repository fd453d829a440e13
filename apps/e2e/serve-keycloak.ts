import { join } from 'node:path';
import { adminToken, startKeycloak } from '@kollab/devstack';
import { servePlatform, webUrl } from './platform.ts';
import { ports } from './ports.ts';

/** With the real Keycloak and our realm file. Playwright starts this before the journeys of `keycloak/`. */
await servePlatform(async () => {
  const data = join(import.meta.dirname, '../../.data');
  const keycloak = await startKeycloak({
    port: ports.identity,
    webUrl,
    dataDir: join(data, 'keycloak-e2e'),
    cacheDir: data,
    accounts: 'demo',
  });
  // Access tokens of half a minute instead of five, so that a journey lives to see some of them end.
  const { origin } = new URL(keycloak.issuer);
  const changed = await fetch(`${origin}/admin/realms/kollab`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await adminToken(origin, keycloak.admin)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ accessTokenLifespan: 30 }),
  });
  if (!changed.ok) throw new Error(`Keycloak keeps its token life: ${changed.status} ${await changed.text()}`);
  return keycloak;
});
