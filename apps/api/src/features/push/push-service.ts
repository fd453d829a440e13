import { ECDH } from 'node:crypto';

/**
 * Whether an endpoint belongs to a push service that the operator allows. Anybody signed in can send any address: it must never
 * make this server request other hosts, or itself (SSRF).
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

/** Whether it is a point on the curve P-256; nothing can be encrypted to anything else. */
export function isPoint(p256dh: string): boolean {
  try {
    return ECDH.convertKey(p256dh, 'prime256v1', 'base64url').length === 65;
  } catch {
    return false;
  }
}
