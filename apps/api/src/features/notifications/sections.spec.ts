import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NoticeKind } from '@kollab/contract';
import { openApi, type Api } from '../../../test/api.ts';
import { noticeFacts, type NoticeFact } from './description.ts';
import { NoticeSections } from './sections.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** By hand: where each fact stands for the one who is told. What depends on more than the fact has its own case below. */
const expected: Record<NoticeFact, string> = {
  post: 'HINTERGRUND',
  mention: 'HANDLUNG',
  stand: 'KENNTNIS',
  requested: 'HANDLUNG',
  accepted: 'KENNTNIS',
  declined: 'KENNTNIS',
  invited: 'HANDLUNG',
  invitation_accepted: 'KENNTNIS',
  invitation_declined: 'KENNTNIS',
  invitation_revoked: 'KENNTNIS',
  removed: 'KENNTNIS',
  role_changed: 'KENNTNIS',
  lead_lost: 'HANDLUNG',
  volunteered: 'HANDLUNG',
  volunteering_confirmed: 'KENNTNIS',
  volunteering_declined: 'KENNTNIS',
  proposed: 'HANDLUNG',
  proposal_accepted: 'KENNTNIS',
  proposal_declined: 'KENNTNIS',
  read_with_reason: 'KENNTNIS',
  affiliation_requested: 'HANDLUNG',
  affiliation_confirmed: 'KENNTNIS',
  affiliation_declined: 'KENNTNIS',
  barrier_reported: 'HANDLUNG',
  question_answered: 'KENNTNIS',
  question_assigned: 'HANDLUNG',
  question_returned: 'HANDLUNG',
  question_deferred: 'KENNTNIS',
  question_due_again: 'HANDLUNG',
  question_outdated: 'HANDLUNG',
  question_merged: 'KENNTNIS',
  question_hidden: 'KENNTNIS',
  faq_review_due: 'HANDLUNG',
  event_moved: 'KENNTNIS',
  event_cancelled: 'KENNTNIS',
  registration_promoted: 'KENNTNIS',
  wish_planned: 'KENNTNIS',
  wish_declined: 'KENNTNIS',
  announced: 'KENNTNIS',
  announcement_corrected: 'KENNTNIS',
  announcement_withdrawn: 'KENNTNIS',
  announcement_returned: 'KENNTNIS',
  acknowledgement_missing: 'HANDLUNG',
  deputy_named: 'KENNTNIS',
};

const kinds: Partial<Record<NoticeFact, NoticeKind>> = { post: 'POST', mention: 'MENTION', stand: 'SUMMARY' };
const details: Partial<Record<NoticeFact, string>> = {
  question_answered: 'VOTED',
  question_assigned: 'OFFICE 01.03.2027',
  question_returned: 'LEADS Nicht zuständig',
  question_deferred: 'ASKED 01.03.2027',
  question_due_again: 'OFFICE',
  question_outdated: 'OFFICE',
  question_merged: 'ASKED',
  question_hidden: 'ASKED Doppelt',
};

const notice = (fact: NoticeFact, more: object = {}) => ({
  personId: randomUUID(),
  kind: kinds[fact] ?? ('DECISION' as const),
  cause: `${fact}:${randomUUID()}`,
  detail: details[fact] ?? '',
  questionId: null,
  announcementId: null,
  dueAt: null as Date | null,
  ...more,
});
const sectionOf = async (told: Parameters<NoticeSections['of']>[0][number]): Promise<string | undefined> =>
  (await api.app.get(NoticeSections).of([told]))[0];

it('says of every fact where it stands', async () => {
  const found = await api.app.get(NoticeSections).of(noticeFacts.map((fact) => notice(fact)));
  expect(Object.fromEntries(noticeFacts.map((fact, i) => [fact, found[i]]))).toEqual(expected);
});

it('looks at what a post is to the person', async () => {
  expect(await sectionOf(notice('mention', { detail: 'ORGANISATION' }))).toBe('KENNTNIS');
  expect(await sectionOf(notice('mention', { detail: 'ROLE' }))).toBe('KENNTNIS');
  expect(await sectionOf(notice('post', { kind: 'REPLY' }))).toBe('KENNTNIS');
  expect(await sectionOf(notice('post', { kind: 'ANSWER' }))).toBe('KENNTNIS');
});

it('looks at the day of what the person decides', async () => {
  const until = (days: number) => ({ dueAt: new Date(Date.now() + days * 86_400_000) });
  expect(await sectionOf(notice('acknowledgement_missing', until(3)))).toBe('FRIST');
  expect(await sectionOf(notice('acknowledgement_missing', until(30)))).toBe('HANDLUNG');
  expect(await sectionOf(notice('accepted', until(3)))).toBe('KENNTNIS');
});

it('looks at the day, the topics and the office of what it is about, and at what the person wants', async () => {
  const { world } = api;
  const [person, editor, office] = [await world.person(), await world.person(), await world.organisation({ kind: 'LAND_MINISTRY' })];
  const topic = await world.db.topic.create({ data: { key: randomUUID(), name: 'ePayment', position: 1 } });
  const by = { officeId: office.id, authorId: editor.id, createdById: editor.id, clientMutationId: randomUUID() };
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const announcement = await world.db.announcement.create({
    data: { ...by, kind: 'ACTION', status: 'PUBLISHED', dueAt: inDays(3), topics: { create: { topicId: topic.id } } },
  });
  const told = notice('announced', { personId: person.id, announcementId: announcement.id });
  const becomes = async (data: object) => {
    await world.db.announcement.update({ where: { id: announcement.id }, data });
    return sectionOf(told);
  };
  expect(await sectionOf(told)).toBe('FRIST');
  expect(await becomes({ dueAt: inDays(30) })).toBe('HANDLUNG');
  expect(await becomes({ dueAt: inDays(-1) })).toBe('HINTERGRUND');
  expect(await becomes({ kind: 'INFO', dueAt: null })).toBe('KENNTNIS');
  const wish = { personId: person.id, subject: 'TOPIC' as const, subjectId: topic.id };
  await world.db.relevancePreference.create({ data: { ...wish, level: 'LESS' } });
  expect(await sectionOf(told)).toBe('HINTERGRUND');
  // Somebody else's wish is not theirs.
  expect(await sectionOf({ ...told, personId: editor.id })).toBe('KENNTNIS');
  expect(await becomes({ kind: 'IMPORTANT' })).toBe('KENNTNIS');
  expect(await becomes({ status: 'WITHDRAWN' })).toBe('HINTERGRUND');
});

it.each([
  ['OPEN', 'FRIST'],
  ['ASSIGNED', 'FRIST'],
  ['DEFERRED', 'FRIST'],
  ['OUTDATED', 'FRIST'],
  ['ANSWERED', 'HINTERGRUND'],
  ['WITHDRAWN', 'HINTERGRUND'],
  ['MERGED', 'HINTERGRUND'],
] as const)('asks nothing of an office when a question is done with: %s', async (state, section) => {
  const { world } = api;
  const group = await world.group();
  const { id: questionId } = await world.question(group, await world.member(group));
  const { id: officeId } = await world.organisation({ kind: 'LAND_MINISTRY' });
  const office = { officeId, recheckOn: state === 'DEFERRED' ? new Date(Date.now() + 9 * 86_400_000) : null };
  await world.db.question.update({ where: { id: questionId }, data: { state, dueOn: new Date(Date.now() + 3 * 86_400_000), ...office } });
  expect(await sectionOf(notice('question_assigned', { questionId }))).toBe(section);
  expect(await sectionOf(notice('question_due_again', { questionId }))).toBe(section);
  expect(await sectionOf(notice('question_returned', { questionId }))).toBe(section === 'FRIST' ? 'HANDLUNG' : section);
});

it('asks for no acknowledgement that cannot be given any more', async () => {
  const { world } = api;
  const editor = await world.official('LAND_EDITOR');
  const past = new Date(Date.now() - 1_000);
  const [over, open] = [
    await world.announcement(editor, {}, { kind: 'ACTION', dueAt: past }),
    await world.announcement(editor, {}, { kind: 'ACTION', dueAt: new Date(Date.now() + 86_400_000) }),
  ];
  expect(await sectionOf(notice('acknowledgement_missing', { announcementId: over.id, dueAt: past }))).toBe('HINTERGRUND');
  expect(await sectionOf(notice('acknowledgement_missing', { announcementId: open.id, dueAt: open.dueAt }))).toBe('FRIST');
});
