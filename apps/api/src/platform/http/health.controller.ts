import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Header, HttpCode, Inject, Post, Req, Res, HttpStatus } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Registry, collectDefaultMetrics, Gauge } from 'prom-client';
import { Sessions } from '../auth/sessions.ts';
import { Tokens } from '../auth/tokens.ts';
import { CONFIG, type Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { LiveGateway } from '../live/gateway.ts';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** For the operator and the identity provider; nothing here is for people. */
@Controller()
export class HealthController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly tokens: Tokens,
    private readonly sessions: Sessions,
    live: LiveGateway,
  ) {
    registry.removeSingleMetric('kollab_sockets');
    new Gauge({
      name: 'kollab_sockets',
      help: 'Open sockets of this instance',
      registers: [registry],
      collect() {
        this.set(live.connections);
      },
    });
  }

  @Get('livez')
  alive(): { alive: true } {
    return { alive: true };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ ready: boolean }> {
    const answers = this.database.pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    // No answer is an answer too: whoever asks should not have to wait for it.
    const ready = await Promise.race([answers, pause(2_000, false, { ref: false })]);
    if (!ready) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { ready };
  }

  /** For a scraper beside the server; the proxy does not forward it. */
  @Get('metrics')
  @Header('content-type', registry.contentType)
  metrics(): Promise<string> {
    return registry.metrics();
  }

  /** What the web has to know before anybody is signed in. */
  @Get('config.json')
  @Header('cache-control', 'no-cache')
  webConfig(): object {
    const issuer = new URL(this.config.OIDC_ISSUER);
    const [, base = '', realm = ''] = /^(.*)\/realms\/([^/]+)$/.exec(issuer.pathname) ?? [];
    return {
      identity: { url: issuer.origin + base, realm, clientId: this.config.OIDC_CLIENT_ID },
      land: this.config.LAND_NAME,
      demo: this.config.DEMO,
      trustedDocuments: this.config.TRUSTED_DOCUMENTS,
    };
  }

  /** OpenID Connect Back-Channel Logout 1.0, section 2.5. */
  @Post('oidc/backchannel-logout')
  @HttpCode(200)
  async backchannelLogout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.header('cache-control', 'no-store');
    const token = (request.body as { logout_token?: unknown } | undefined)?.logout_token;
    const sid = typeof token === 'string' ? await this.tokens.verifyLogout(token) : null;
    if (!sid) {
      reply.status(HttpStatus.BAD_REQUEST);
      return '';
    }
    await this.sessions.end(sid).catch(() => reply.status(HttpStatus.SERVICE_UNAVAILABLE));
    return '';
  }
}
