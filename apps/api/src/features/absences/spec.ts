import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { clockOf } from '../../../test/mailing.ts';
import type { Colleague, Someone } from '../../../test/world.ts';

let api: Api;
let clock: Awaited<ReturnType<typeof clockOf>>;
beforeAll(async () => {
  api = await openApi();
  clock = await clockOf(api);
});
afterAll(() => api.close());
// Half an hour into Monday in Berlin, Sunday still in UTC.
beforeEach(() => clock.set('2026-11-23T00:30:00+01:00'));

const parts = 'absence { from until phase person { id } deputy { id } }';
const set = `mutation($input: SetAbsenceInput!) { setAbsence(input: $input) { ${parts} } }`;
const end = `mutation { endAbsence { ${parts} } }`;
const own = `{ viewer { ${parts} deputisesFor { from until person { id } } } }`;
const candidates =
  'query($text: String, $first: Int, $after: String) { deputyCandidates(text: $text, first: $first, after: $after) { nodes { id } total pageInfo { endCursor } } }';

const sets = async (person: Someone, from: string, until: string, deputyId?: string | null) =>
  (await api.get(person, set, { input: { from, until, deputyId } }))['setAbsence'].absence;
const refused = async (person: Someone, from: string, until: string, deputyId?: string) => {
  const { errors } = await api.ask(person, set, { input: { from, until, deputyId } });
  return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.fields];
};
const seen = async (person: Someone) => (await api.get(person, own))['viewer'];
const heard = (person: Someone) => api.world.db.event.count({ where: { room: `person:${person.id}`, name: 'absence.changed' } });
async function pair(): Promise<[Colleague, Colleague]> {
  const home = await api.world.organisation();
  return [await api.world.colleague(home), await api.world.colleague(home)];
}

describe('an absence', () => {
  it('is set, changed and taken back; both people hear it, and who stood in before', async () => {
    const [me, deputy] = await pair();
    const other = await api.world.colleague(me.organisation);
    expect(await sets(me, '2026-11-24', '2026-11-27', deputy.id)).toEqual({
      from: '2026-11-24',
      until: '2026-11-27',
      phase: 'AHEAD',
      person: { id: me.id },
      deputy: { id: deputy.id },
    });
    expect((await seen(deputy)).deputisesFor).toEqual([{ from: '2026-11-24', until: '2026-11-27', person: { id: me.id } }]);
    // Nothing changes, nobody hears.
    await sets(me, '2026-11-24', '2026-11-27', deputy.id);
    expect([await heard(me), await heard(deputy), await heard(other)]).toEqual([1, 1, 0]);
    await sets(me, '2026-11-24', '2026-11-27', other.id);
    expect([await heard(me), await heard(deputy), await heard(other)]).toEqual([2, 2, 1]);
    expect((await seen(deputy)).deputisesFor).toEqual([]);
    expect((await api.get(me, end))['endAbsence'].absence).toBeNull();
    expect([await heard(me), await heard(other)]).toEqual([3, 2]);
    await api.get(me, end);
    expect(await heard(me)).toBe(3);
    expect(await api.world.db.absence.count({ where: { personId: me.id } })).toBe(0);
  });

  it('that has begun keeps its first day, and ends with yesterday; two weeks long it is told', async () => {
    const [me] = await pair();
    await sets(me, '2026-11-23', '2026-12-04');
    clock.set('2026-11-26T12:00:00+01:00');
    expect((await seen(me)).absence).toMatchObject({ phase: 'CURRENT', deputy: null });
    expect(await sets(me, '2026-11-23', '2026-12-02')).toMatchObject({ until: '2026-12-02' });
    expect(await refused(me, '2026-11-22', '2026-12-02')).toEqual(['invalid', ['from']]);
    expect((await api.get(me, end))['endAbsence'].absence).toMatchObject({ from: '2026-11-23', until: '2026-11-25', phase: 'OVER' });
    clock.set('2026-12-09T23:30:00+01:00');
    expect((await seen(me)).absence).toMatchObject({ phase: 'OVER' });
    clock.set('2026-12-10T00:30:00+01:00');
    expect((await seen(me)).absence).toBeNull();
    // A new one beside the old one.
    await sets(me, '2026-12-10', '2026-12-11');
    expect(await api.world.db.absence.count({ where: { personId: me.id } })).toBe(2);
  });

  it.each([
    ['the past', '2026-11-22', '2026-11-30', 'from'],
    ['an end before the beginning', '2026-11-30', '2026-11-29', 'until'],
    ['more than a year', '2026-11-30', '2027-12-01', 'until'],
    ['no day', '2026-11-31', '2026-12-01', 'from'],
  ])('is refused for %s', async (_, from, until, field) => {
    const [me] = await pair();
    expect(await refused(me, from, until)).toEqual(['invalid', [field]]);
    expect((await seen(me)).absence).toBeNull();
  });

  it('has a deputy of the same organisation who is there meanwhile', async () => {
    const { world } = api;
    const [me, deputy] = await pair();
    const [stranger, former, supplier] = [await world.colleague(), await world.person(), await world.person()];
    await world.db.affiliation.create({
      data: { personId: former.id, organisationId: me.organisation.id, role: 'MEMBER', endedAt: new Date() },
    });
    await world.belongs(supplier, me.organisation, 'PROVIDER');
    for (const { id } of [me, stranger, former, supplier, { id: randomUUID() }])
      expect(await refused(me, '2026-12-01', '2026-12-04', id)).toEqual(['absence.deputy_impossible', ['deputyId']]);
    await sets(deputy, '2026-12-04', '2026-12-10');
    expect(await refused(me, '2026-12-01', '2026-12-04', deputy.id)).toEqual(['absence.deputy_absent', ['deputyId']]);
    await sets(me, '2026-12-01', '2026-12-03', deputy.id);
    const { deputyCandidates } = await api.get(me, candidates);
    expect(deputyCandidates).toMatchObject({ nodes: [{ id: deputy.id }], total: 1 });
    expect((await api.get(me, candidates, { text: '100%' }))['deputyCandidates'].total).toBe(0);
    expect((await api.get(supplier, candidates))['deputyCandidates'].total).toBe(0);
  });

  it('is one, also when it is set twice at once', async () => {
    const [me, deputy] = await pair();
    await Promise.all(
      [1, 2, 3, 4].map((day) => api.ask(me, set, { input: { from: `2026-12-0${day}`, until: '2026-12-09', deputyId: deputy.id } })),
    );
    expect(await api.world.db.absence.count({ where: { personId: me.id } })).toBe(1);
  });

  it("is nobody else's business", async () => {
    const [me, other] = await pair();
    await sets(me, '2026-11-24', '2026-11-27');
    expect((await seen(other)).absence).toBeNull();
    await api.get(other, end);
    expect((await seen(me)).absence).toMatchObject({ phase: 'AHEAD' });
    expect(await api.refusal(null, end)).toBe('unauthenticated');
  });

  it('is forgotten a month after its end', async () => {
    const [me] = await pair();
    const ended = (untilDay: string) =>
      api.world.db.absence.create({ data: { personId: me.id, fromDay: new Date('2026-10-01'), untilDay: new Date(untilDay) } });
    await ended('2026-10-22');
    const kept = await ended('2026-10-23');
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    await api.app.get(Jobs).send({ name: 'absences.forget' }, {});
    await api.work();
    expect(await api.world.db.absence.findMany({ where: { personId: me.id } })).toEqual([kept]);
  });
});
