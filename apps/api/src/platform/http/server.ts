import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { decodeJwt } from 'jose';
import { readConfig, type Config } from '../config.ts';
import { fillDefaults } from '../graphql/variable-defaults.ts';
import { Jobs } from '../jobs/jobs.ts';
import { LiveGateway } from '../live/gateway.ts';
import { NestLog, openLog } from './log.ts';
import { serveWeb } from './web.ts';

/** The API's HTTP server with everything on one port: GraphQL, sockets, health, the built web. Not listening yet. */
export async function createServer(module: Type): Promise<NestFastifyApplication> {
  const config = readConfig();
  const log = openLog(config.LOG_LEVEL);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    bodyLimit: 256 * 1024,
    genReqId: () => randomUUID(),
    trustProxy: config.TRUSTED_PROXIES > 0 ? config.TRUSTED_PROXIES : false,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: new NestLog(log), abortOnError: false });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  await fastify.register(helmet as never, securityHeaders(config) as never);
  await fastify.register(rateLimit as never, rateLimits(config) as never);
  await fastify.register(compress as never, { threshold: 1024, encodings: ['br', 'gzip'] } as never);
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
  (fastify as unknown as { graphql: { addHook: (name: string, hook: unknown) => void } }).graphql.addHook('preExecution', fillDefaults);
  await app.get(Jobs).open();
  await app.get(LiveGateway).attach(app.getHttpServer());
  return app;
}

function securityHeaders(config: Config): object {
  const identity = new URL(config.OIDC_ISSUER).origin;
  return {
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
  };
}

/** Per person where a token names one (verified later; a forged one only limits itself together with its address). */
function rateLimits(config: Config): object {
  const person = (authorization: string | undefined): string | null => {
    try {
      return authorization?.startsWith('Bearer ') ? (decodeJwt(authorization.slice(7)).sub ?? null) : null;
    } catch {
      return null;
    }
  };
  interface Asked {
    headers: { authorization?: string };
    ip: string;
    url: string;
  }
  return {
    timeWindow: '1 minute',
    max: (request: Asked) => (person(request.headers.authorization) ? config.RATE_LIMIT_PERSON : config.RATE_LIMIT_ADDRESS),
    keyGenerator: (request: Asked) => `${request.ip} ${person(request.headers.authorization) ?? ''}`,
    allowList: (request: Asked) => !request.url.startsWith('/graphql') && !request.url.startsWith('/oidc/'),
    errorResponseBuilder: () => ({ statusCode: 429, errors: [{ message: 'rate_limited', extensions: { code: 'rate_limited' } }] }),
  };
}
