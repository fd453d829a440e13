import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { clockOf } from '../../../test/mailing.ts';
import type { NoticeKind } from '../../generated/prisma/client.ts';

/**
 * A generated week, quarter of an hour by quarter of an hour, over the night in which summer time ends and a public holiday.
 * What arrives is compared with what this file works out for itself, from the facts alone.
 */
let api: Api;
beforeAll(async () => {
  api = await openApi({ SMTP_URL: '', DATABASE_POOL: '8' });
}, 60_000);
afterAll(async () => {
  await api.close();
});

const size = Number(process.env['WEEK_PEOPLE'] ?? 500);
const minute = 60_000;
const begin = Date.parse('2026-10-24T22:00:00Z');
const end = Date.parse('2026-11-01T23:00:00Z');

/** The same week each time: a failure can be looked at again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Told {
  id: string;
  person: number;
  group: number;
  kind: NoticeKind;
  detail: string;
  at: number;
  readAt: number | null;
}
interface Someone {
  id: string;
  email: string;
  on: boolean;
  days: number[];
  hour: number;
  quietFrom: number;
  quietTo: number;
  /** When they lose the hidden group. */
  leaves: number | null;
}
type Arrived = { person: number; at: number; digest: boolean; told: string[] };

const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' });
const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' });
const weekday = (day: string) => ((new Date(day).getUTCDay() + 6) % 7) + 1;
/** Saturday, 31 October: Reformationstag. */
const holiday = '2026-10-31';

/** Worked out by hand: who hears what when, walking through the week once, one person after the other. */
function expected(people: readonly Someone[], notices: readonly Told[]): Arrived[] {
  const arrived: Arrived[] = [];
  people.forEach((who, person) => {
    const mine = notices.filter((n) => n.person === person);
    const told = new Set<string>();
    let lastDay = '';
    for (let now = begin; who.on && now <= end; now += 15 * minute) {
      const [hour, day] = [Number(hourOf.format(now)), dayOf.format(now)];
      const unread = (n: Told) =>
        n.at <= now &&
        !told.has(n.id) &&
        (n.readAt === null || n.readAt > now) &&
        (n.group === 0 || who.leaves === null || who.leaves > now);
      const quiet =
        who.quietFrom === who.quietTo
          ? false
          : who.quietFrom < who.quietTo
            ? hour >= who.quietFrom && hour < who.quietTo
            : !(hour >= who.quietTo && hour < who.quietFrom);
      if (!quiet)
        for (const n of mine.filter(unread)) {
          if (n.kind !== 'MENTION' || n.detail !== 'PERSON' || n.at <= now - 3 * 24 * 60 * minute) continue;
          told.add(n.id);
          arrived.push({ person, at: now, digest: false, told: [n.id] });
        }
      if (hour !== who.hour || day === lastDay || day === holiday || !who.days.includes(weekday(day))) continue;
      lastDay = day;
      const waiting = mine.filter(unread);
      for (const n of waiting) told.add(n.id);
      if (waiting.length > 0) arrived.push({ person, at: now, digest: true, told: waiting.map((n) => n.id) });
    }
  });
  return arrived;
}

it(`a week of ${size} people: every digest that is due, once, with exactly what is unread and may be read`, async () => {
  const { db } = api.world;
  const roll = dice(6);
  const clock = await clockOf(api);
  const { Digests } = await import('./digest.service.ts');
  const digests = api.app.get(Digests);
  const open = await api.world.group({ name: 'Offen', number: 1 });
  const hidden = await api.world.group({ name: 'Verborgen', number: 2, visibility: 'MEMBERS', joinPolicy: 'INVITE' });
  const groups = [open, hidden];
  const home = await api.world.organisation();

  const dayset = [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1], [2, 5], [6], [7], [1, 2, 3, 4, 5, 6, 7]];
  const people: Someone[] = Array.from({ length: size }, (_, i) => ({
    id: '',
    email: `woche${i}@ort.example`,
    on: roll(12) > 0,
    days: dayset[roll(dayset.length)]!,
    // The hour that comes twice in this week is among them often.
    hour: [7, 7, 2, 12, 16, 23, roll(24)][roll(7)]!,
    quietFrom: [19, 19, 12, 0][roll(4)]!,
    quietTo: [7, 7, 14, 0][roll(4)]!,
    leaves: roll(4) === 0 ? begin + roll(8 * 24 * 60) * minute + 7 * minute : null,
  }));
  const rows = await db.person.createManyAndReturn({ data: people.map(({ email }, i) => ({ name: `Person ${i}`, email })) });
  const idOf = new Map(rows.map((row) => [row.email, row.id]));
  for (const person of people) person.id = idOf.get(person.email)!;
  await db.affiliation.createMany({
    data: people.map(({ id }) => ({ personId: id, organisationId: home.id, role: 'MEMBER' as const, function: '' })),
  });
  await db.groupMembership.createMany({
    data: people.map(({ id }) => ({
      groupId: hidden.id,
      personId: id,
      organisationId: home.id,
      role: 'MEMBER' as const,
      status: 'ACTIVE' as const,
    })),
  });
  await db.mailSetting.createMany({
    data: people.map(({ id, on, days, hour, quietFrom, quietTo }) => ({
      personId: id,
      on,
      days,
      hour,
      quietFrom,
      quietTo,
      secret: `s${id}`,
      since: new Date(0),
    })),
  });

  const kinds: [NoticeKind, string, string][] = [
    ['REQUEST', '', 'requested'],
    ['DECISION', '', 'accepted'],
    ['INVITATION', '', 'invited'],
    ['ACCESS', '', 'read_with_reason'],
    ['VOLUNTEER', '', 'volunteered'],
    ['MENTION', 'PERSON', 'requested'],
    ['MENTION', 'ROLE', 'requested'],
    ['POST', '', 'requested'],
  ];
  const drafts = people.flatMap((_, person) =>
    Array.from({ length: roll(9) }, () => {
      const at = begin + roll(8 * 24 * 60 - 60) * minute + 1;
      const [kind, detail, fact] = kinds[roll(kinds.length)]!;
      return {
        person,
        group: roll(3) === 0 ? 1 : 0,
        kind,
        detail,
        fact,
        at,
        readAt: roll(3) === 0 ? at + roll(48 * 60) * minute + minute : null,
      };
    }),
  );
  const made = await db.notice.createManyAndReturn({
    data: drafts.map(({ person, group, kind, detail, fact, at }, i) => ({
      personId: people[person]!.id,
      kind,
      detail,
      cause: `${fact}:${i}`,
      groupId: groups[group]!.id,
      createdAt: new Date(at),
    })),
  });
  const idByCause = new Map(made.map((n) => [n.cause, n.id]));
  const notices: Told[] = drafts.map((draft, i) => ({ ...draft, id: idByCause.get(`${draft.fact}:${i}`)! }));

  // Walk through the week: what people read and lose happens between two quarters; only quarters with something due are run.
  const wanted = expected(people, notices);
  const changes = [
    ...notices.flatMap((n) =>
      n.readAt === null
        ? []
        : [{ at: n.readAt, run: `UPDATE notice SET read_at = to_timestamp(${n.readAt} / 1000.0) WHERE id = '${n.id}'` }],
    ),
    ...people.flatMap((p) =>
      p.leaves === null ? [] : [{ at: p.leaves, run: `UPDATE group_membership SET status = 'LEFT' WHERE person_id = '${p.id}'` }],
    ),
  ].toSorted((a, b) => a.at - b.at);
  const came: Arrived[] = [];
  const known = new Map<string, number>(people.map((p, i) => [p.email, i]));
  const seen = new Set<string>();
  // Not yet there is what has not happened: its time is set when it comes.
  await db.$executeRawUnsafe(`UPDATE notice SET mailed_at = 'infinity'`);
  const arrivals = notices.toSorted((a, b) => a.at - b.at);
  let [changed, there] = [0, 0];
  for (let now = begin; now <= end; now += 15 * minute) {
    const fresh: string[] = [];
    while (there < arrivals.length && arrivals[there]!.at <= now) fresh.push(arrivals[there++]!.id);
    if (fresh.length > 0) await db.$executeRawUnsafe(`UPDATE notice SET mailed_at = NULL WHERE id = ANY($1::uuid[])`, fresh);
    while (changed < changes.length && changes[changed]!.at <= now) await db.$executeRawUnsafe(changes[changed++]!.run);
    clock.set(new Date(now));
    await digests.due(new AbortController().signal);
    for (const { id, to, data, composer } of await db.outboxMail.findMany({ where: { createdAt: new Date(now) } })) {
      expect(seen.has(id)).toBe(false);
      seen.add(id);
      const { noticeIds, noticeId } = data as { noticeIds?: string[]; noticeId?: string };
      came.push({ person: known.get(to)!, at: now, digest: composer === 'digest', told: noticeIds ?? [noticeId!] });
    }
  }

  const lines = (all: readonly Arrived[]) =>
    all
      .map(
        ({ person, at, digest, told }) =>
          `${people[person]!.email} ${new Date(at).toISOString()} ${digest ? 'digest' : 'at once'} ${told.toSorted().join(' ')}`,
      )
      .toSorted();
  expect(lines(came)).toEqual(lines(wanted));
  expect(await db.outboxMail.count()).toBe(wanted.length);

  const summaries = came.filter((c) => c.digest);
  const days = (end - begin) / (24 * 60 * minute);
  const each = (count: number) => (count / size / (days / 7)).toFixed(1);
  process.stdout.write(
    `mails per person and week: ${each(notices.length)} if each notice were one, ${each(came.length)} by the rule (${each(summaries.length)} digests, ${each(came.length - summaries.length)} at once)\n`,
  );
  expect(came.length).toBeLessThan(notices.length);
  expect(summaries.some((d) => new Date(d.at).toISOString() === '2026-10-25T00:00:00.000Z')).toBe(true);
  expect(summaries.some((d) => dayOf.format(d.at) === holiday)).toBe(false);
}, 600_000);
