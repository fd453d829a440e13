import Provider, { interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Accounts } from './accounts.ts';
import { errorPage, signedOutPage, signOutPage } from './pages.ts';
import type { Realm } from './realm.ts';
import type { SigningKeys } from './keys.ts';
import type { IdentityStore } from './store.ts';
import { accessTokenPayload, profileClaims, refreshTokenValue } from './tokens.ts';

export const mount = '/realms/kollab';
export const protocol = '/protocol/openid-connect';
export const interactionPath = '/login-actions/authenticate/';
const api = 'urn:kollab:api';
const scope = 'openid profile email';

export interface ProviderParts {
  /** Where this provider answers, without a path. */
  origin: string;
  webUrl: string;
  realm: Realm;
  accounts: Accounts;
  keys: SigningKeys;
  store: IdentityStore;
  demo: boolean;
  contentSecurityPolicy: string;
}

/** Asks for a sign-in when the account of a living session is gone or disabled, or when the demonstration names another. */
function policyWithoutConsent({ accounts, demo }: ProviderParts) {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const { Check } = interactionPolicy;
  const login = policy.get('login')!;
  login.checks.add(
    new Check('account_gone', 'the account may not sign in', 'login_required', ({ oidc }) => {
      const id = oidc.session?.accountId;
      return id !== undefined && !accounts.byId(id)?.enabled;
    }),
  );
  if (demo)
    login.checks.add(
      new Check('somebody_else', 'another demonstration account is asked for', 'login_required', ({ oidc }) => {
        const hint = oidc.params?.['login_hint'];
        const wanted = typeof hint === 'string' ? accounts.byName(hint) : undefined;
        return wanted !== undefined && oidc.session?.accountId !== wanted.id;
      }),
    );
  return policy;
}

function configuration(parts: ProviderParts): Configuration {
  const { accounts, realm, webUrl, store } = parts;
  const issuer = parts.origin + mount;
  return {
    adapter: (model) => store.adapter(model),
    clients: [
      {
        client_id: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: realm.redirectUris,
        post_logout_redirect_uris: realm.postLogoutRedirectUris,
        backchannel_logout_uri: realm.backchannelLogoutUri,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: parts.keys.jwks,
    routes: {
      authorization: `${protocol}/auth`,
      token: `${protocol}/token`,
      userinfo: `${protocol}/userinfo`,
      jwks: `${protocol}/certs`,
      end_session: `${protocol}/logout`,
    },
    // The port keeps two stacks on one machine apart: cookies of localhost know no port.
    cookies: {
      names: { session: cookie(parts, 'session'), interaction: cookie(parts, 'interaction'), resume: cookie(parts, 'resume') },
      long: { httpOnly: true, sameSite: 'lax', path: mount },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'email'],
    claims: {
      openid: ['sub', 'name', 'preferred_username', 'given_name', 'family_name', 'email', 'email_verified'],
      profile: [],
      email: [],
    },
    conformIdTokenClaims: false,
    discovery: {
      userinfo_endpoint: `${issuer}${protocol}/userinfo`,
      check_session_iframe: `${issuer}${protocol}/login-status-iframe.html`,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false }, // refuses tokens that have an audience; ours stands in routes.ts
      claimsParameter: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          ctx.body = signOutPage(form, ctx.oidc.entities.IdTokenHint !== undefined);
        },
        postLogoutSuccessSource: async (ctx) => {
          ctx.body = signedOutPage(webUrl);
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_ctx, _client, oneOf) => oneOf ?? api,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience: 'kollab-api',
          scope,
          accessTokenTTL: realm.accessTokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (_ctx, token, jwt) => {
          const account = 'accountId' in token ? accounts.byId(token.accountId) : undefined;
          if (!account) throw new Error('An access token needs an account');
          const sid = 'sid' in token ? token.sid : undefined;
          jwt.header = { ...jwt.header, typ: 'JWT' };
          jwt.payload = accessTokenPayload(
            { iss: issuer, iat: Number(jwt.payload['iat']), exp: Number(jwt.payload['exp']), sid, webUrl },
            account,
          );
        },
      },
    },
    ttl: {
      AccessToken: realm.accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: realm.accessTokenSeconds,
      Interaction: 30 * 60,
      RefreshToken: realm.sessionIdleSeconds,
      Session: realm.sessionMaxSeconds,
      Grant: realm.sessionMaxSeconds,
    },
    pkce: { required: () => true },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    interactions: { policy: policyWithoutConsent(parts), url: (_ctx, interaction) => mount + interactionPath + interaction.uid },
    loadExistingGrant: async ({ oidc }) => {
      const { provider, session, client } = oidc;
      if (!session?.accountId || !client) return undefined;
      const id = session.grantIdFor(client.clientId);
      const existing = id ? await provider.Grant.find(id) : undefined;
      if (existing?.accountId === session.accountId) return existing;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope(scope);
      grant.addResourceScope(api, scope);
      await grant.save();
      return grant;
    },
    findAccount: (_ctx, id) => {
      const account = accounts.byId(id);
      if (!account?.enabled) return undefined;
      return { accountId: id, claims: () => ({ sub: id, ...profileClaims(account) }) };
    },
    clientBasedCORS: (_ctx, origin) => origin === new URL(webUrl).origin,
    // Back-channel calls go to localhost, which the provider's own dispatcher blocks as a special-use address.
    fetch: (input, init = {}) => {
      const plain: RequestInit & { dispatcher?: unknown } = { ...init };
      delete plain.dispatcher;
      return globalThis.fetch(input, plain);
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error_description ?? out.error, webUrl);
    },
  };
}

const cookie = ({ origin }: ProviderParts, kind: string) => `kollab_${kind}_${new URL(origin).port}`;

/** The session cookie that the page of Keycloak's login-status check reads; a hash, so that it opens nothing. */
export const statusCookie = (origin: string) => `KEYCLOAK_SESSION_${new URL(origin).port}`;

/** The type declarations leave out the method that gives a token its text. */
interface RefreshTokenPrototype {
  accountId: string;
  sid?: string;
  generateTokenId(this: RefreshTokenPrototype): string;
}

export function createProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.origin + mount, configuration(parts));
  const webOrigin = new URL(parts.webUrl).origin;
  const issuer = provider.issuer;
  const { sessionIdleSeconds } = parts.realm;
  const prototype = provider.RefreshToken.prototype as unknown as RefreshTokenPrototype;
  prototype.generateTokenId = function () {
    return refreshTokenValue({ issuer, accountId: this.accountId, sid: this.sid, seconds: sessionIdleSeconds });
  };
  provider.use(async (ctx, next) => {
    ctx.set('Content-Security-Policy', parts.contentSecurityPolicy);
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.set('Referrer-Policy', 'no-referrer');
    await next();
    // keycloak-js sends its cookies along; set before, this header would switch the provider's own CORS off.
    if (ctx.get('Origin') === webOrigin) ctx.set('Access-Control-Allow-Credentials', 'true');
    await showSessionState(ctx as unknown as KoaContextWithOIDC, parts.origin);
  });
  return provider;
}

async function showSessionState(ctx: KoaContextWithOIDC, origin: string): Promise<void> {
  const session = (ctx.oidc as KoaContextWithOIDC['oidc'] | undefined)?.session as
    (NonNullable<KoaContextWithOIDC['oidc']['session']> & { destroyed?: boolean }) | undefined;
  if (!session) return;
  const sid = session.destroyed ? undefined : session.sidFor('web');
  const value = sid ? Buffer.from(await crypto.subtle.digest('SHA-384', Buffer.from(sid))).toString('base64url') : null;
  ctx.cookies.set(statusCookie(origin), value, { httpOnly: false, sameSite: 'lax', path: mount, overwrite: true });
}
