import { Injectable } from '@nestjs/common';
import { limits } from '@kollab/contract';
import { berlinInstant } from '../../platform/berlin.ts';
import { Database } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { inTime, isPast } from './service.ts';

const named = { series: { select: { name: true } }, host: { select: { title: true } } } as const;
/** The columns that are nobody's secret: no join link, no Rückblick, no person. */
const open = {
  id: true,
  no: true,
  format: true,
  status: true,
  title: true,
  summary: true,
  topics: true,
  startsAt: true,
  endsAt: true,
  place: true,
  registrationUrl: true,
  hostName: true,
  ...named,
} as const satisfies Prisma.SprechstundeSelect;
const shown = ({ series, host, ...event }: Prisma.SprechstundeGetPayload<{ select: typeof open }>) => ({
  ...event,
  seriesName: series?.name ?? null,
  hostName: host?.title ?? event.hostName,
});

/** R2: what everybody may know without sign-in, and no more. */
@Injectable()
export class PublicService {
  constructor(private readonly database: Database) {}

  async list({ past, ...args }: PageArgs & { past: boolean }): Promise<Page<ReturnType<typeof shown>>> {
    const where = { AND: [{ announcedAt: { not: null } }, isPast(past)] };
    const found = await inTime(
      past,
      args,
      (part) => this.database.prisma.sprechstunde.findMany({ ...part, where: { AND: [where, part.where] }, select: open }),
      () => this.database.prisma.sprechstunde.count({ where }),
    );
    return { ...found, nodes: found.nodes.map(shown) };
  }

  async treated(year: number) {
    if (year < 2000 || year > 2200) throw fail('invalid', { fields: ['year'] });
    const done = { status: 'DONE' as const };
    const [begin, end] = [year, year + 1].map((y) => berlinInstant(`${y}-01-01`, '00:00')) as [Date, Date];
    const [events, spans] = await Promise.all([
      this.database.prisma.sprechstunde.findMany({
        where: { ...done, startsAt: { gte: begin, lt: end } },
        select: { id: true, no: true, title: true, startsAt: true, topics: true, series: { select: { name: true } } },
        orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
        take: limits.directoryPage.max,
      }),
      this.database.prisma.$queryRaw<{ year: number }[]>`
        SELECT DISTINCT extract(year FROM starts_at AT TIME ZONE 'Europe/Berlin')::int AS year FROM sprechstunde WHERE status = 'DONE' ORDER BY 1 DESC LIMIT 200`,
    ]);
    return {
      year,
      years: spans.map((s) => s.year),
      events: events.map(({ series, ...event }) => ({ ...event, seriesName: series?.name ?? null })),
    };
  }
}
