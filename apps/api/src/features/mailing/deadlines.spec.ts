import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { announcementsOf, hoursOn } from '../../../test/announcements.ts';
import type { Api, Data } from '../../../test/api.ts';
import { openMailing, quarter, setMailSettings, usual, type Mailing } from '../../../test/mailing.ts';
import type { Colleague } from '../../../test/world.ts';
import { berlinShortDate } from '../../platform/berlin.ts';

/** What happens to an announcement after people were told of its deadline. */
let mailing: Mailing;
let api: Api;
let editor: Colleague;
const { ask, published, correction } = announcementsOf(() => api);
beforeAll(async () => {
  mailing = await openMailing();
  ({ api } = mailing);
  editor = await api.world.official('LAND_EDITOR');
});
afterAll(() => mailing.close());
beforeEach(() => mailing.clock.set(hoursOn(0)));

const action = { kind: 'ACTION', action: 'Bitte melden.', asksAcknowledgement: true };
/** Two towns, each with a coordination and a head, told of what is to be done in 60 hours. */
async function told() {
  const { world } = api;
  const [one, two] = [await world.colleague(undefined, 'COORDINATOR'), await world.colleague(undefined, 'COORDINATOR')];
  const [head, other] = [await world.colleague(one.organisation, 'HEAD'), await world.colleague(two.organisation, 'HEAD')];
  for (const who of [one, two, head, other]) await api.get(who, setMailSettings, { input: { ...usual, quietFrom: 0, quietTo: 0 } });
  const to = { organisationIds: [one.organisation.id, two.organisation.id] };
  const { id, version } = await published(editor, editor.organisation.id, to, { ...action, dueAt: hoursOn(60) });
  await api.work();
  return { one, two, head, other, id: String(id), version: version as number };
}
const hurriedAt = async (hours: number, ...people: Colleague[]): Promise<number[]> => {
  mailing.clock.set(hoursOn(hours));
  await quarter(api);
  return people.map((who) => mailing.caught(who).filter((m) => m.subject === 'Eine Frist läuft bald ab').length);
};
const sentences = async (who: Colleague): Promise<string[]> =>
  ((await ask(who, 'notices'))['nodes'] as Data[]).map((notice) => notice['sentence'] as string);
const unread = async (who: Colleague): Promise<string[]> =>
  ((await ask(who, 'notices'))['nodes'] as Data[]).filter((notice) => !notice['read']).map((notice) => notice['sentence'] as string);

it('near, it is told at once', async () => {
  const { one } = await told();
  expect(await hurriedAt(11, one)).toEqual([0]);
  expect(await hurriedAt(13, one)).toEqual([1]);
});

it('moved, the new one counts, in words and in mails', async () => {
  const { one, id, version } = await told();
  const dueAt = hoursOn(200);
  await ask(editor, 'correct', correction(id, version, { dueAt, action: 'Bitte melden.' }));
  await api.work();
  expect(await sentences(one)).toEqual([
    expect.stringContaining('wurde korrigiert'),
    expect.stringContaining(`Bitte handeln Sie bis ${berlinShortDate(new Date(dueAt))}`),
  ]);
  expect(await hurriedAt(20, one)).toEqual([0]);
});

it('of what was withdrawn, nothing is asked any more', async () => {
  const { one, id } = await told();
  await ask(editor, 'remind', { id });
  await api.work();
  await ask(editor, 'withdraw', { id, reason: 'Doppelt.' });
  await api.work();
  expect((await unread(one)).join(' ')).not.toMatch(/Bitte handeln|fehlt noch/);
  expect(await hurriedAt(20, one)).toEqual([0]);
});

it('of what the own organisation acknowledged, nothing hurries; of what another one did, all of it', async () => {
  const { one, two, head, other, id } = await told();
  await ask(one, 'acknowledge', { id, organisationId: one.organisation.id, on: true });
  expect(await hurriedAt(20, head, two, other)).toEqual([0, 1, 1]);
});

it('a reminder is done with when the organisation acknowledges, for all who were reminded, and for nobody else', async () => {
  const { one, two, head, other, id } = await told();
  await ask(editor, 'remind', { id });
  await api.work();
  await ask(one, 'acknowledge', { id, organisationId: one.organisation.id, on: true });
  const reminded = async (who: Colleague) => (await unread(who)).filter((sentence) => sentence.includes('fehlt noch')).length;
  expect(await Promise.all([one, head, two, other].map(reminded))).toEqual([0, 0, 1, 1]);
});

it('who belongs to two of them has it under Frist until both have acknowledged', async () => {
  const { one, two, head, id } = await told();
  await api.world.db.affiliation.create({
    data: { personId: head.id, organisationId: two.organisation.id, role: 'MEMBER', function: '' },
  });
  const section = async () => (await ask(head, 'one', { id }))['relevance']['section'] as string;
  await ask(one, 'acknowledge', { id, organisationId: one.organisation.id, on: true });
  expect(await section()).toBe('FRIST');
  await ask(two, 'acknowledge', { id, organisationId: two.organisation.id, on: true });
  expect(await section()).toBe('KENNTNIS');
});
