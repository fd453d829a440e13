import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface Person {
  sub: string;
  name: string;
  email: string;
}

export interface Issuer {
  url: string;
  /** An access token as Keycloak makes it, good for an hour; `claims` change single things. */
  token: (person: Person, claims?: Record<string, unknown>) => Promise<string>;
  stop: () => Promise<void>;
}

/** Signs for anybody and publishes the key, on loopback: sign-in pages are not what these programs measure. */
export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'load', alg: 'RS256', use: 'sig' }] });
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(keys));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/realms/kollab`;
  return {
    url,
    token: ({ sub, name, email }, claims = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const ours = { iss: url, aud: 'kollab-api', azp: 'web', typ: 'Bearer', iat: now, exp: now + 3600, sub, sid: `sid-${sub}` };
      return new SignJWT({ ...ours, name, email, email_verified: true, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'load', typ: 'JWT' })
        .sign(privateKey);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
