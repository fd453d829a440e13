import { createHash, randomBytes } from 'node:crypto';

export interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
  expires_in: number;
}

/** A browser without a window: keeps cookies by host and follows redirects by hand. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || line.includes('01 Jan 1970')) this.#cookies.delete(name!);
      else this.#cookies.set(name!, value!);
    }
    return response;
  }

  /** Follows redirects until one leads to `stop` or a page comes; answers with the address and the page. */
  async follow(url: string, stop: string, init: RequestInit = {}): Promise<{ url: string; page: Response | null }> {
    let response = await this.fetch(url, init);
    for (let hop = 0; hop < 12; hop++) {
      const location = response.headers.get('location');
      if (!location) return { url, page: response };
      url = new URL(location, url).href;
      if (url.startsWith(stop)) return { url, page: null };
      response = await this.fetch(url);
    }
    throw new Error(`Too many redirects, the last to ${url}`);
  }
}

export interface CodeFlow {
  issuer: string;
  redirectUri: string;
  browser?: Browser;
}

const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });

/** An authorization code with PKCE for the client `web`, as keycloak-js asks for it. */
export class WebClient {
  readonly browser: Browser;
  readonly #flow: CodeFlow;
  readonly #verifier = randomBytes(48).toString('base64url');

  constructor(flow: CodeFlow) {
    this.#flow = flow;
    this.browser = flow.browser ?? new Browser();
  }

  authorizationUrl(more: Record<string, string> = {}): string {
    const query = new URLSearchParams({
      client_id: 'web',
      redirect_uri: this.#flow.redirectUri,
      response_mode: 'fragment',
      response_type: 'code',
      scope: 'openid',
      state: 'state-1',
      nonce: 'nonce-1',
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    return `${this.#flow.issuer}/protocol/openid-connect/auth?${query}`;
  }

  /** Opens the authorization address: parameters of the redirect back, or the page that came instead. */
  async open(more: Record<string, string> = {}): Promise<{ url: string; page: Response | null }> {
    return this.browser.follow(this.authorizationUrl(more), this.#flow.redirectUri);
  }

  /** Sends the sign-in form that stands at `url`. */
  async submit(url: string, fields: Record<string, string>): Promise<{ url: string; page: Response | null }> {
    return this.browser.follow(url, this.#flow.redirectUri, form(fields));
  }

  async signIn(username: string, password: string): Promise<Tokens> {
    const { page } = await this.open();
    const back = await this.submit(formAction((await page?.text()) ?? ''), { username, password });
    if (back.page) throw new Error(`No redirect after the sign-in: ${back.page.status} at ${back.url}`);
    return (await (await this.exchange(codeOf(back.url))).json()) as Tokens;
  }

  exchange(code: string): Promise<Response> {
    const { redirectUri } = this.#flow;
    return this.#token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: this.#verifier });
  }

  refresh(refreshToken: string): Promise<Response> {
    return this.#token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  #token(fields: Record<string, string>): Promise<Response> {
    const { origin } = new URL(this.#flow.redirectUri);
    return this.browser.fetch(`${this.#flow.issuer}/protocol/openid-connect/token`, {
      ...form({ client_id: 'web', ...fields }),
      headers: { origin },
    });
  }
}

/** Where the first form of a page sends. */
export const formAction = (html: string): string => (/<form[^>]* action="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
export const fragment = (url: string): URLSearchParams => new URLSearchParams(new URL(url).hash.slice(1));
export const codeOf = (url: string): string => fragment(url).get('code') ?? '';
