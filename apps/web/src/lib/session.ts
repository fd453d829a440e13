import Keycloak from 'keycloak-js';
import type { WebConfig } from './config.ts';

/** `ended`: signed out elsewhere or expired; what is on the screen stays, so that no text is lost. */
export type SessionState = 'anonymous' | 'signed-in' | 'ended';

const returnKey = 'kollab-return';

/** Tokens live in memory only. One refresh at a time over all tabs: a refresh token counts once. */
export class Session {
  private readonly keycloak: Keycloak;
  private readonly listeners = new Set<() => void>();
  state: SessionState = 'anonymous';

  constructor({ identity }: WebConfig) {
    this.keycloak = new Keycloak(identity);
  }

  /** Is somebody signed in already? Asks the identity provider without leaving the page. */
  async start(): Promise<void> {
    const signedIn = await this.keycloak.init({
      onLoad: 'check-sso',
      silentCheckSsoRedirectUri: `${location.origin}/silent-check-sso.html`,
      checkLoginIframe: false,
      pkceMethod: 'S256',
    });
    this.become(signedIn ? 'signed-in' : 'anonymous');
  }

  /** The account's id at the identity provider; keys what this browser keeps for the person. */
  get subject(): string | null {
    return this.keycloak.subject ?? null;
  }

  /** When the access token ends, in milliseconds since 1970. */
  get expiresAt(): number {
    return (this.keycloak.tokenParsed?.exp ?? 0) * 1000;
  }

  /** A token that is good for some more seconds; null without a session. `renew`: the server refused the last one. */
  async token(renew = false): Promise<string | null> {
    if (this.state !== 'signed-in') return null;
    if (renew || this.keycloak.isTokenExpired(20)) {
      try {
        await navigator.locks.request('kollab-token', () => this.keycloak.updateToken(renew ? -1 : 20));
      } catch {
        // Without network the tokens are still here, and the session may live: only a refusal ends it.
        if (!this.keycloak.authenticated || !this.keycloak.token) this.become('ended');
      }
    }
    return this.keycloak.token ?? null;
  }

  end(): void {
    if (this.state === 'signed-in') this.become('ended');
  }

  /** Leaves the page, and comes back to it. `username`: of the demonstration, where the identity provider takes the hint. */
  signIn(username?: string): Promise<void> {
    sessionStorage.setItem(returnKey, location.pathname + location.search + location.hash);
    return this.keycloak.login({ redirectUri: `${location.origin}/`, locale: 'de', ...(username && { loginHint: username }) });
  }

  /** Where the sign-in began, once: the identity provider knows one exact address only. */
  takeReturnPath(): string | null {
    const path = sessionStorage.getItem(returnKey);
    sessionStorage.removeItem(returnKey);
    return this.state === 'signed-in' && path !== '/' ? path : null;
  }

  signOut(): Promise<void> {
    return this.keycloak.logout({ redirectUri: `${location.origin}/` });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private become(state: SessionState): void {
    if (this.state === state) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
