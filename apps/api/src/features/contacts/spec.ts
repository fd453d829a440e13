import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { announcementsOf } from '../../../test/announcements.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';

let api: Api;
let coordinator: Colleague;
let other: Colleague;
let topicId: string;
const { ask, refusal, events } = announcementsOf(() => api);
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  topicId = (await api.world.db.topic.create({ data: { key: randomUUID(), name: 'Breitband', position: 99 } })).id;
});
afterAll(() => api.close());
beforeEach(async () => {
  coordinator = await api.world.colleague(undefined, 'COORDINATOR');
  other = await api.world.colleague(undefined, 'COORDINATOR');
});

const given = (more: object = {}, id?: string) => ({
  input: { id, organisationId: coordinator.organisation.id, contact: { topicId: null, name: 'Kim Muster', phone: '', email: '', ...more } },
});
const contacts = async (who: Colleague = other) => (await ask(who, 'contacts', { id: coordinator.organisation.id }))['contacts'] as Data[];

it('is named by the coordination, one for each topic and one in general, however often it is sent', async () => {
  const before = (await events('land')).length;
  await Promise.all([ask(coordinator, 'setContact', given()), ask(coordinator, 'setContact', given({ name: 'Sascha Probe' }))]);
  await ask(coordinator, 'setContact', given({ topicId, email: 'Breitband@Ort.example', phone: '0391 1' }));
  const found = await contacts();
  expect(found).toMatchObject([
    { topic: null, viewerCan: { edit: false }, organisation: { id: coordinator.organisation.id } },
    { topic: { id: topicId }, name: 'Kim Muster', email: 'breitband@ort.example', phone: '0391 1' },
  ]);
  expect((await contacts(coordinator))[0]!['viewerCan']).toEqual({ edit: true });
  expect((await events('land')).slice(before)).toEqual(['contacts.changed', 'contacts.changed', 'contacts.changed']);
});

it('is changed, confirmed and removed', async () => {
  const { id, confirmedAt } = await ask(coordinator, 'setContact', given());
  await ask(coordinator, 'setContact', given({ topicId, name: 'Vorher' }));
  expect(await ask(coordinator, 'setContact', given({ topicId, name: 'Nachher' }, String(id)))).toMatchObject({ id, name: 'Nachher' });
  expect(await contacts()).toMatchObject([{ id, topic: { id: topicId }, name: 'Nachher' }]);
  await api.world.db.contact.update({ where: { id: String(id) }, data: { confirmedAt: new Date('2026-01-01T00:00:00Z') } });
  const confirmed = await ask(coordinator, 'confirmContact', { id });
  expect(Date.parse(String(confirmed['confirmedAt']))).toBeGreaterThanOrEqual(Date.parse(String(confirmedAt)));
  expect(await ask(coordinator, 'removeContact', { id })).toBe(true);
  expect(await contacts()).toEqual([]);
});

it('is nobody else’s to change, and not to be seen from outside', async () => {
  const { id } = await ask(coordinator, 'setContact', given());
  const head = await api.world.colleague(coordinator.organisation, 'HEAD');
  for (const who of [other, head]) {
    expect(await refusal(who, 'setContact', given())).toBe('forbidden');
    expect(await refusal(who, 'confirmContact', { id })).toBe('forbidden');
    expect(await refusal(who, 'removeContact', { id })).toBe('forbidden');
  }
  const provider = await api.world.colleague(coordinator.organisation, 'PROVIDER');
  expect(await contacts(provider)).toEqual([]);
  expect(await refusal(provider, 'confirmContact', { id })).toBe('not_found');
  expect(await refusal(coordinator, 'confirmContact', { id: randomUUID() })).toBe('not_found');
  expect(await refusal(other, 'setContact', { input: { ...given({}, String(id)).input, organisationId: other.organisation.id } })).toBe(
    'not_found',
  );
});

it('has a name, a known topic and an address that is one', async () => {
  expect(await refusal(coordinator, 'setContact', given({ name: ' ' }))).toBe('invalid');
  expect(await refusal(coordinator, 'setContact', given({ topicId: randomUUID() }))).toBe('invalid');
  expect(await refusal(coordinator, 'setContact', given({ email: 'kein' }))).toBe('invalid');
});
