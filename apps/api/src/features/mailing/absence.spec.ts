import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Api } from '../../../test/api.ts';
import { noticeOf, quarter, openMailing, type Mailing } from '../../../test/mailing.ts';
import type { Someone } from '../../../test/world.ts';

let mailing: Mailing;
let api: Api;
beforeAll(async () => {
  mailing = await openMailing();
  ({ api } = mailing);
});
afterAll(() => mailing.close());

const subjects = (person: Someone) => mailing.caught(person).map((m) => m.subject);
const at = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`);
const isAway = (person: Someone, from: string, until: string) =>
  api.world.db.absence.create({ data: { personId: person.id, fromDay: new Date(from), untilDay: new Date(until) } });
const goesOn = async (day: string, time: string) => {
  mailing.clock.set(at(day, time));
  await quarter(api);
};

it('who is away gets no mail; after it one digest, with what was told meanwhile, once', async () => {
  const { world } = api;
  const group = await world.group();
  const [me, there] = [await world.colleague(), await world.colleague()];
  // Monday to Wednesday; at home again on Thursday.
  await isAway(me, '2026-11-23', '2026-11-25');
  for (const person of [me, there]) {
    await noticeOf(api, person, 'MENTION', at('2026-11-24', '10:00'), { group, detail: 'PERSON' });
    await noticeOf(api, person, 'DECISION', at('2026-11-24', '10:00'), { group });
  }
  await goesOn('2026-11-24', '10:15');
  await goesOn('2026-11-25', '07:00');
  expect(subjects(me)).toEqual([]);
  expect(subjects(there)).toEqual(expect.arrayContaining(['Sie wurden erwähnt', 'Ihre Zusammenfassung: ein Hinweis']));
  // Back: what came meanwhile does not hurry any more.
  await goesOn('2026-11-26', '00:15');
  expect(subjects(me)).toEqual([]);
  await goesOn('2026-11-26', '07:00');
  await goesOn('2026-11-26', '07:15');
  await goesOn('2026-11-27', '07:00');
  expect(subjects(me)).toEqual(['Ihre Zusammenfassung: 2 Hinweise']);
});

it('a deadline that is near after it hurries then; what comes after it hurries as ever', async () => {
  const { world } = api;
  const group = await world.group();
  const me = await world.colleague();
  await isAway(me, '2026-11-30', '2026-12-01');
  await noticeOf(api, me, 'QUESTION', at('2026-11-30', '10:00'), { group, dueAt: at('2026-12-03', '12:00') });
  await goesOn('2026-12-01', '12:15');
  expect(subjects(me)).toEqual([]);
  await noticeOf(api, me, 'MENTION', at('2026-12-02', '08:00'), { group, detail: 'PERSON' });
  await goesOn('2026-12-02', '08:15');
  expect(subjects(me).toSorted()).toEqual(['Eine Frist läuft bald ab', 'Sie wurden erwähnt']);
  await goesOn('2026-12-03', '07:00');
  expect(subjects(me)).toHaveLength(2);
});

it('a deputy is told at once of what hurries, and reads for whom', async () => {
  const { world } = api;
  const me = await world.colleague();
  const group = await world.group();
  await noticeOf(api, me, 'MENTION', at('2026-12-08', '09:00'), { group, detail: 'PERSON', onBehalfOf: 'Kim Muster' });
  await goesOn('2026-12-08', '09:15');
  const [message] = mailing.caught(me);
  expect(message?.subject).toBe('Ein Hinweis in Vertretung');
  expect(message?.text).toContain('In Vertretung für Kim Muster.');
});
