import { describe, expect, it } from '@jest/globals';
import { relevanceOf, rules, type AnnouncementMatter, type Matter, type QuestionMatter, type Standing } from './relevance.ts';

const now = new Date('2026-11-22T10:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const [office, otherOffice, epayment, bauen, recht] = ['office', 'other-office', 'epayment', 'bauen', 'recht'];

const nobody: Standing = { followedTopics: new Set(), lessTopics: new Set(), lessOffices: new Set() };
const follows = (...topics: string[]): Standing => ({ ...nobody, followedTopics: new Set(topics) });
const lessTopic = (...topics: string[]): Standing => ({ ...nobody, lessTopics: new Set(topics) });
const lessOffice = (...offices: string[]): Standing => ({ ...nobody, lessOffices: new Set(offices) });

const announcement = (some: Partial<AnnouncementMatter>): Matter => ({
  of: 'announcement',
  kind: 'INFO',
  officeId: office,
  topicIds: [],
  dueAt: null,
  over: false,
  acknowledged: false,
  ...some,
});
const question = (some: Partial<QuestionMatter>): Matter => ({ of: 'question', as: 'reader', topicIds: [], dueAt: null, ...some });
const request = (as: 'decider' | 'asker', dueAt: Date | null = null): Matter => ({ of: 'request', as, dueAt });
const thread = (by: Extract<Matter, { of: 'thread' }>['by']): Matter => ({ of: 'thread', by });
const event = (registered: boolean): Matter => ({ of: 'event', registered });
const action = (some: Partial<AnnouncementMatter> = {}) => announcement({ kind: 'ACTION', ...some });
const important = (some: Partial<AnnouncementMatter> = {}) => announcement({ kind: 'IMPORTANT', ...some });

/** Written by hand, not from the rules. Each: what it is, for whom, section, reason. */
const cases: [what: string, matter: Matter, standing: Standing, section: string, because: unknown][] = [
  // What is asked for, by its deadline.
  ['action due tomorrow', action({ dueAt: inDays(1) }), nobody, 'FRIST', 'place'],
  ['action due in 14 days', action({ dueAt: inDays(14) }), nobody, 'FRIST', 'place'],
  ['action due a moment after 14 days', action({ dueAt: new Date(inDays(14).getTime() + 1) }), nobody, 'HANDLUNG', 'place'],
  ['action due in two months', action({ dueAt: inDays(60) }), nobody, 'HANDLUNG', 'place'],
  ['action without a deadline', action(), nobody, 'HANDLUNG', 'place'],
  [
    'action whose deadline has passed',
    action({ dueAt: inDays(-1), over: true }),
    nobody,
    'HINTERGRUND',
    { sentence: 'weil sie vorbei ist' },
  ],
  ['action acknowledged, due tomorrow', action({ dueAt: inDays(1), acknowledged: true }), nobody, 'KENNTNIS', 'place'],
  ['action acknowledged, due later', action({ dueAt: inDays(40), acknowledged: true }), nobody, 'KENNTNIS', 'place'],
  ['action acknowledged and over', action({ acknowledged: true, over: true }), nobody, 'HINTERGRUND', { sentence: 'weil sie vorbei ist' }],
  ['action of an office of which less is wanted', action({ dueAt: inDays(2) }), lessOffice(office), 'FRIST', 'place'],
  ['action on a topic of which less is wanted', action({ topicIds: [bauen] }), lessTopic(bauen), 'HANDLUNG', 'place'],
  ['action on other topics than followed', action({ topicIds: [bauen] }), follows(epayment), 'HANDLUNG', 'place'],
  ['action on a followed topic keeps its place as reason', action({ topicIds: [epayment] }), follows(epayment), 'HANDLUNG', 'place'],
  // What is important, nobody can wish away.
  ['important', important(), nobody, 'KENNTNIS', 'place'],
  ['important, of an office of which less is wanted', important(), lessOffice(office), 'KENNTNIS', 'place'],
  ['important, on a topic of which less is wanted', important({ topicIds: [bauen] }), lessTopic(bauen), 'KENNTNIS', 'place'],
  ['important, on other topics than followed', important({ topicIds: [bauen] }), follows(recht), 'KENNTNIS', 'place'],
  ['important with a date is no deadline', important({ dueAt: inDays(1) }), nobody, 'KENNTNIS', 'place'],
  ['important and acknowledged', important({ acknowledged: true }), nobody, 'KENNTNIS', 'place'],
  ['important and over', important({ over: true }), nobody, 'HINTERGRUND', { sentence: 'weil sie vorbei ist' }],
  // Information follows what somebody wants to hear of.
  ['information without topics', announcement({}), nobody, 'KENNTNIS', 'place'],
  ['information with topics, none followed by anybody', announcement({ topicIds: [epayment] }), nobody, 'KENNTNIS', 'place'],
  ['information on the followed topic', announcement({ topicIds: [epayment] }), follows(epayment), 'KENNTNIS', { topicId: epayment }],
  ['information on two, the second followed', announcement({ topicIds: [bauen, recht] }), follows(recht), 'KENNTNIS', { topicId: recht }],
  [
    'information on two followed names the first',
    announcement({ topicIds: [bauen, recht] }),
    follows(recht, bauen),
    'KENNTNIS',
    { topicId: bauen },
  ],
  [
    'information on other topics than followed',
    announcement({ topicIds: [bauen] }),
    follows(epayment),
    'HINTERGRUND',
    { sentence: 'weil Sie anderen Themen folgen' },
  ],
  ['information without topics for somebody who follows', announcement({}), follows(epayment), 'KENNTNIS', 'place'],
  [
    'information on a topic of which less is wanted',
    announcement({ topicIds: [bauen] }),
    lessTopic(bauen),
    'HINTERGRUND',
    { sentence: 'weil Sie davon weniger sehen wollen' },
  ],
  ['information on another topic than less is wanted of', announcement({ topicIds: [recht] }), lessTopic(bauen), 'KENNTNIS', 'place'],
  [
    'information of an office of which less is wanted',
    announcement({}),
    lessOffice(office),
    'HINTERGRUND',
    { sentence: 'weil Sie davon weniger sehen wollen' },
  ],
  ['information of another office', announcement({}), lessOffice(otherOffice), 'KENNTNIS', 'place'],
  [
    'less of the office beats a followed topic',
    announcement({ topicIds: [epayment] }),
    { ...follows(epayment), lessOffices: new Set([office]) },
    'HINTERGRUND',
    { sentence: 'weil Sie davon weniger sehen wollen' },
  ],
  [
    'less of one topic beats the other that is followed',
    announcement({ topicIds: [epayment, bauen] }),
    { ...follows(epayment), lessTopics: new Set([bauen]) },
    'HINTERGRUND',
    { sentence: 'weil Sie davon weniger sehen wollen' },
  ],
  ['information with a date is no deadline', announcement({ dueAt: inDays(3) }), nobody, 'KENNTNIS', 'place'],
  [
    'information that is over, though followed',
    announcement({ over: true, topicIds: [epayment] }),
    follows(epayment),
    'HINTERGRUND',
    { sentence: 'weil sie vorbei ist' },
  ],
  // Questions.
  ['question of my office, due today', question({ as: 'office', dueAt: now }), nobody, 'FRIST', { sentence: 'weil Ihre Stelle antwortet' }],
  [
    'question of my office, overdue',
    question({ as: 'office', dueAt: inDays(-3) }),
    nobody,
    'FRIST',
    { sentence: 'weil Ihre Stelle antwortet' },
  ],
  [
    'question of my office, due in 14 days',
    question({ as: 'office', dueAt: inDays(14) }),
    nobody,
    'FRIST',
    { sentence: 'weil Ihre Stelle antwortet' },
  ],
  [
    'question of my office, due in 15 days',
    question({ as: 'office', dueAt: inDays(15) }),
    nobody,
    'HANDLUNG',
    { sentence: 'weil Ihre Stelle antwortet' },
  ],
  ['question of my office without a day', question({ as: 'office' }), nobody, 'HANDLUNG', { sentence: 'weil Ihre Stelle antwortet' }],
  [
    'question of my office on a topic of which I want less',
    question({ as: 'office', topicIds: [bauen] }),
    lessTopic(bauen),
    'HANDLUNG',
    { sentence: 'weil Ihre Stelle antwortet' },
  ],
  ['own question', question({ as: 'asker' }), nobody, 'KENNTNIS', { sentence: 'weil Sie gefragt haben' }],
  [
    'own question on a topic of which I want less',
    question({ as: 'asker', topicIds: [bauen] }),
    lessTopic(bauen),
    'KENNTNIS',
    { sentence: 'weil Sie gefragt haben' },
  ],
  [
    'question that I voted for',
    question({ as: 'voter', topicIds: [bauen] }),
    lessTopic(bauen),
    'KENNTNIS',
    { sentence: 'weil Sie für die Frage gestimmt haben' },
  ],
  ['question on a followed topic', question({ topicIds: [recht] }), follows(recht), 'KENNTNIS', { topicId: recht }],
  [
    'question on a topic of which less is wanted',
    question({ topicIds: [recht] }),
    lessTopic(recht),
    'HINTERGRUND',
    { sentence: 'weil Sie davon weniger sehen wollen' },
  ],
  ['question on another topic', question({ topicIds: [recht] }), follows(bauen), 'HINTERGRUND', { sentence: 'weil Sie dort mitlesen' }],
  ['question due for another office', question({ dueAt: inDays(1) }), nobody, 'HINTERGRUND', { sentence: 'weil Sie dort mitlesen' }],
  // Events.
  ['event that I am registered for', event(true), nobody, 'KENNTNIS', { sentence: 'weil Sie angemeldet sind' }],
  [
    'event that I am not registered for',
    event(false),
    follows(recht),
    'HINTERGRUND',
    { sentence: 'weil Sie zu den Sprechstunden eingeladen werden' },
  ],
  // Requests.
  ['request that I decide', request('decider'), nobody, 'HANDLUNG', { sentence: 'weil Sie entscheiden' }],
  ['invitation that ends in three days', request('decider', inDays(3)), nobody, 'FRIST', { sentence: 'weil Sie entscheiden' }],
  ['invitation that ends in a month', request('decider', inDays(30)), nobody, 'HANDLUNG', { sentence: 'weil Sie entscheiden' }],
  ['decision about my request', request('asker'), nobody, 'KENNTNIS', { sentence: 'weil es Sie betrifft' }],
  ['decision about my request, with a date', request('asker', inDays(1)), nobody, 'KENNTNIS', { sentence: 'weil es Sie betrifft' }],
  // Threads.
  ['mentioned by name', thread('name'), nobody, 'HANDLUNG', { sentence: 'weil Sie erwähnt wurden' }],
  [
    'my organisation or role mentioned',
    thread('place'),
    nobody,
    'KENNTNIS',
    { sentence: 'weil Ihre Organisation oder Rolle erwähnt wurde' },
  ],
  ['an answer to my post', thread('reply'), nobody, 'KENNTNIS', { sentence: 'weil Sie dort geschrieben haben' }],
  ['an answer to my question', thread('question'), nobody, 'KENNTNIS', { sentence: 'weil Sie gefragt haben' }],
  ['a summary of what I follow', thread('summary'), nobody, 'KENNTNIS', { sentence: 'weil Sie folgen' }],
  ['any other post', thread('post'), nobody, 'HINTERGRUND', { sentence: 'weil Sie folgen' }],
];

describe('where something stands', () => {
  it('has sixty stated cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it.each(cases)('%s', (_, matter, standing, section, because) => {
    const found = relevanceOf(matter, standing, now);
    expect([found.section, found.because]).toEqual([section, because]);
  });

  it('names a rule of the published table, and each rule of it decides one of the cases', () => {
    const used = new Set(cases.map(([, matter, standing]) => relevanceOf(matter, standing, now).rule));
    expect([...used].sort()).toEqual(rules.map((rule) => rule.id).sort());
    for (const [, matter, standing] of cases) {
      const { rule, section } = relevanceOf(matter, standing, now);
      expect(rules.find((r) => r.id === rule)).toMatchObject({ of: matter.of, section });
    }
  });
});
