import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { CONFIG, type Config } from '../config.ts';

export interface Session {
  readonly issuer: string;
  readonly subject: string;
  readonly sid: string | null;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

const remembered = 5_000;

/**
 * Accepts access tokens of our issuer for our audience and client, signed with RS256, and nothing else: ID and refresh
 * tokens carry another `typ`. Verified tokens are remembered until they expire; a signed-out session is forgotten.
 */
@Injectable()
export class Tokens {
  private readonly keys;
  private readonly verified = new Map<string, Session>();
  private readonly endedSids = new Map<string, number>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.keys = createRemoteJWKSet(new URL(config.OIDC_JWKS_URL ?? `${config.OIDC_ISSUER}/protocol/openid-connect/certs`));
  }

  /** null: not to be accepted. */
  async verify(token: string): Promise<Session | null> {
    const now = Date.now() / 1000;
    const before = this.verified.get(token);
    if (before) {
      if (before.expiresAt > now && !this.isEnded(before.sid)) return before;
      this.verified.delete(token);
      return null;
    }
    const payload = await this.check(token);
    const session = payload && toSession(payload);
    if (!session || this.isEnded(session.sid)) return null;
    if (this.verified.size >= remembered) this.verified.delete(this.verified.keys().next().value!);
    this.verified.set(token, session);
    return session;
  }

  /** A back-channel logout: tokens of this session are refused although they have not expired. */
  end(sid: string, until: number): void {
    const now = Date.now() / 1000;
    for (const [old, at] of this.endedSids) if (at < now) this.endedSids.delete(old);
    this.endedSids.set(sid, until);
  }

  /** The session id that a back-channel logout token names; null when the token is not to be accepted. */
  async verifyLogout(token: string): Promise<string | null> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.config.OIDC_ISSUER,
        audience: this.config.OIDC_CLIENT_ID,
        algorithms: ['RS256'],
        maxTokenAge: 300,
      });
      const events = payload['events'] as Record<string, unknown> | undefined;
      const isLogout = !!events && 'http://schemas.openid.net/event/backchannel-logout' in events && !('nonce' in payload);
      return isLogout && typeof payload['sid'] === 'string' ? payload['sid'] : null;
    } catch {
      return null;
    }
  }

  private isEnded(sid: string | null): boolean {
    return sid !== null && this.endedSids.has(sid);
  }

  private async check(token: string): Promise<JWTPayload | null> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.config.OIDC_ISSUER,
        audience: this.config.OIDC_AUDIENCE,
        algorithms: ['RS256'],
        typ: 'JWT',
        requiredClaims: ['exp', 'sub', 'iat'],
      });
      return payload['typ'] === 'Bearer' && payload['azp'] === this.config.OIDC_CLIENT_ID ? payload : null;
    } catch {
      return null;
    }
  }
}

function toSession(payload: JWTPayload): Session | null {
  const { iss, sub, exp } = payload;
  if (!iss || !sub || !exp) return null;
  const text = (key: string) => (typeof payload[key] === 'string' ? payload[key].trim() : '');
  return {
    issuer: iss,
    subject: sub,
    sid: text('sid') || null,
    name: (text('name') || text('preferred_username') || sub).slice(0, 120),
    email: text('email').toLowerCase().slice(0, 254),
    emailVerified: payload['email_verified'] === true,
    expiresAt: exp,
  };
}
