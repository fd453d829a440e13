import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, randomUUID, verify, type ECDH } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What arrived, read as the browser reads it. */
export interface Pushed {
  endpoint: string;
  headers: IncomingHttpHeaders;
  /** null: it could not be read with this browser's keys. */
  message: { title: string; body: string; path: string; tag: string } | null;
  /** RFC 8292: what the sender says of itself, and whether its signature is good. */
  vapid: { header: object; claims: { aud: string; exp: number; sub: string }; key: string; signed: boolean };
}
export interface Browser {
  endpoint: string;
  p256dh: string;
  auth: string;
  label: string;
}
/** Of one message; null: says nothing at all. */
type Manners = (endpoint: string) => { status: number; headers?: Record<string, string> } | null;

export interface PushService {
  origin: string;
  /** A new one that subscribes here. */
  browser: (label?: string) => Browser;
  /** For one browser, in the order of their arrival. */
  pushed: (browser: Browser) => Pushed[];
  /** null: takes all. */
  behave: (manners: Manners | null) => void;
  stop: () => Promise<void>;
}

/**
 * A push service on this machine (RFC 8030), and the browsers that subscribe there. It decrypts by RFC 8291 and checks by
 * RFC 8292, written from these texts on Node's own functions: the library with which the product sends is not asked.
 */
export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, { pair: ECDH; auth: Buffer }>();
  const arrived: Pushed[] = [];
  let manners: Manners | null = null;
  const silent = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const endpoint = `${origin}${request.url}`;
      const browser = browsers.get(endpoint);
      const said = manners === null ? { status: browser ? 201 : 404 } : manners(endpoint);
      const message = browser ? read(body, browser.pair, browser.auth) : null;
      arrived.push({ endpoint, headers: request.headers, message, vapid: senderOf(request.headers.authorization ?? '') });
      if (said) response.writeHead(said.status, 'headers' in said ? said.headers : {}).end();
      else silent.add(response);
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    browser: (label = 'Chrome unter Windows') => {
      const pair = createECDH('prime256v1');
      pair.generateKeys();
      const [endpoint, auth] = [`${origin}/push/${randomUUID()}`, randomBytes(16)];
      browsers.set(endpoint, { pair, auth });
      return { endpoint, p256dh: pair.getPublicKey('base64url'), auth: auth.toString('base64url'), label };
    },
    pushed: ({ endpoint }) => arrived.filter((each) => each.endpoint === endpoint),
    behave: (next) => {
      manners = next;
    },
    stop: async () => {
      for (const response of silent) response.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One record of `aes128gcm` (RFC 8188) under the keys of RFC 8291. */
function read(body: Buffer, pair: ECDH, auth: Buffer): Pushed['message'] {
  const [salt, idLength] = [body.subarray(0, 16), body[20] ?? 0];
  const [sender, sealed] = [body.subarray(21, 21 + idLength), body.subarray(21 + idLength)];
  try {
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
    const input = Buffer.from(hkdfSync('sha256', pair.computeSecret(sender), auth, info, 32));
    const part = (name: string, length: number) =>
      Buffer.from(hkdfSync('sha256', input, salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
    const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
    decipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    // The last record ends with a 2, and then nothing but zeros.
    const end = padded.lastIndexOf(2);
    if (padded.subarray(end + 1).some((byte) => byte !== 0)) return null;
    return JSON.parse(padded.subarray(0, end).toString()) as Pushed['message'];
  } catch {
    return null;
  }
}

function senderOf(authorization: string): Pushed['vapid'] {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [header = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url')) as [string, string];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const parsed = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString() || 'null') as never;
  return {
    header: parsed(header),
    claims: parsed(claims),
    key,
    signed: verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    ),
  };
}
