import type { IncomingMessage, ServerResponse } from 'node:http';
import { send, sendJson, sendPage } from '../page/answer.ts';
import { stylesheet } from '../page/page.ts';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type Provider from 'oidc-provider';
import { cookieStepOneScript, cookieStepTwoScript, framePage, loginStatusScript, signOutScript } from './browser-scripts.ts';
import { accountPage, errorPage } from './pages.ts';
import { interactionPath, mount, protocol, statusCookie, type ProviderParts } from './provider.ts';
import { signIn } from './sign-in.ts';
import { profileClaims } from './tokens.ts';

type Answer = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

export const contentSecurityPolicy = (webOrigin: string): string =>
  // Chrome applies form-action to the redirects after a form too, and these lead back to the application.
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self' ${webOrigin}; base-uri 'none'; frame-ancestors 'none'`;
const framePolicy = (webOrigin: string) => `default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors ${webOrigin}`;

/** The addresses of Keycloak that `oidc-provider` does not have itself. */
function ownRoutes(parts: ProviderParts): Record<string, Answer> {
  const webOrigin = new URL(parts.webUrl).origin;
  const script =
    (body: string): Answer =>
    (_req, res) =>
      send(res, 200, 'text/javascript', body);
  const frame =
    (name: string): Answer =>
    (_req, res) => {
      res.setHeader('Content-Security-Policy', framePolicy(webOrigin));
      sendPage(res, 200, framePage(name));
    };
  const openid = mount + protocol;
  return {
    '/': (_req, res) => void res.writeHead(302, { Location: parts.webUrl }).end(),
    '/resources/page.css': async (_req, res) => send(res, 200, 'text/css', await stylesheet()),
    '/resources/sign-out.js': script(signOutScript),
    [`${mount}/account`]: (_req, res) => sendPage(res, 200, accountPage(parts.webUrl)),
    [`${mount}/account/`]: (_req, res) => sendPage(res, 200, accountPage(parts.webUrl)),
    [`${openid}/login-status-iframe.html`]: frame('login-status.js'),
    [`${openid}/login-status.js`]: script(loginStatusScript(statusCookie(parts.origin), webOrigin)),
    [`${openid}/3p-cookies/step1.html`]: frame('step1.js'),
    [`${openid}/3p-cookies/step1.js`]: script(cookieStepOneScript),
    [`${openid}/3p-cookies/step2.html`]: frame('step2.js'),
    [`${openid}/3p-cookies/step2.js`]: script(cookieStepTwoScript),
    [`${openid}/userinfo`]: (req, res) => userinfo(parts, req, res),
  };
}

async function userinfo({ keys, accounts, origin, webUrl }: ProviderParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.setHeader('Access-Control-Allow-Origin', new URL(webUrl).origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  res.setHeader('Access-Control-Allow-Headers', 'authorization');
  if (req.method === 'OPTIONS') return void res.writeHead(204).end();
  const token = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] ?? '';
  const verified = await jwtVerify(token, createLocalJWKSet(keys.publicJwks), { issuer: origin + mount, audience: 'kollab-api' }).catch(
    () => null,
  );
  const account = verified?.payload['typ'] === 'Bearer' ? accounts.byId(verified.payload.sub ?? '') : undefined;
  if (!account?.enabled) return sendJson(res, 401, { error: 'invalid_token' });
  sendJson(res, 200, { sub: account.id, ...profileClaims(account) });
}

/** One request listener over our own addresses, the sign-in page and the provider, which may be exchanged while it runs. */
export function listener(parts: ProviderParts, current: () => Provider): (req: IncomingMessage, res: ServerResponse) => void {
  const routes = ownRoutes(parts);
  const answer: Answer = async (req, res) => {
    const original = req.url ?? '/';
    const { pathname } = new URL(original, parts.origin);
    res.setHeader('Content-Security-Policy', parts.contentSecurityPolicy);
    const own = routes[pathname];
    if (own) return own(req, res);
    if (!pathname.startsWith(`${mount}/`)) return sendPage(res, 404, errorPage('not found', parts.webUrl));
    const provider = current();
    if (pathname.startsWith(mount + interactionPath)) return signIn({ ...parts, provider }, req, res, pathname);
    (req as IncomingMessage & { originalUrl?: string }).originalUrl = original;
    req.url = original.slice(mount.length);
    await provider.callback()(req, res);
  };
  return (req, res) => {
    Promise.resolve(answer(req, res)).catch((error: unknown) => {
      console.error('Anmeldedienst:', error);
      if (!res.headersSent) sendPage(res, 500, errorPage('internal error', parts.webUrl));
      else res.end();
    });
  };
}
