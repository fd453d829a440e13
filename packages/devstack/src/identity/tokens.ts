import { randomBytes, randomUUID } from 'node:crypto';
import type { Account } from './accounts.ts';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The claims about the person, named as Keycloak names them. */
export const profileClaims = (account: Account) => ({
  email_verified: account.emailVerified,
  name: `${account.firstName} ${account.lastName}`,
  preferred_username: account.username,
  given_name: account.firstName,
  family_name: account.lastName,
  email: account.email,
});

/** The payload of an access token in Keycloak's shape; without a realm role Keycloak leaves `realm_access` out. */
export function accessTokenPayload(
  issued: { iss: string; iat: number; exp: number; sid: string | undefined; webUrl: string },
  account: Account,
): Record<string, unknown> {
  return {
    exp: issued.exp,
    iat: issued.iat,
    jti: randomUUID(),
    iss: issued.iss,
    aud: 'kollab-api',
    sub: account.id,
    typ: 'Bearer',
    azp: 'web',
    sid: issued.sid,
    acr: '1',
    'allowed-origins': [issued.webUrl],
    ...(account.realmRoles.length > 0 ? { realm_access: { roles: account.realmRoles } } : {}),
    scope: 'openid profile email',
    ...profileClaims(account),
  };
}

/**
 * keycloak-js reads the expiry out of the refresh token, so it has the form of a JWT. Its last part is no signature but
 * a random secret: the provider finds the token by its whole text.
 */
export function refreshTokenValue(token: { issuer: string; accountId: string; sid: string | undefined; seconds: number }): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    exp: now + token.seconds,
    iat: now,
    jti: randomUUID(),
    iss: token.issuer,
    aud: token.issuer,
    sub: token.accountId,
    typ: 'Refresh',
    azp: 'web',
    sid: token.sid,
  };
  return [base64url({ alg: 'HS512', typ: 'JWT' }), base64url(payload), randomBytes(64).toString('base64url')].join('.');
}
