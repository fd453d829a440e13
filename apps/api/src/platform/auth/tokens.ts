import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { isSeen, withoutTricks } from '@kollab/contract';
import { CONFIG, type Config } from '../config.ts';
import { isAddress } from '../mail/headers.ts';

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
 * tokens carry another `typ`. Verified tokens are remembered until they expire. Whether its session was ended
 * before that, the database tells when the person is looked up.
 */
@Injectable()
export class Tokens {
  private readonly keys;
  private readonly verified = new Map<string, Session>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.keys = createRemoteJWKSet(new URL(config.OIDC_JWKS_URL ?? `${config.OIDC_ISSUER}/protocol/openid-connect/certs`));
  }

  /** null: not to be accepted. */
  async verify(token: string): Promise<Session | null> {
    const now = Date.now() / 1000;
    const before = this.verified.get(token);
    if (before) {
      if (before.expiresAt > now) return before;
      this.verified.delete(token);
      return null;
    }
    const payload = await this.check(token);
    const session = payload && toSession(payload);
    if (!session) return null;
    if (this.verified.size >= remembered) this.verified.delete(this.verified.keys().next().value!);
    this.verified.set(token, session);
    return session;
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

  private async check(token: string): Promise<JWTPayload | null> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.config.OIDC_ISSUER,
        audience: this.config.OIDC_AUDIENCE,
        algorithms: ['RS256'],
        typ: 'JWT',
        requiredClaims: ['exp', 'sub', 'iat'],
      });
      // A clock of the identity provider may be ahead by some seconds, not by a life.
      if (payload.iat! > Date.now() / 1000 + 30) return null;
      return payload['typ'] === 'Bearer' && payload['azp'] === this.config.OIDC_CLIENT_ID ? payload : null;
    } catch {
      return null;
    }
  }
}

/** OpenID Connect Core, section 2: at most 255 characters of ASCII. Nobody's is blank or holds a control character. */
const isSubject = (sub: unknown): sub is string => typeof sub === 'string' && /^[\x21-\x7e]{1,255}$/.test(sub);
/**
 * People choose their names at the identity provider: no control character, no half of a sign, nothing that makes one name look
 * like another. NFC, since what is searched for is.
 */
const plain = (text: string): string =>
  withoutTricks(text.toWellFormed())
    .replace(/[\p{Cc}\u2028\u2029\ufffd]+/gu, ' ')
    .replace(/ +/g, ' ')
    .normalize('NFC')
    .trim();

function toSession(payload: JWTPayload): Session | null {
  const { iss, sub, exp } = payload;
  if (!iss || !isSubject(sub) || !exp) return null;
  const text = (key: string) => (typeof payload[key] === 'string' ? plain(payload[key]) : '');
  const seen = (key: string) => (isSeen(text(key)) ? text(key) : '');
  const email = plain(text('email').toLowerCase().slice(0, 254));
  return {
    issuer: iss,
    subject: sub,
    sid: text('sid') || null,
    name: plain((seen('name') || seen('preferred_username') || sub).slice(0, 120)),
    email,
    // Of an account without an address, providers call it verified too.
    emailVerified: payload['email_verified'] === true && isAddress(email),
    expiresAt: exp,
  };
}
