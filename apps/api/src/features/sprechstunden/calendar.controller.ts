import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Fail } from '../../platform/fail.ts';
import { CalendarService } from './calendar.service.ts';

const unknownAddress = 'Diese Kalenderadresse gilt nicht oder nicht mehr. Unter „Sprechstunden“ können Sie eine neue anlegen.\n';
const unknownEvent = 'Diesen Termin gibt es nicht, oder er ist noch nicht angekündigt.\n';

/** For calendar programs, which know neither GraphQL nor our sign-in. */
@Controller('kalender')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get('sprechstunden.ics')
  subscription(@Query('abo') token: unknown, @Res() reply: FastifyReply): Promise<unknown> {
    // Given twice or not at all, it names nobody.
    const asked = typeof token === 'string' && token.length < 200 ? this.calendar.ofSubscription(token) : Promise.resolve(null);
    return answer(reply, asked, unknownAddress, 'private, no-store');
  }

  @Get('sprechstunden/:file')
  event(@Param('file') file: string, @Res() reply: FastifyReply): Promise<unknown> {
    return answer(reply, this.calendar.ofEvent(file.replace(/\.ics$/, '')), unknownEvent, 'public, max-age=60');
  }
}

async function answer(reply: FastifyReply, asked: Promise<string | null>, unknown: string, caching: string): Promise<unknown> {
  const text = await asked.catch((error: unknown) => {
    if (error instanceof Fail && error.code === 'not_found') return null;
    throw error;
  });
  // A browser that is shown the address must not take the text for a page.
  if (text === null) return reply.status(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(unknown);
  return reply
    .header('cache-control', caching)
    .header('content-disposition', 'attachment; filename="sprechstunden.ics"')
    .type('text/calendar; charset=utf-8')
    .send(text);
}
