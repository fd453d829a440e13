import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** The built web: hashed files for ever, every other path is the app's page. */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  if (!config.WEB_DIST || !existsSync(join(config.WEB_DIST, 'index.html'))) return;
  await fastify.register(
    fastifyStatic as never,
    {
      root: config.WEB_DIST,
      wildcard: false,
      index: false,
      // Files of the build that are no business of a browser.
      globIgnore: ['operations.json', 'silent-check-sso.html', '.vite/**', '**/*.map', '**/*.br', '**/*.gz'],
      // The build lays them beside: smaller than what can be packed while somebody waits.
      preCompressed: true,
      setHeaders: (reply: { header: (name: string, value: string) => void }, path: string) =>
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    } as never,
  );
  serveSilentPage(fastify, config.WEB_DIST);
  const page = (_request: unknown, reply: unknown) => (reply as { sendFile(name: string): unknown }).sendFile('index.html');
  fastify.get('/', page);
  fastify.get('/*', (request, reply) => {
    // A missing file is missing; only addresses of the app are its page.
    if (/\.[a-z0-9]+$/i.test(request.url.split(/[?#]/, 1)[0]!)) return reply.status(404).send({ code: 'not_found' });
    return page(request, reply);
  });
}

/**
 * The page behind the silent sign-in carries its one script in itself: a file of its own would cost every first page one more
 * round trip. Its policy names this script by its hash; nothing else may run there, and nothing may be loaded.
 */
function serveSilentPage(fastify: FastifyInstance, dist: string): void {
  const file = join(dist, 'silent-check-sso.html');
  if (!existsSync(file)) return;
  const html = readFileSync(file, 'utf8');
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
  const policy = `default-src 'none';script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';frame-ancestors 'self'`;
  fastify.get('/silent-check-sso.html', (_request, reply) =>
    reply.header('content-security-policy', policy).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html),
  );
}
