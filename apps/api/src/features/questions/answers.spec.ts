import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { questionsOf } from '../../../test/questions.ts';
import { inDays } from '../../platform/days.ts';
import type { Colleague } from '../../../test/world.ts';
import { Turning } from './turning.ts';
import { VoteTeller } from './vote-teller.ts';

let api: Api;
let group: WorkingGroup;
let lead: Colleague;
let asker: Colleague;
let expert: Colleague;
let id: string;
const { ask, answering, answerOf, asked, assigned, publishing, refusal } = questionsOf(() => api);
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
});
afterAll(() => api.close());
beforeEach(async () => {
  const { world } = api;
  group = await world.group({ name: 'Finanzen' });
  lead = await world.member(group, 'LEAD');
  asker = await world.member(group);
  expert = await world.official('LAND_EXPERT');
  id = (await asked(asker, group.id))['id'];
});
const office = () => expert.organisation.id;

describe('an official answer', () => {
  it('names its office, its basis and its validity, and tells who asked and who voted', async () => {
    const voter = await api.world.member(group);
    await ask(voter, 'vote', { id, on: true });
    const row = await ask(expert, 'answer', answering(id, office(), { validTo: inDays(30) }));
    expect(row).toMatchObject({
      state: 'ANSWERED',
      office: { id: office() },
      answer: {
        body: 'So geht das.',
        legalBasis: '§ 1 Mustergesetz',
        validTo: inDays(30),
        accepted: false,
        outdated: false,
        author: { personId: expert.id },
      },
    });
    await api.work();
    const notices = async (who: Colleague) =>
      (await api.get(who, '{ notices { nodes { kind sentence question { id } } } }'))['notices'].nodes as Data[];
    expect(await notices(asker)).toEqual([
      { kind: 'ANSWER', sentence: 'Ihre Frage „Wie geht das?“ hat eine amtliche Antwort.', question: { id } },
    ]);
    expect(await notices(voter)).toMatchObject([{ sentence: 'Die Frage „Wie geht das?“ hat eine amtliche Antwort.' }]);
    expect(await notices(expert)).toEqual([]);
  });

  it('comes from the competent organisation only', async () => {
    const other = await api.world.official('LAND_EXPERT');
    expect(await refusal(other, 'answer', answering(id, office()))).toBe('forbidden');
    expect(await refusal(lead, 'answer', answering(id, lead.organisation.id))).toBe('forbidden');
    await assigned(lead, id, office());
    expect(await refusal(other, 'answer', answering(id, other.organisation.id))).toBe('question.other_office');
    expect(await refusal(expert, 'answer', answering(id, office(), { validTo: inDays(-1) }))).toBe('invalid');
    expect(await refusal(expert, 'answer', answering(id, office(), { body: ' ' }))).toBe('invalid');
    expect(await refusal(expert, 'answer', answering(id, office()))).toBeUndefined();
  });

  it('is refused with the other one at hand when two answer at once; then it supersedes or is discarded', async () => {
    const second = await api.world.official('LAND_EXPERT');
    await api.world.db.globalRoleGrant.create({ data: { personId: second.id, role: 'LAND_EXPERT', organisationId: office() } });
    const calls = [answering(id, office(), { body: 'Die eine.' }), answering(id, office(), { body: 'Die andere.' })];
    const both = await Promise.all([answerOf(expert, 'answer', calls[0]!), answerOf(second, 'answer', calls[1]!)]);
    const refused = both.flatMap((answer) => answer.errors ?? []);
    expect(refused).toHaveLength(1);
    const { code, current } = refused[0]!.extensions;
    expect([code, ['Die eine.', 'Die andere.'].includes(current!['body'])]).toEqual(['stale', true]);
    const after = await ask(second, 'answer', answering(id, office(), { body: 'Beides zusammen.', supersedesId: current!['id'] }));
    expect(after).toMatchObject({
      state: 'ANSWERED',
      answer: { body: 'Beides zusammen.', supersedes: { id: current!['id'], outdated: true } },
    });
    expect((after['answers'] as Data[]).map((a) => a['outdated'])).toEqual([false, true]);
    // Repeated after a lost answer: the same row.
    expect((await ask(expert, 'one', { id }))['answers']).toHaveLength(2);
    for (const [i, who] of [expert, second].entries())
      if (!both[i]!.errors) expect(await ask(who, 'answer', calls[i])).toMatchObject({ id });
    expect((await ask(expert, 'one', { id }))['answers']).toHaveLength(2);
  });

  it('is accepted by the asker, the lead or a moderator, and nobody is told by whom', async () => {
    const { answer } = await ask(expert, 'answer', answering(id, office()));
    expect(await refusal(await api.world.member(group), 'accept', { answerId: answer.id, accepted: true })).toBe('forbidden');
    expect(await ask(asker, 'accept', { answerId: answer.id, accepted: true })).toMatchObject({ answer: { accepted: true } });
    expect(await ask(lead, 'accept', { answerId: answer.id, accepted: false })).toMatchObject({ answer: { accepted: false } });
    expect(await refusal(await api.world.official('MODERATOR'), 'accept', { answerId: answer.id, accepted: true })).toBeUndefined();
  });

  it('holds no longer when its last day is over or when it is reported; then its office has it again', async () => {
    await ask(expert, 'answer', answering(id, office(), { validTo: inDays(10) }));
    const turn = (days: number) => api.app.get(Turning).turn(new Date(Date.now() + days * 86_400_000));
    await turn(10);
    expect(await ask(asker, 'one', { id })).toMatchObject({ state: 'ANSWERED' });
    await turn(11);
    const outdated = await ask(asker, 'one', { id });
    expect(outdated).toMatchObject({ state: 'OUTDATED', answer: { outdated: true } });
    await ask(expert, 'resume', { id, dueOn: inDays(3) });
    await ask(expert, 'answer', answering(id, office(), { supersedesId: outdated['answer'].id }));
    expect(await refusal(await api.world.member(group), 'report', { id, reason: 'Falsch.' })).toBe('forbidden');
    expect(await ask(asker, 'report', { id, reason: 'Das Gesetz ist geändert.' })).toMatchObject({
      state: 'OUTDATED',
      reason: 'Das Gesetz ist geändert.',
    });
    expect(await refusal(asker, 'report', { id, reason: 'Noch einmal.' })).toBe('question.state_impossible');
  });
});

describe('votes', () => {
  const told = async () => {
    const events = await api.world.db.event.findMany({
      where: { room: `group:${group.id}`, name: 'question.voted' },
      orderBy: { seq: 'asc' },
    });
    return events.map((e) => ({ count: (e.payload as { voteCount: number }).voteCount, at: e.at.getTime() }));
  };

  it('count once a person, are taken back at will, and follow at most twice a second with the last one in it', async () => {
    const voters = await Promise.all(Array.from({ length: 12 }, () => api.world.member(group)));
    const rows = await Promise.all([...voters, ...voters].map((who) => ask(who, 'vote', { id, on: true })));
    expect(rows.every((row) => row['viewerVoted'])).toBe(true);
    await ask(voters[0]!, 'vote', { id, on: false });
    expect(await ask(voters[1]!, 'one', { id })).toMatchObject({ voteCount: 11, viewerVoted: true });
    const teller = api.app.get(VoteTeller);
    await teller.settled();
    const events = await told();
    expect(events.at(-1)!.count).toBe(11);
    for (const [i, { at }] of events.entries()) if (i > 0) expect(at - events[i - 1]!.at).toBeGreaterThanOrEqual(450);
    expect(await api.world.db.question.findUnique({ where: { id } })).toMatchObject({ voteCount: 11 });
  }, 20_000);

  it('of two instances are told once, and what one left untold is caught up', async () => {
    const { createServer } = await import('../../platform/http/server.ts');
    const { AppModule } = await import('../../app.module.ts');
    const second = await createServer(AppModule);
    await second.init();
    await ask(lead, 'vote', { id, on: true });
    second.get(VoteTeller).moved(id);
    await Promise.all([api.app.get(VoteTeller).settled(), second.get(VoteTeller).settled()]);
    expect((await told()).map((e) => e.count)).toEqual([1]);
    await api.world.db.questionVote.create({ data: { questionId: id, personId: asker.id } });
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    const { tellVotes } = await import('./jobs.ts');
    await api.app.get(Jobs).send(tellVotes, {});
    await api.work();
    expect((await told()).map((e) => e.count)).toEqual([1, 2]);
    await second.close();
  }, 20_000);
});

describe('moderation', () => {
  it('hides with a reason that the asker reads, shows again, and is audited', async () => {
    const [moderator, reader] = [await api.world.official('MODERATOR'), await api.world.member(group)];
    expect(await ask(moderator, 'hide', { id, reason: 'Enthält Namen Dritter.' })).toMatchObject({ hidden: true });
    expect(await refusal(reader, 'one', { id })).toBe('not_found');
    expect(await ask(asker, 'one', { id })).toMatchObject({
      hidden: true,
      hiddenReason: 'Enthält Namen Dritter.',
      viewerCan: { show: false },
    });
    const list = async (who: Colleague, filter: object) => (await ask(who, 'ofGroup', { id: group.id, filter }))['questions'].total;
    expect([
      await list(reader, {}),
      await list(lead, {}),
      await list(lead, { hidden: true }),
      await list(reader, { hidden: true }),
    ]).toEqual([0, 0, 1, 0]);
    await api.work();
    expect((await api.get(asker, '{ notices { nodes { sentence } } }'))['notices'].nodes).toEqual([
      { sentence: 'Ihre Frage „Wie geht das?“ wurde ausgeblendet. Grund: Enthält Namen Dritter.' },
    ]);
    expect(await ask(lead, 'show', { id })).toMatchObject({ hidden: false, hiddenReason: '' });
    const audits = await api.world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audits.map((a) => a.action)).toEqual(['question.hidden', 'question.shown']);
  });

  it('merges alike ones of one home, each person’s vote once, and it may be taken back afterwards', async () => {
    const [both, one] = [await api.world.member(group), await api.world.member(group)];
    const target = (await asked(one, group.id, { title: 'Schon gefragt?' }))['id'];
    for (const [who, where] of [
      [both, id],
      [both, target],
      [one, id],
    ] as const)
      await ask(who, 'vote', { id: where, on: true });
    expect(await refusal(one, 'merge', { id, intoId: target })).toBe('forbidden');
    expect(await refusal(lead, 'merge', { id, intoId: id })).toBe('invalid');
    expect(await ask(lead, 'merge', { id, intoId: target })).toMatchObject({ state: 'MERGED', mergedInto: { id: target } });
    expect(await ask(one, 'one', { id: target })).toMatchObject({ voteCount: 2, viewerVoted: true });
    expect(await ask(one, 'vote', { id: target, on: false })).toMatchObject({ voteCount: 1 });
    expect(await refusal(one, 'vote', { id, on: true })).toBe('question.closed');
    expect(await refusal(lead, 'merge', { id, intoId: target })).toBe('question.state_impossible');
    // Who asked the one is told of the answer to the other.
    await ask(expert, 'answer', answering(target, office()));
    await api.work();
    const told = (await api.get(asker, '{ notices { nodes { sentence question { id } } } }'))['notices'].nodes as Data[];
    expect(told.map((n) => n['question'].id).toSorted()).toEqual([id, target].toSorted());

    const elsewhere = await api.world.group();
    await api.world.seat(elsewhere, lead, 'LEAD');
    const third = (await asked(lead, elsewhere.id))['id'];
    expect(await refusal(lead, 'merge', { id: third, intoId: target })).toBe('question.other_home');
  });
});

describe('the FAQ', () => {
  it('is made of an answered question, found by German words, and told when its answer holds no longer', async () => {
    expect(await refusal(expert, 'publish', publishing(id))).toBe('forbidden');
    await ask(expert, 'answer', answering(id, office()));
    const reader = await api.world.colleague();
    const call = publishing(id, {
      question: 'Wie werden Gewerbesteuerbescheide zugestellt?',
      answer: 'Elektronisch über das **Postfach**.',
    });
    expect(await refusal(reader, 'publish', call)).toBe('forbidden');
    const entry = await ask(expert, 'publish', call);
    expect(entry).toMatchObject({ source: 'Finanzen', version: 1, outdated: false, reviewDue: false, sourceQuestion: { id } });
    expect(await ask(expert, 'publish', call)).toMatchObject({ id: entry['id'] });
    expect(await refusal(expert, 'publish', publishing(id))).toBe('question.already_published');

    const found = async (text: string) => (await ask(reader, 'faqEntries', { filter: { text } }))['nodes'] as Data[];
    expect((await found('Gewerbesteuer'))[0]).toMatchObject({ id: entry['id'] });
    expect((await found('Postfächer'))[0]!['snippet']).toContainEqual({ text: 'Postfach', hit: true });
    expect(await found('Bauantrag')).toEqual([]);
    expect(await found('! & |')).toEqual([]);

    await ask(asker, 'report', { id, reason: 'Stimmt nicht mehr.' });
    expect(await ask(reader, 'faqEntry', { id: entry['id'] })).toMatchObject({ outdated: true });
    const toCheck = await ask(reader, 'faqEntries', { filter: { toCheck: true } });
    expect((toCheck['nodes'] as Data[]).map((e) => e['id'])).toContain(entry['id']);
    expect(await refusal(await api.world.person(), 'faqEntry', { id: entry['id'] })).toBe('not_found');
  });

  it('keeps its versions, refuses a stale one, and reminds on its review day, once', async () => {
    await ask(expert, 'answer', answering(id, office()));
    const entry = await ask(expert, 'publish', publishing(id, { reviewOn: inDays(5) }));
    const input = { id: entry['id'], version: 1, question: 'Wie geht das heute?', answer: 'Anders.', topicIds: [], reviewOn: inDays(9) };
    expect(await ask(expert, 'editFaq', { input })).toMatchObject({
      version: 2,
      reviewOn: inDays(9),
      versions: [{ version: 2 }, { version: 1, question: 'Wie geht das?' }],
    });
    expect(await refusal(expert, 'editFaq', { input })).toBe('stale');
    expect(await refusal(expert, 'editFaq', { input: { ...input, version: 2, reviewOn: inDays(0) } })).toBe('invalid');
    const turn = (days: number) => api.app.get(Turning).turn(new Date(Date.now() + days * 86_400_000));
    for (const days of [8, 9, 9, 10]) await turn(days);
    await api.work();
    const notices = (await api.get(expert, '{ notices { nodes { sentence path } } }'))['notices'].nodes;
    expect(notices).toEqual([{ sentence: 'Der FAQ-Eintrag „Wie geht das heute?“ ist zu prüfen.', path: `/faq/${entry['id']}` }]);
  });

  it('of a closed group does not say where it comes from', async () => {
    await api.world.db.workingGroup.update({ where: { id: group.id }, data: { visibility: 'MEMBERS' } });
    await assigned(lead, id, office());
    await ask(expert, 'answer', answering(id, office()));
    const entry = await ask(expert, 'publish', publishing(id));
    expect(await ask(await api.world.colleague(), 'faqEntry', { id: entry['id'] })).toMatchObject({ source: '', sourceQuestion: null });
  });
});
