import { Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Fail } from '../../platform/fail.ts';
import { SubscriptionService } from './subscriptions.service.ts';

const ended = 'Sie sind abgemeldet und erhalten den Newsletter nicht mehr.\n';
const unknown = 'Dieser Verweis gilt nicht oder nicht mehr. Bitte nehmen Sie den aus der neuesten Ausgabe.\n';

/** For mail programs (RFC 8058), which know neither GraphQL nor our pages. The same address opened by a person is a page with a button. */
@Controller('newsletter')
export class NewsletterController {
  constructor(private readonly subscriptions: SubscriptionService) {}

  @Post('abmelden/:token')
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
}
