import { ECDH } from 'node:crypto';

/**
 * Whether an address that a browser gave is one of a push service that the operator lets us send to. Whoever is signed in
 * may say any address here: it must never become a way for them to have this server ask others, or itself.
 */
export function isOfService(endpoint: string, services: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { href, origin, protocol, hostname, port, username, password, hash } = new URL(endpoint);
  if (href !== endpoint || username || password || hash) return false;
  return services.some((service) => {
    if (service.includes('://')) return origin === service;
    if (protocol !== 'https:' || port !== '') return false;
    return service.startsWith('*.') ? hostname.endsWith(service.slice(1)) : hostname === service;
  });
}

/** Whether it is a point of the curve: with another one nothing can be encrypted. */
export function isPoint(p256dh: string): boolean {
  try {
    return ECDH.convertKey(p256dh, 'prime256v1', 'base64url').length === 65;
  } catch {
    return false;
  }
}
