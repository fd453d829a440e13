import { randomUUID } from 'node:crypto';
import { berlinInstant } from '../../platform/berlin.ts';
import { inDays } from '../../platform/days.ts';
import { holidayOn } from '../../features/sprechstunden/calendar/holidays.ts';
import { daysOf } from '../../features/sprechstunden/calendar/recurrence.ts';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import { people } from './people.ts';
import { openHour, quotes, topicHours, wishes } from './sprechstunden.ts';
import type { Stage } from './stage.ts';

const editor = 'redaktion.land';
const rule = { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', startTime: '10:00', minutes: 90 };
/** Held already; the next one is coming, and one more is a draft. */
const held = 27;
const coordinations = people.filter((p) => p.role === 'COORDINATOR' && /^\d/.test(p.organisation)).map((p) => p.login);
const some = (count: number, from: number): string[] => [
  ...new Set(
    Array.from({ length: Math.min(count, coordinations.length) }, (_, i) => coordinations[(from * 3 + i) % coordinations.length]!),
  ),
];

/** The numbered series with what came of it, the coming hour, an event elsewhere, and wishes. */
export async function loadSprechstunden(stage: Stage): Promise<void> {
  const db = stage.database.prisma;
  const land = await db.organisation.findUniqueOrThrow({ where: { key: 'st-mid' } });
  const firstDay = inDays(-70 * 7);
  const { createSeries } = await stage.as(editor, 'mutation($input: SeriesInput!) { createSeries(input: $input) { id } }', {
    input: {
      clientMutationId: randomUUID(),
      name: 'OZG-Sprechstunde',
      organiserId: land.id,
      firstDay,
      ...rule,
      openEvery: 3,
      exceptions: [],
      place: 'Videokonferenz',
      joinUrl: 'https://konferenz.example/ozg-sprechstunde',
    },
  });
  const seriesId = createSeries.id as string;
  // So far ahead that there are as many dates as have been held, one coming and one draft.
  await stage.as(editor, 'mutation($s: ID!, $u: String!) { planSprechstunden(seriesId: $s, until: $u) { id } }', {
    s: seriesId,
    u: inDays(68 * 7),
  });
  await db.sprechstunde.deleteMany({ where: { seriesId, no: { gt: held + 2 } } });
  await db.sprechstundenSeries.update({ where: { id: seriesId }, data: { nextNo: held + 3 } });
  const events = await db.sprechstunde.findMany({ where: { seriesId }, orderBy: { no: 'asc' } });
  let topic = 0;
  for (const event of events) {
    if (event.no! > held + 1) continue;
    const content = event.format === 'OPEN' ? openHour : topicHours[topic++ % topicHours.length]!;
    await prepare(stage, event, seriesId, land.id, content);
  }
  await stage.as(editor, 'mutation($s: ID!, $i: DistributionInput!) { addToDistribution(seriesId: $s, input: $i) { id } }', {
    s: seriesId,
    i: { email: 'ozg@spitzenverband.example', name: 'Spitzenverband' },
  });
  for (const login of some(12, 0))
    await stage.as(editor, 'mutation($s: ID!, $i: DistributionInput!) { addToDistribution(seriesId: $s, input: $i) { id } }', {
      s: seriesId,
      i: { personId: stage.personId(login) },
    });
  for (const event of events.filter((e) => e.no! <= held)) await hold(stage, event);
  await wish(
    stage,
    seriesId,
    events.find((e) => e.no === held + 1)!,
  );
  await elsewhere(stage);
  await setEventsBack(stage, seriesId, firstDay);
}

async function prepare(stage: Stage, event: Sprechstunde, seriesId: string, hostId: string, content: typeof openHour): Promise<void> {
  const { title, summary, topics, speakers } = content;
  const coming = event.no === held + 1;
  await stage.as(editor, 'mutation($id: ID!, $input: SprechstundeInput!) { editSprechstunde(id: $id, version: 1, input: $input) { id } }', {
    id: event.id,
    input: {
      clientMutationId: randomUUID(),
      seriesId,
      hostId,
      hostName: '',
      format: event.format,
      title,
      summary,
      topics,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      place: event.place,
      joinUrl: event.joinUrl,
      limit: coming ? 12 : null,
    },
  });
  const agenda = [
    ['Begrüßung', 5],
    ...(speakers.length > 0
      ? ([
          ['Stand und Anbindung', 15],
          ['Fragen zum ersten Teil', 20],
          ['Aus der Pilotierung', 20],
        ] as const)
      : ([['Ihre Fragen', 60]] as const)),
    ['Offene Fragen, nächste Schritte', 15],
  ].map(([name, minutes]) => ({ title: name, minutes, description: '' }));
  await stage.as(editor, 'mutation($id: ID!, $input: ProgrammeInput!) { setProgramme(id: $id, version: 2, input: $input) { id } }', {
    id: event.id,
    input: {
      agenda,
      speakers: speakers.map(([name, office, organisationName]) => ({ name, function: office, organisationName, item: 1 })),
      links:
        coming || speakers.length === 0
          ? []
          : [
              { kind: 'PRESENTATION', title: `Folien „${title}“`, url: `https://unterlagen.example/sprechstunde-${event.no}.pdf`, item: 1 },
              { kind: 'RECORDING', title: 'Aufzeichnung', url: `https://unterlagen.example/sprechstunde-${event.no}` },
            ],
    },
  });
  await status(stage, event.id, 'ANNOUNCED');
  const guests = coming ? some(15, 1) : event.no! > held - 4 ? some(14, event.no!) : some(2, event.no!);
  for (const login of guests)
    await stage.as(login, 'mutation($input: RegisterInput!) { register(input: $input) { id } }', {
      input: { clientMutationId: randomUUID(), sprechstundeId: event.id },
    });
}

const status = (stage: Stage, id: string, to: string) =>
  stage.as(editor, 'mutation($id: ID!, $s: SprechstundeStatus!) { changeSprechstundeStatus(id: $id, status: $s) { version } }', {
    id,
    s: to,
  });

async function hold(stage: Stage, { id, no }: Sprechstunde): Promise<void> {
  await status(stage, id, 'LIVE');
  const voters = no! > held - 4 ? some(8, no!) : [];
  for (const [i, login] of voters.entries()) {
    const place = await stage.database.prisma.affiliation.findFirstOrThrow({ where: { personId: stage.personId(login), endedAt: null } });
    await stage.as(login, 'mutation($e: ID!, $o: ID!, $v: Int!) { voteMood(sprechstundeId: $e, organisationId: $o, value: $v) { id } }', {
      e: id,
      o: place.organisationId,
      v: [4, 3, 5, 4, 2, 4, 3, 5][i]!,
    });
  }
  const { changeSprechstundeStatus } = await status(stage, id, 'DONE');
  const people = 48 + ((no! * 7) % 26);
  await stage.as(editor, 'mutation($id: ID!, $v: Int!, $input: ReviewInput!) { writeReview(id: $id, version: $v, input: $input) { id } }', {
    id,
    v: changeSprechstundeStatus.version,
    input: {
      review: `Etwa ${people} Vertreterinnen und Vertreter der Kommunen nahmen an der **${no}. OZG-Sprechstunde** teil. Es wurden viele Fragen gestellt und soweit wie möglich beantwortet.`,
      nextSteps: '- Offene Fragen gehen an die zuständigen Stellen.\n- Die Unterlagen stehen auf dieser Seite.',
      participatingOrganisations: people - 9,
      quotes: no! % 3 === 0 ? [0, 1, 2].map((i) => ({ label: `Kommune ${i + 1}`, text: quotes[(no! + i) % quotes.length]! })) : [],
    },
  });
}

async function wish(stage: Stage, seriesId: string, coming: Sprechstunde): Promise<void> {
  const ids: string[] = [];
  for (const [i, [title, description]] of wishes.entries()) {
    const { wishTopic } = await stage.as(
      coordinations[i % coordinations.length]!,
      'mutation($input: WishInput!) { wishTopic(input: $input) { id } }',
      { input: { clientMutationId: randomUUID(), seriesId, title, description } },
    );
    ids.push(wishTopic.id as string);
    for (const login of some(Math.max(1, 11 - 2 * i), i + 2))
      await stage.as(login, 'mutation($id: ID!) { voteWish(id: $id, on: true) { id } }', { id: wishTopic.id });
  }
  await stage.as(editor, 'mutation($a: ID!, $b: ID!) { mergeWish(id: $a, intoId: $b) { id } }', { a: ids[3], b: ids[0] });
  await stage.as(editor, 'mutation($w: ID!, $e: ID!) { planWish(id: $w, sprechstundeId: $e, minutes: 15) { id } }', {
    w: ids[4],
    e: coming.id,
  });
  await stage.as(editor, 'mutation($id: ID!, $r: String!) { declineWish(id: $id, reason: $r) { id } }', {
    id: ids[6],
    r: 'Dafür gibt es eigene Termine der Fortbildung.',
  });
  await stage.database.pool.query(
    `UPDATE topic_wish w SET created_at = now() - make_interval(days => 3 + 6 * n.no::int)
       FROM (SELECT id, row_number() OVER (ORDER BY created_at DESC, id) AS no FROM topic_wish) n WHERE w.id = n.id`,
  );
}

/** An event of others: one registers there. */
async function elsewhere(stage: Stage): Promise<void> {
  const ahead = inDays(40);
  const thursdays = daysOf('FREQ=WEEKLY;BYDAY=TH', ahead, ahead, inDays(70)) ?? [];
  const at = thursdays.find((d) => holidayOn(d) === null)!;
  const { createSprechstunde } = await stage.as(
    editor,
    'mutation($input: SprechstundeInput!) { createSprechstunde(input: $input) { id } }',
    {
      input: {
        clientMutationId: randomUUID(),
        format: 'EXTERNAL',
        title: 'Fachtag Digitale Verwaltung',
        summary: 'Ein Tag mit Vorträgen und Ausstellung.',
        topics: ['Verwaltungsdigitalisierung'],
        startsAt: berlinInstant(at, '09:00'),
        endsAt: berlinInstant(at, '17:00'),
        place: 'Messehalle Musterstadt',
        registrationUrl: 'https://fachtag.example/anmeldung',
        hostName: 'Verband Musterland',
      },
    },
  );
  await status(stage, createSprechstunde.id as string, 'ANNOUNCED');
}

/** Gives what was held the dates on which it would have been held. */
async function setEventsBack(stage: Stage, seriesId: string, firstDay: string): Promise<void> {
  const today = inDays(0);
  const takesPlace = (days: string[] | null): string[] => (days ?? []).filter((d) => holidayOn(d) === null);
  const past = takesPlace(daysOf(rule.rule, firstDay, firstDay, inDays(-1))).slice(-held);
  const ahead = takesPlace(daysOf(rule.rule, firstDay, inDays(1), inDays(90)));
  const days = [...past, ...ahead.filter((d) => d > today).slice(0, 2)];
  const { pool } = stage.database;
  // The days of the plan are free for a moment: two events of a series never share one.
  await pool.query('UPDATE sprechstunde SET original_day = NULL WHERE series_id = $1', [seriesId]);
  for (const [i, originalDay] of days.entries()) {
    const startsAt = berlinInstant(originalDay, rule.startTime);
    await pool.query(
      `UPDATE sprechstunde SET original_day = $3, starts_at = $4, ends_at = $4::timestamptz + $5 * interval '1 minute',
              announced_at = CASE WHEN announced_at IS NULL THEN NULL ELSE $4::timestamptz - interval '14 days' END,
              live_since = CASE WHEN live_since IS NULL THEN NULL ELSE $4::timestamptz + interval '2 minutes' END
        WHERE series_id = $1 AND no = $2`,
      [seriesId, i + 1, originalDay, startsAt, rule.minutes],
    );
  }
}
