import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fastifyStatic from '@fastify/static';
import { getDistDirectory, renderAltair } from 'altair-static';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** Where it is. Addresses that end like a file are never the app's page: without the explorer, there is nothing here. */
const address = '/explorer.html';
const assets = '/explorer/';

/**
 * Who is signed in on the platform in the same browser asks as that person: the page takes a token of its own from the running
 * session, and gives it to each request that does not carry one from the header editor.
 */
const session = `
  import Keycloak from '${assets}keycloak.js';
  const ask = globalThis.fetch.bind(globalThis);
  const start = async () => {
    const { identity } = await (await ask('/config.json')).json();
    const keycloak = new Keycloak(identity);
    const silentCheckSsoRedirectUri = location.origin + '/silent-check-sso.html';
    await keycloak.init({ onLoad: 'check-sso', silentCheckSsoRedirectUri, checkLoginIframe: false, pkceMethod: 'S256' });
    return keycloak;
  };
  const starting = start().catch(() => null);
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).pathname !== '/graphql' || request.headers.has('authorization')) return ask(request);
    const keycloak = await starting;
    if (keycloak?.authenticated) await keycloak.updateToken(20).catch(() => undefined);
    if (keycloak?.token) request.headers.set('authorization', 'Bearer ' + keycloak.token);
    return ask(request);
  };
`;

/** For those who develop: write a query, see what comes back, read the schema. Everything it loads comes from here. */
export async function serveExplorer(fastify: FastifyInstance, config: Config): Promise<void> {
  const keycloak = readFileSync(createRequire(import.meta.url).resolve('keycloak-js'), 'utf8');
  const page = renderAltair({
    baseURL: assets,
    endpointURL: new URL('/graphql', config.PUBLIC_URL).href,
    disableAccount: true,
    // It advertises its services.
    persistedSettings: { 'banners.disable': true },
  })
    .replace('<title>Altair</title>', '<title>Abfragen ausprobieren</title>')
    .replace('</head>', `<script type="module">${session}</script></head>`);
  const policy = policyOf(page, new URL(config.OIDC_ISSUER).origin);
  fastify.get(address, (_request, reply) =>
    reply.header('content-security-policy', policy).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page),
  );
  fastify.get(`${assets}keycloak.js`, (_request, reply) => reply.type('text/javascript; charset=utf-8').send(keycloak));
  await fastify.register(fastifyStatic as never, { root: getDistDirectory(), prefix: assets, index: false, decorateReply: false } as never);
}

/** Its scripts by their hashes; its editor writes styles of its own, which the pages of the platform may not. */
function policyOf(page: string, identity: string): string {
  const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self'",
    `connect-src 'self' ${identity}`,
    `frame-src 'self' ${identity}`,
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join(';');
}
