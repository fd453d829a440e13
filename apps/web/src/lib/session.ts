import Keycloak from 'keycloak-js';
import type { WebConfig } from './config.ts';

/**
 * `ended`: signed out elsewhere or expired; what is on the screen stays, so that no text is lost. `offline`: the server was not
 * reached, so nobody could be asked; who was signed in last reads what this device kept.
 */
export type SessionState = 'anonymous' | 'signed-in' | 'ended' | 'offline';

const returnKey = 'kollab-return';
/** Set while somebody is signed out only to sign in anew. */
const anewKey = 'kollab-anew';
/** Set when somebody signs out and the identity provider cannot be told yet. */
const leavingKey = 'kollab-leaving';
/** Milliseconds: the frame in which the identity provider is asked answers by then, or is given up. */
const patience = 20_000;
/** How long before the end of a session that nothing prolongs people hear of it. */
const warning = 120_000;

/** Tokens live in memory only. One refresh at a time over all tabs: a refresh token counts once. */
export class Session {
  private keycloak: Keycloak;
  private readonly config: WebConfig;
  private known: string | null = null;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  state: SessionState = 'anonymous';
  /** When the session ends, in milliseconds since 1970: known only when it is near and renewing did not put it off. */
  endsAt: number | null = null;
  /** Done before the page is left for good: what this device keeps goes. */
  beforeLeaving: () => Promise<unknown> = () => Promise.resolve();

  constructor(config: WebConfig) {
    this.config = config;
    this.keycloak = this.watched(new Keycloak(config.identity));
  }

  /** Is somebody signed in already? Asks the identity provider without leaving the page. */
  async start(): Promise<void> {
    const signedIn = await this.keycloak.init({
      onLoad: 'check-sso',
      silentCheckSsoRedirectUri: `${location.origin}/silent-check-sso.html`,
      checkLoginIframe: false,
      pkceMethod: 'S256',
    });
    const anew = sessionStorage.getItem(anewKey) !== null;
    sessionStorage.removeItem(anewKey);
    const leaving = localStorage.getItem(leavingKey) !== null;
    localStorage.removeItem(leavingKey);
    // The page is left; whoever waits for the start waits for the next one.
    if (leaving && signedIn) return this.signOut().then(() => new Promise(() => undefined));
    if (anew && !signedIn) return this.toProvider().then(() => new Promise(() => undefined));
    this.become(signedIn ? 'signed-in' : 'anonymous');
  }

  /** The account's id at the identity provider; keys what this browser keeps for the person. */
  get subject(): string | null {
    return this.keycloak.subject ?? this.known;
  }

  /** Until when the session lives unless it is renewed, in milliseconds since 1970. */
  get livesUntil(): number {
    return ((this.keycloak.refreshTokenParsed?.exp ?? 0) + (this.keycloak.timeSkew ?? 0)) * 1000;
  }

  /** Without the server. */
  startOffline(subject: string): void {
    this.known = subject;
    this.become('offline');
  }

  /**
   * The server is back: is the same person signed in? Then the page goes on; else it must not. Rejects where the identity provider is
   * not reached: the frame that asks it then never answers.
   */
  async resume(): Promise<boolean> {
    const fresh = new Session(this.config);
    let late: ReturnType<typeof setTimeout> | undefined;
    const givenUp = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error('the identity provider did not answer')), patience);
    });
    await Promise.race([fresh.start(), givenUp]).finally(() => clearTimeout(late));
    if (fresh.state !== 'signed-in' || fresh.subject !== this.subject) return false;
    clearTimeout(fresh.timer);
    this.keycloak = this.watched(fresh.keycloak);
    this.watchEnd();
    this.become('signed-in');
    return true;
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
    return this.toProvider(username);
  }

  /** A new session instead of one that is about to end: the sign-in alone would go on with the old one. */
  signInAnew(): Promise<void> {
    sessionStorage.setItem(returnKey, location.pathname + location.search + location.hash);
    sessionStorage.setItem(anewKey, '1');
    return this.signOut();
  }

  /** Where the sign-in began, once: the identity provider knows one exact address only. */
  takeReturnPath(): string | null {
    const path = sessionStorage.getItem(returnKey);
    sessionStorage.removeItem(returnKey);
    return this.state === 'signed-in' && path !== '/' ? path : null;
  }

  async signOut(): Promise<void> {
    await this.beforeLeaving().catch(() => undefined);
    if (this.state !== 'offline') return this.keycloak.logout({ redirectUri: `${location.origin}/` });
    localStorage.setItem(leavingKey, '1');
    location.assign('/');
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private watched(keycloak: Keycloak): Keycloak {
    keycloak.onAuthSuccess = () => this.watchEnd();
    keycloak.onAuthRefreshSuccess = () => this.watchEnd();
    return keycloak;
  }

  private toProvider(username?: string): Promise<void> {
    return this.keycloak.login({ redirectUri: `${location.origin}/`, locale: 'de', ...(username && { loginHint: username }) });
  }

  /** Renewing usually puts the end off without a word. Where it does not, there are two minutes left to be told. */
  private watchEnd(): void {
    if (!this.keycloak.refreshTokenParsed?.exp) return;
    const ends = this.livesUntil;
    const left = ends - Date.now();
    clearTimeout(this.timer);
    if (left > warning + 5_000) {
      this.near(null);
      // Longer than a day is more than a timer can wait, and than a page stays open.
      this.timer = setTimeout(() => void this.renewOnce(), Math.min(left - warning, 86_400_000));
    } else {
      this.near(ends);
      this.timer = setTimeout(() => void this.token(true), Math.max(left, 0));
    }
  }

  private async renewOnce(): Promise<void> {
    await this.token(true);
    // Refused, it is over; not reached, nobody prolongs it. A renewed one has looked already.
    if (this.state === 'signed-in') this.watchEnd();
  }

  private near(endsAt: number | null): void {
    if (this.endsAt === endsAt) return;
    this.endsAt = endsAt;
    for (const listener of this.listeners) listener();
  }

  private become(state: SessionState): void {
    if (this.state === state) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
