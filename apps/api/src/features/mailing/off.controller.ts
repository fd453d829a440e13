import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fail } from '../../platform/fail.ts';
import { OffLinks } from './off-links.ts';

const words = {
  done: 'Sie erhalten keine E-Mails zu Hinweisen mehr. Unter „Konto“ können Sie das wieder ändern.\n',
  not_found: 'Dieser Verweis gilt nicht. Nichts wurde geändert. Unter „Konto“ stellen Sie Ihre E-Mails ein.\n',
  rate_limited: 'Das waren sehr viele Anfragen in kurzer Zeit. Bitte warten Sie eine Stunde.\n',
};

/** One-click unsubscribing for mail programs (RFC 8058). A person who opens the same address gets a page with a button. */
@Controller('abmelden')
export class OffController {
  constructor(private readonly links: OffLinks) {}

  @Post(':token')
  @HttpCode(200)
  async off(@Param('token') token: string, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<unknown> {
    const said = await this.links.follows(token, ip).then(
      () => 'done' as const,
      (error: unknown) => {
        if (error instanceof Fail && (error.code === 'not_found' || error.code === 'rate_limited')) return error.code;
        throw error;
      },
    );
    const status = { done: 200, not_found: 404, rate_limited: 429 }[said];
    return reply.status(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(words[said]);
  }
}
