import type { Actor } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { batched, inOrder, perRow, type Loaders } from '../../platform/graphql/loaders.ts';
import type { DistributionEntry, Registration, Speaker, SprechstundenSeries } from '../../generated/prisma/client.ts';
import { organisationsById } from '../organisations/index.ts';
import { personsById } from '../people/index.ts';
import { eventViews } from './gate.ts';
import { registrationPolicy } from './policy.ts';

/** Who stands around an event: registrations, seats, speakers, the distribution list; and the series. */
export function aroundLoaders(database: Database): Loaders {
  const { sql } = database;
  const organisation = batched((rows: { organisationId: string | null }[]) =>
    organisationsById(
      sql,
      rows.map((row) => row.organisationId),
    ),
  );
  const person = batched((rows: { personId: string | null }[]) =>
    personsById(
      sql,
      rows.map((row) => row.personId),
    ),
  );
  const persons = perRow((entries: DistributionEntry[]) =>
    personsById(
      sql,
      entries.map((e) => e.personId),
    ),
  );
  return {
    SprechstundenSeries: {
      organiser: batched((series: SprechstundenSeries[]) =>
        organisationsById(
          sql,
          series.map((s) => s.organiserId),
        ),
      ),
    },
    DistributionEntry: {
      name: batched(async (entries: DistributionEntry[], actor) =>
        (await persons(entries, actor)).map((p, i) => p?.name ?? entries[i]!.name),
      ),
      email: batched(async (entries: DistributionEntry[], actor) =>
        (await persons(entries, actor)).map((p, i) => p?.email ?? entries[i]!.email ?? ''),
      ),
      person,
    },
    Speaker: {
      organisation,
      person,
      organisationName: batched(async (speakers: Speaker[]) => {
        const found = await organisationsById(
          sql,
          speakers.map((s) => s.organisationId),
        );
        return speakers.map((s, i) => found[i]?.title ?? s.organisationName);
      }),
    },
    EventSeat: { person, organisation },
    Registration: {
      person,
      organisation,
      waitingPlace: batched((rows: Registration[]) => waitingPlaces(database, rows)),
      viewerCan: batched((rows: Registration[], actor) => abilities(database, rows, actor)),
    },
  };
}

async function waitingPlaces(database: Database, rows: readonly Registration[]): Promise<(number | null)[]> {
  const waiting = rows.filter((r) => r.status === 'WAITING').map((r) => r.id);
  if (waiting.length === 0) return rows.map(() => null);
  const { rows: found } = await database.pool.query<{ id: string; place: number }>({
    name: 'waiting_places',
    text: `SELECT id, place::int FROM (
             SELECT id, row_number() OVER (PARTITION BY sprechstunde_id ORDER BY registered_at, id) AS place FROM registration
              WHERE status = 'WAITING' AND sprechstunde_id = ANY($2::uuid[])
           ) waiting WHERE id = ANY($1::uuid[])`,
    values: [waiting, [...new Set(rows.map((r) => r.sprechstundeId))]],
  });
  return inOrder(
    rows.map((r) => r.id),
    found,
    (f) => f.id,
  ).map((f) => f?.place ?? null);
}

async function abilities(database: Database, rows: readonly Registration[], actor: Actor): Promise<{ withdraw: boolean }[]> {
  const ids = [...new Set(rows.map((r) => r.sprechstundeId))];
  const events = await database.prisma.sprechstunde.findMany({ where: { id: { in: ids } } });
  const views = new Map((await eventViews(database.prisma, actor, events)).map((view) => [view.id, view]));
  return rows.map((row) => {
    const event = views.get(row.sprechstundeId)!;
    return { withdraw: row.status !== 'WITHDRAWN' && registrationPolicy.verdict(actor, 'withdraw', { ...row, event }) === true };
  });
}
