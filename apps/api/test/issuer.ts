import { importJWK, SignJWT, type JWK } from 'jose';

const key = importJWK(JSON.parse(process.env['TEST_PRIVATE_KEY']!) as JWK, 'RS256');
export const issuer = process.env['TEST_ISSUER']!;

export interface Account {
  sub: string;
  name: string;
  email: string;
  email_verified?: boolean;
  sid?: string;
}

/** An access token as Keycloak makes it; `claims` and `header` change one thing for the forgeries. */
export async function tokenOf(
  account: Account,
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const { sub, name, email, email_verified = true, sid = `sid-${sub}` } = account;
  return new SignJWT({
    iss: issuer,
    aud: 'kollab-api',
    azp: 'web',
    typ: 'Bearer',
    iat: now,
    exp: now + 300,
    sub,
    sid,
    name,
    email,
    email_verified,
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'JWT', ...header })
    .sign(await key);
}
