import { createServer } from 'node:http';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { WebClient } from './code-flow.ts';
import { startIdentity, type Identity } from './start-identity.ts';

export const password = 'kollab-demo';

/** For tests: a provider, and in place of web and API a server that is told of sign-outs. */
export async function openProvider() {
  const logoutTokens: string[] = [];
  const api = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      if (req.url === '/oidc/backchannel-logout') logoutTokens.push(new URLSearchParams(body).get('logout_token') ?? '');
      res.end();
    });
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const webUrl = `http://localhost:${(api.address() as { port: number }).port}`;
  const identity = await startIdentity({ webUrl });
  return {
    webUrl,
    identity,
    logoutTokens,
    clientOf: (provider: Identity) => new WebClient({ issuer: provider.issuer, redirectUri: `${webUrl}/` }),
    endpoint: (path: string) => `${identity.issuer}/protocol/openid-connect/${path}`,
    verify: async (provider: Identity, token: string): Promise<JWTPayload> => {
      const keys = createRemoteJWKSet(new URL(`${provider.issuer}/protocol/openid-connect/certs`));
      return (await jwtVerify(token, keys, { issuer: provider.issuer, audience: 'kollab-api', algorithms: ['RS256'], typ: 'JWT' })).payload;
    },
    close: async () => {
      await identity.stop();
      api.close();
    },
  };
}
