import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { authorizationOf } from '../auth/authenticate.ts';
import { Tokens } from '../auth/tokens.ts';
import type { FastifyReply } from 'fastify';
import helmet from 'helmet';
import { readConfig, type Config } from '../config.ts';
import { refuseLargeDocuments } from '../graphql/document-limits.ts';
import { fillDefaults, refuseOtherOperation } from '../graphql/before-execution.ts';
import { refuseRequest } from '../graphql/refusals.ts';
import { Jobs } from '../jobs/jobs.ts';
import { LiveGateway } from '../live/gateway.ts';
import { NestLog, openLog } from './log.ts';
import { networkOf } from './network.ts';
import { shapes } from './shapes.ts';
import { serveWeb } from './web.ts';

/** The API's HTTP server with everything on one port: GraphQL, sockets, health, the built web. Not listening yet. */
export async function createServer(module: Type): Promise<NestFastifyApplication> {
  const config = readConfig();
  const log = openLog(config.LOG_LEVEL);
  const headers = securityHeaders(config);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    bodyLimit: 256 * 1024,
    genReqId: () => randomUUID(),
    trustProxy: config.TRUSTED_PROXIES > 0 ? config.TRUSTED_PROXIES : false,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    schemaController: shapes,
    // No hook has seen the request then.
    frameworkErrors: (error: unknown, { id }: { id: string }, reply: FastifyReply) =>
      refuseRequest(error, reply.headers(headers).header('x-request-id', id)),
    clientErrorHandler: hangUp,
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: new NestLog(log), abortOnError: false });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, next) => {
    void reply.headers(headers).header('x-request-id', request.id);
    // Most of what is answered there is one person's. Who asks by POST is not cached, but proxies have been configured worse.
    if (request.routeOptions.url === '/graphql') void reply.header('cache-control', 'no-store');
    // Mercurius answers GET as well, for browsers that follow a link: nobody here asks so.
    if (request.routeOptions.url === '/graphql' && request.method !== 'POST')
      void reply.status(405).header('allow', 'POST').send({ code: 'invalid' });
    else next();
  });
  // Nest's own handler comes after its routes, which would keep the framework's; GraphQL has one of its own.
  fastify.addHook('onRoute', (route) => {
    if (route.url !== '/graphql') route.errorHandler ??= (error, _request, reply) => refuseRequest(error, reply);
  });
  await fastify.register(rateLimit as never, rateLimits(config, () => app.get(Tokens)) as never);
  await fastify.register(compress as never, { threshold: 1024, encodings: ['br', 'gzip'] } as never);
  // Loaded only where it is served: what it needs is no part of what is operated.
  if (config.NODE_ENV === 'development' && !config.TRUSTED_DOCUMENTS) await (await import('./explorer.ts')).serveExplorer(fastify, config);
  await serveWeb(app, config);
  // What is in flight is answered; idle keep-alive connections would hold the process open.
  let closing: NodeJS.Timeout | undefined;
  fastify.addHook('preClose', () => {
    closing = setInterval(() => app.getHttpServer().closeIdleConnections(), 50);
    return Promise.resolve();
  });
  fastify.addHook('onClose', () => {
    clearInterval(closing);
    return Promise.resolve();
  });
  await app.init();
  const { graphql } = fastify as unknown as { graphql: { addHook: (name: string, hook: unknown) => void } };
  const introspection = config.NODE_ENV !== 'production';
  graphql.addHook('preValidation', async (schema: GraphQLSchema, document: DocumentNode) =>
    refuseLargeDocuments(schema, document, introspection),
  );
  graphql.addHook('preExecution', refuseOtherOperation);
  graphql.addHook('preExecution', fillDefaults);
  await app.get(Jobs).open();
  await app.get(LiveGateway).attach(app.getHttpServer(), headers);
  return app;
}

/** Bytes that are no request. */
function hangUp({ code }: NodeJS.ErrnoException, socket: Socket): void {
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[code ?? ''] ?? 400;
  if (socket.writable && code !== 'ECONNRESET')
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  socket.destroy();
}

/** The same for every answer, so helmet is asked once. */
function securityHeaders(config: Config): Record<string, string> {
  const identity = new URL(config.OIDC_ISSUER).origin;
  const headers = new Map<string, string>();
  const answer = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", identity],
        frameSrc: ["'self'", identity],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'", identity],
        frameAncestors: ["'self'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    // Only where the address is https does it make sense.
    strictTransportSecurity: config.PUBLIC_URL.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  set({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return Object.fromEntries(headers);
}

/**
 * Per person where a token proves one, else per address: what a forged token names would be a new limit for each forgery.
 * Routes are known by their pattern: an address can be written in many ways.
 */
function rateLimits(config: Config, tokens: () => Tokens): object {
  interface Asked {
    raw: IncomingMessage;
    ip: string;
    routeOptions: { url?: string };
  }
  const isLimited = ({ routeOptions: { url = '' } }: Asked): boolean =>
    url === '/graphql' || ['/oidc/', '/kalender/', '/newsletter', '/abmelden/'].some((part) => url.startsWith(part));
  return {
    timeWindow: '1 minute',
    max: (_request: Asked, key: string) => (key.startsWith('person ') ? config.RATE_LIMIT_PERSON : config.RATE_LIMIT_ADDRESS),
    keyGenerator: async (request: Asked) => {
      const token = isLimited(request) ? authorizationOf(request.raw).token : null;
      const session = token ? await tokens().verify(token) : null;
      return session ? `person ${session.subject}` : `address ${networkOf(request.ip)}`;
    },
    allowList: (request: Asked) => !isLimited(request),
    errorResponseBuilder: () => ({ statusCode: 429, errors: [{ message: 'rate_limited', extensions: { code: 'rate_limited' } }] }),
  };
}
