import { createECDH } from 'node:crypto';

export interface PushKeys {
  VAPID_PUBLIC_KEY: string;
  VAPID_PRIVATE_KEY: string;
  VAPID_SUBJECT: string;
}

/** New keys with which a server is known to push services (RFC 8292), as the API reads them from its environment. */
export function pushKeys(): PushKeys {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  // Small numbers come without their leading zeros.
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  return {
    VAPID_PUBLIC_KEY: pair.getPublicKey('base64url'),
    VAPID_PRIVATE_KEY: privateKey.toString('base64url'),
    VAPID_SUBJECT: 'mailto:betrieb@land.example',
  };
}
