import { createServer } from 'node:http';
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface Key {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}
export const makeKey = (kid: string): Key => ({ kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });

/** An issuer whose keys can be exchanged, and which counts how often it was asked for them. */
export async function startKeys(keys: Key[]) {
  let requests = 0;
  const state = { keys };
  const server = createServer((_, response) => {
    requests++;
    const published = state.keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }));
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    issuer: `http://127.0.0.1:${port}/realms/kollab`,
    publish: (now: Key[]) => void (state.keys = now),
    requests: () => requests,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

export const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Signed by hand: what no library would make. `header` and `payload` may be JSON as text, so that claims can stand there twice. */
export function sign(key: Key, header: object | string, payload: object | string, algorithm = 'RSA-SHA256'): string {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${createSign(algorithm).update(input).sign(key.privateKey).toString('base64url')}`;
}
export function signBySecret(secret: string | Buffer, header: object, payload: object): string {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}
