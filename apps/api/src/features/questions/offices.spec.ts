import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { questionsOf } from '../../../test/questions.ts';
import { inDays } from '../../platform/days.ts';
import type { Colleague } from '../../../test/world.ts';
import { Turning } from './turning.ts';

let api: Api;
let group: WorkingGroup;
let lead: Colleague;
let asker: Colleague;
let expert: Colleague;
let other: Colleague;
let id: string;
const { ask, answering, answerOf, asked, assigned, events, refusal } = questionsOf(() => api);
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
});
afterAll(() => api.close());
beforeEach(async () => {
  const { world } = api;
  group = await world.group();
  lead = await world.member(group, 'LEAD');
  asker = await world.member(group);
  expert = await world.official('LAND_EXPERT');
  other = await world.official('LAND_EXPERT');
  id = (await asked(asker, group.id, { title: 'Wer zahlt das?' }))['id'];
});
const sentences = async (who: Colleague) => {
  await api.work();
  const { notices } = await api.get(who, '{ notices { nodes { sentence path } } }');
  return (notices.nodes as Data[]).map((n) => n['sentence'] as string);
};

describe('a question on its way', () => {
  it('goes to an office, from there to another one with a reason, and back', async () => {
    const row = await assigned(lead, id, expert.organisation.id, '');
    expect(row).toMatchObject({ state: 'ASSIGNED', office: { id: expert.organisation.id }, dueOn: inDays(7), overdue: false });
    expect(await refusal(expert, 'assign', { id, officeId: other.organisation.id, dueOn: inDays(7), reason: '' })).toBe('invalid');
    await assigned(expert, id, other.organisation.id, 'Dafür sind wir nicht zuständig.');
    expect(await refusal(expert, 'giveBack', { id, reason: 'Nein.' })).toBe('forbidden');
    expect(await ask(other, 'giveBack', { id, reason: 'Auch nicht.' })).toMatchObject({ state: 'OPEN', office: null, dueOn: null });
    expect((await ask(asker, 'one', { id }))['steps']).toMatchObject([
      { kind: 'ASSIGNED', office: { id: expert.organisation.id }, by: { id: lead.id } },
      { kind: 'FORWARDED', fromOffice: { id: expert.organisation.id }, office: { id: other.organisation.id }, by: { id: expert.id } },
      { kind: 'RETURNED', fromOffice: { id: other.organisation.id }, reason: 'Auch nicht.' },
    ]);
    expect(await events(`organisation:${expert.organisation.id}`)).toEqual(['office_questions.changed', 'office_questions.changed']);
    const audits = await api.world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audits.map((a) => [a.action, a.actorId])).toEqual([
      ['question.assigned', lead.id],
      ['question.assigned', expert.id],
      ['question.returned', other.id],
    ]);
    expect(await sentences(lead)).toContain('Die Frage „Wer zahlt das?“ wurde zurückgegeben. Grund: Auch nicht.');
  });

  it('is taken by an office itself while nobody has it', async () => {
    expect(await assigned(expert, id, expert.organisation.id, '')).toMatchObject({ state: 'ASSIGNED' });
    expect(await refusal(other, 'assign', { id, officeId: other.organisation.id, dueOn: inDays(7), reason: 'Wir.' })).toBe('forbidden');
    expect(await refusal(lead, 'assign', { id, officeId: randomUUID(), dueOn: inDays(7), reason: 'x' })).toBe('invalid');
    expect(await refusal(lead, 'assign', { id, officeId: other.organisation.id, dueOn: inDays(-1), reason: 'x' })).toBe('invalid');
  });

  it('of a closed group is read by the office that was given it, and by it alone', async () => {
    await api.world.db.workingGroup.update({ where: { id: group.id }, data: { visibility: 'MEMBERS' } });
    expect(await refusal(expert, 'one', { id })).toBe('not_found');
    await assigned(lead, id, expert.organisation.id);
    expect(await ask(expert, 'one', { id })).toMatchObject({ home: { title: 'Geschlossener Bereich', path: `/fragen/${id}` } });
    expect(await refusal(other, 'one', { id })).toBe('not_found');
    // What it gives away it sees as it left it, and no more.
    expect(await assigned(expert, id, other.organisation.id, 'Bitte Sie.')).toMatchObject({ office: { id: other.organisation.id } });
    expect(await refusal(expert, 'one', { id })).toBe('not_found');
  });

  it('stands in Mein Tag of its office, by its day', async () => {
    await assigned(lead, id, expert.organisation.id);
    const late = (await asked(asker, group.id, { title: 'Später?' }))['id'];
    await ask(lead, 'assign', { id: late, officeId: expert.organisation.id, dueOn: inDays(60), reason: '' });
    const home = '{ home { deadlines { kind title path dueAt } actions { kind title reason } } }';
    expect((await api.get(expert, home))['home']).toMatchObject({
      deadlines: [{ kind: 'QUESTION_ASSIGNED', title: 'Wer zahlt das?', path: `/fragen/${id}` }],
      actions: [{ kind: 'QUESTION_ASSIGNED', title: 'Später?' }],
    });
    expect((await api.get(other, home))['home']).toMatchObject({ deadlines: [], actions: [] });
    expect(await sentences(expert)).toHaveLength(2);
    const mails = await api.world.db.outboxMail.findMany({ where: { to: expert.email } });
    expect(mails).toHaveLength(2);
    expect(mails.map((m) => m.text).join()).not.toContain('Wer zahlt das?');
  });
});

describe('a deferred question', () => {
  const deferring = (more: object = {}) => ({
    id,
    officeId: expert.organisation.id,
    recheckOn: inDays(20),
    reason: 'Der Bund berät noch.',
    ...more,
  });
  const turn = (days: number) => api.app.get(Turning).turn(new Date(Date.now() + days * 86_400_000));

  it('comes back by itself on its day, and tells its office and who asked', async () => {
    expect(await ask(lead, 'defer', deferring())).toMatchObject({
      state: 'DEFERRED',
      recheckOn: inDays(20),
      office: { id: expert.organisation.id },
    });
    await turn(19);
    expect(await ask(asker, 'one', { id })).toMatchObject({ state: 'DEFERRED' });
    await Promise.all([turn(20), turn(20)]);
    const back = await ask(asker, 'one', { id });
    expect(back).toMatchObject({ state: 'ASSIGNED', recheckOn: null, dueOn: inDays(34) });
    expect((back['steps'] as Data[]).map((s) => s['kind'])).toEqual(['DEFERRED', 'DUE_AGAIN']);
    const [day, month, year] = [inDays(20).slice(8), inDays(20).slice(5, 7), inDays(20).slice(0, 4)];
    expect((await sentences(asker)).toSorted()).toEqual([
      'Ihre Frage „Wer zahlt das?“ ist noch nicht zu beantworten. Sie wird am ' + `${day}.${month}.${year} wieder geprüft.`,
      'Ihre Frage „Wer zahlt das?“ wird jetzt wieder geprüft.',
    ]);
    expect(await sentences(expert)).toEqual(['Die zurückgestellte Frage „Wer zahlt das?“ ist wieder fällig.']);
  });

  it('needs an office, a reason and a day to come; is resumed earlier by hand', async () => {
    expect(await refusal(lead, 'defer', deferring({ officeId: null }))).toBe('invalid');
    expect(await refusal(lead, 'defer', deferring({ reason: '' }))).toBe('invalid');
    expect(await refusal(lead, 'defer', deferring({ recheckOn: inDays(-1) }))).toBe('invalid');
    await ask(lead, 'defer', deferring());
    expect(await refusal(expert, 'answer', answering(id, expert.organisation.id))).toBe('question.state_impossible');
    expect(await ask(expert, 'resume', { id, dueOn: inDays(5) })).toMatchObject({ state: 'ASSIGNED', recheckOn: null, dueOn: inDays(5) });
  });
});

describe('what is unanswered', () => {
  it('is listed by what is the matter, by office and by home', async () => {
    const titles = async (filter: object) =>
      ((await ask(lead, 'unanswered', { filter: { groupId: group.id, ...filter } }))['nodes'] as Data[]).map((q) => q['title']);
    const made = async (title: string) => (await asked(asker, group.id, { title }))['id'] as string;
    const [overdue, deferred, answered, hidden] = [
      await made('Überfällig'),
      await made('Zurückgestellt'),
      await made('Fertig'),
      await made('Verborgen'),
    ];
    await assigned(lead, overdue, expert.organisation.id);
    await api.world.db.question.update({ where: { id: overdue }, data: { dueOn: new Date(inDays(-3)) } });
    await ask(lead, 'defer', { id: deferred, officeId: expert.organisation.id, recheckOn: inDays(9), reason: 'Später.' });
    await ask(expert, 'answer', answering(answered, expert.organisation.id));
    await ask(lead, 'hide', { id: hidden, reason: 'Prüfung' });
    // Overdue ones before those that wait longer.
    expect(await titles({})).toEqual(['Überfällig', 'Wer zahlt das?', 'Zurückgestellt']);
    expect(await titles({ view: 'WAITING' })).toEqual(['Überfällig', 'Wer zahlt das?']);
    expect(await titles({ view: 'OVERDUE' })).toEqual(['Überfällig']);
    expect(await titles({ view: 'DEFERRED' })).toEqual(['Zurückgestellt']);
    expect(await titles({ view: 'DUE_AGAIN' })).toEqual([]);
    expect(await titles({ officeId: expert.organisation.id })).toEqual(['Überfällig', 'Zurückgestellt']);
    // Page by page the same, wherever a page ends.
    for (const first of [1, 2]) {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const part = await ask(lead, 'unanswered', { filter: { groupId: group.id }, first, after });
        expect(part['total']).toBe(3);
        found.push(...(part['nodes'] as Data[]).map((q) => q['title'] as string));
        after = part['pageInfo'].hasNextPage ? (part['pageInfo'].endCursor as string) : null;
      } while (after !== null);
      expect(found).toEqual(['Überfällig', 'Wer zahlt das?', 'Zurückgestellt']);
    }
    expect(await answerOf(lead, 'times', {})).toMatchObject({ data: { answerTimes: [{ medianDaysToOfficialAnswer: 0 }] } });
  });

  it('is measured by the median of days, by quarter', async () => {
    const at = (day: number) => new Date(Date.UTC(2031, 0, day, 12));
    for (const days of [2, 4, 9]) {
      const { id } = await api.world.question(group, asker, { createdAt: at(1), officialAnswerAt: at(1 + days) });
      const thread = await api.world.db.thread.findUniqueOrThrow({ where: { questionId: id } });
      // What askers write below their own question is no answer.
      await api.world.posts(thread, asker, 1);
      await api.world.posts(thread, lead, 1);
      await api.world.db.post.updateMany({ where: { threadId: thread.id, no: 2 }, data: { createdAt: at(2) } });
      await api.world.db.post.updateMany({ where: { threadId: thread.id, no: 1 }, data: { createdAt: at(1) } });
    }
    await api.world.question(group, asker, { createdAt: at(1) });
    const times = (await ask(lead, 'times')) as unknown as Data[];
    expect(times.find((t) => t['quarter'] === '2031-Q1')).toEqual({
      quarter: '2031-Q1',
      asked: 4,
      answered: 3,
      medianDaysToFirstAnswer: 1,
      medianDaysToOfficialAnswer: 4,
    });
  });
});
