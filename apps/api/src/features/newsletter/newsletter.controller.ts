import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Fail } from '../../platform/fail.ts';
import { atomFeed } from './feed.ts';
import { IssueRows } from './issue-rows.ts';
import { SubscriptionService } from './subscriptions.service.ts';

const ended = 'Sie sind abgemeldet und erhalten den Newsletter nicht mehr.\n';
const unknown = 'Dieser Verweis gilt nicht oder nicht mehr. Bitte nehmen Sie den aus der neuesten Ausgabe.\n';
const inFeed = 30;

/** For mail programs and feed readers, which know neither GraphQL nor our pages. */
@Controller()
export class NewsletterController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly subscriptions: SubscriptionService,
    private readonly rows: IssueRows,
  ) {}

  /** RFC 8058. The same address opened by a person is a page with a button. */
  @Post('newsletter/abmelden/:token')
  @HttpCode(200)
  async unsubscribe(@Param('token') token: string, @Res() reply: FastifyReply): Promise<unknown> {
    const done = await this.subscriptions.ends(token, 'ONE_CLICK').catch((error: unknown) => {
      if (error instanceof Fail && error.code === 'not_found') return false;
      throw error;
    });
    return reply
      .status(done ? 200 : 404)
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(done ? ended : unknown);
  }

  @Get('newsletter.atom')
  async feed(@Res() reply: FastifyReply): Promise<unknown> {
    const { nodes } = await this.rows.published({ first: inFeed });
    return reply
      .header('cache-control', 'public, max-age=300')
      .type('application/atom+xml; charset=utf-8')
      .send(atomFeed(nodes, this.config));
  }
}
