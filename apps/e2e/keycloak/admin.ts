import { adminToken } from '@kollab/devstack';
import { ports } from '../ports.ts';

/** The real server's own administration, as an operator uses it. */
const origin = process.env['KEYCLOAK_URL']?.replace(/\/+$/, '') ?? `http://localhost:${ports.identity}`;
const operator = {
  username: process.env['KEYCLOAK_ADMIN'] ?? 'admin',
  password: process.env['KEYCLOAK_ADMIN_PASSWORD'] ?? 'kollab-demo',
};

async function ask(method: string, path: string, body?: object): Promise<Response> {
  const answer = await fetch(`${origin}/admin/realms/kollab${path}`, {
    method,
    headers: { authorization: `Bearer ${await adminToken(origin, operator)}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

async function idOf(username: string): Promise<string> {
  const [user] = (await (await ask('GET', `/users?exact=true&username=${username}`)).json()) as { id: string }[];
  if (!user) throw new Error(`Keycloak knows no ${username}`);
  return user.id;
}

export async function setEnabled(username: string, enabled: boolean): Promise<void> {
  await ask('PUT', `/users/${await idOf(username)}`, { enabled });
}

/** Ends all sessions of somebody. */
export async function logOut(username: string): Promise<void> {
  await ask('POST', `/users/${await idOf(username)}/logout`);
}

/** Whether too many wrong passwords have locked somebody out. */
export async function isLocked(username: string): Promise<boolean> {
  const { disabled } = (await (await ask('GET', `/attack-detection/brute-force/users/${await idOf(username)}`)).json()) as {
    disabled: boolean;
  };
  return disabled;
}

export async function unlock(username: string): Promise<void> {
  await ask('DELETE', `/attack-detection/brute-force/users/${await idOf(username)}`);
}

/** From now on tokens are signed with another key; what the old one signed stays valid. Answers how to take it back. */
export async function rotateKeys(): Promise<() => Promise<unknown>> {
  const made = await ask('POST', '/components', {
    name: `rotated-${Date.now()}`,
    providerId: 'rsa-generated',
    providerType: 'org.keycloak.keys.KeyProvider',
    config: { priority: ['500'], enabled: ['true'], active: ['true'], algorithm: ['RS256'], keySize: ['2048'] },
  });
  const id = made.headers.get('location')!.split('/').at(-1)!;
  return () => ask('DELETE', `/components/${id}`);
}
