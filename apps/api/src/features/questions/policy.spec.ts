import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { QuestionState } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { answersFor, faqPolicy, officesOf, questionAbilities, questionPolicy, type QuestionView } from './policy.ts';

const [office, elsewhere] = [randomUUID(), randomUUID()];
type Role = Actor['globalRoles'][number]['role'];
const actor = (roles: [Role, string | null][] = [], places: string[] = [elsewhere]): Actor => ({
  personId: randomUUID(),
  name: '',
  email: '',
  emailVerified: true,
  actsForId: null,
  globalRoles: roles.map(([role, organisationId]) => ({ role, organisationId })),
  affiliations: places.map((organisationId) => ({ id: '', organisationId, role: 'MEMBER', function: '', deputy: false })),
});

/** Everybody who can stand to a question, and how it looks to them. */
const cast = {
  reader: [actor(), { writes: 'forbidden' }],
  writer: [actor(), {}],
  asker: [actor(), { mine: true }],
  lead: [actor(), { leads: true }],
  editor: [actor([['LAND_EDITOR', null]], [elsewhere]), { writes: 'forbidden' }],
  officeEditor: [actor([['LAND_EDITOR', null]], [office]), { writes: 'forbidden' }],
  expert: [actor([['LAND_EXPERT', office]]), { writes: 'forbidden' }],
  otherExpert: [actor([['LAND_EXPERT', elsewhere]]), { writes: 'forbidden' }],
  moderator: [actor([['MODERATOR', null]]), { writes: 'forbidden' }],
  admin: [actor([['LAND_ADMIN', null]]), { writes: 'forbidden' }],
  outsider: [actor(), { reads: false, writes: 'forbidden' }],
} as const;
type Who = keyof typeof cast;
type Seen = {
  kind?: 'EVENT';
  state?: QuestionState;
  hidden?: boolean;
  anonymous?: boolean;
  touched?: boolean;
  published?: boolean;
  reads?: boolean;
  writes?: 'group.not_active';
};

const view = (
  who: Who,
  { kind, state = 'OPEN', hidden = false, anonymous = false, touched = false, published = false, reads, writes }: Seen,
): QuestionView => {
  const given = cast[who][1] as { reads?: boolean; writes?: 'forbidden'; leads?: boolean; mine?: boolean };
  return {
    id: '',
    home: {
      kind: kind ?? 'GROUP',
      id: '',
      room: '',
      reads: reads ?? given.reads ?? true,
      writes: writes ?? given.writes ?? true,
      leads: given.leads ?? false,
      seatOf: null,
      seated: false,
      isPublic: true,
      active: true,
    },
    state,
    officeId: state === 'OPEN' || state === 'WITHDRAWN' || state === 'MERGED' ? null : office,
    hidden,
    mine: given.mine ?? false,
    anonymous,
    touched,
    published,
  };
};
const verdict = (who: Who, action: string, seen: Seen) => questionPolicy.verdict(cast[who][0], action as never, view(who, seen));

/** action, state: who may; everybody else who reads is refused with the code at the end. Written by hand. */
const truth: [action: string, seen: Seen, may: Who[], others: string][] = [
  ['vote', {}, ['writer', 'asker', 'lead'], 'forbidden'],
  ['vote', { state: 'DEFERRED' }, ['writer', 'asker', 'lead'], 'forbidden'],
  ['edit', {}, ['asker'], 'forbidden'],
  ['add', { state: 'ANSWERED' }, ['asker'], 'forbidden'],
  ['discuss', {}, ['writer', 'asker', 'lead'], 'forbidden'],
  ['discuss', { state: 'ANSWERED' }, ['writer', 'asker', 'lead'], 'forbidden'],
  ['react', { state: 'ANSWERED' }, ['writer', 'asker', 'lead'], 'forbidden'],
  ['withdraw', { state: 'ASSIGNED' }, ['asker'], 'forbidden'],
  ['assign', {}, ['lead', 'editor', 'officeEditor'], 'forbidden'],
  ['assign', { state: 'ASSIGNED' }, ['lead', 'editor', 'officeEditor', 'expert'], 'forbidden'],
  ['take', {}, ['editor', 'officeEditor', 'expert', 'otherExpert'], 'forbidden'],
  ['return', { state: 'ASSIGNED' }, ['lead', 'editor', 'officeEditor', 'expert'], 'forbidden'],
  ['defer', { state: 'ASSIGNED' }, ['lead', 'editor', 'officeEditor', 'expert'], 'forbidden'],
  ['resume', { state: 'DEFERRED' }, ['lead', 'editor', 'officeEditor', 'expert'], 'forbidden'],
  ['answer', {}, ['editor', 'officeEditor', 'expert', 'otherExpert'], 'forbidden'],
  ['accept', { state: 'ANSWERED' }, ['asker', 'lead', 'moderator'], 'forbidden'],
  ['acceptPost', {}, ['asker', 'lead', 'moderator'], 'forbidden'],
  ['reportOutdated', { state: 'ANSWERED' }, ['asker', 'lead', 'editor', 'officeEditor', 'moderator', 'expert'], 'forbidden'],
  ['hide', {}, ['lead', 'editor', 'officeEditor', 'moderator'], 'forbidden'],
  ['merge', {}, ['lead', 'editor', 'officeEditor'], 'forbidden'],
  ['absorb', {}, ['lead', 'editor', 'officeEditor'], 'forbidden'],
  ['steer', { kind: 'EVENT' }, ['lead', 'editor', 'officeEditor'], 'forbidden'],
  ['steer', { kind: 'EVENT', state: 'ANSWERED' }, ['lead', 'editor', 'officeEditor'], 'forbidden'],
  ['publishFaq', { state: 'ANSWERED' }, ['editor', 'officeEditor', 'expert'], 'forbidden'],
];
const everybody = (Object.keys(cast) as Who[]).filter((who) => who !== 'outsider');

describe('who may do what with a question', () => {
  it.each(truth)('%s %j', (action, seen, may, others) => {
    const answers = Object.fromEntries(everybody.map((who) => [who, verdict(who, action, seen)]));
    expect(answers).toEqual(Object.fromEntries(everybody.map((who) => [who, may.includes(who) ? true : others])));
  });

  it.each<[Who, string, Seen, string | true]>([
    ['outsider', 'vote', {}, 'not_found'],
    ['writer', 'vote', { state: 'ANSWERED' }, 'question.closed'],
    ['writer', 'vote', { state: 'WITHDRAWN' }, 'question.closed'],
    ['writer', 'unvote', { state: 'ANSWERED' }, true],
    ['reader', 'unvote', { state: 'OPEN' }, true],
    ['writer', 'unvote', { state: 'MERGED' }, 'question.closed'],
    ['asker', 'edit', { touched: true }, 'question.not_editable'],
    ['asker', 'edit', { state: 'MERGED' }, 'question.closed'],
    ['asker', 'edit', { writes: 'group.not_active' }, 'group.not_active'],
    ['asker', 'add', { writes: 'group.not_active' }, 'group.not_active'],
    ['asker', 'withdraw', { state: 'DEFERRED' }, 'question.state_impossible'],
    ['asker', 'add', { state: 'MERGED' }, 'question.closed'],
    ['asker', 'discuss', { anonymous: true }, 'question.asked_anonymously'],
    ['writer', 'discuss', { anonymous: true }, true],
    ['asker', 'react', { anonymous: true }, true],
    ['asker', 'discuss', { anonymous: true, state: 'MERGED' }, 'question.closed'],
    ['writer', 'discuss', { state: 'WITHDRAWN' }, 'question.closed'],
    ['writer', 'react', { state: 'MERGED' }, 'question.closed'],
    ['asker', 'acceptPost', { anonymous: true, state: 'ANSWERED' }, true],
    ['lead', 'acceptPost', { state: 'MERGED' }, 'question.closed'],
    ['expert', 'take', { state: 'ASSIGNED' }, 'question.other_office'],
    ['expert', 'take', { state: 'WITHDRAWN' }, 'question.state_impossible'],
    ['otherExpert', 'answer', { state: 'ASSIGNED' }, 'question.other_office'],
    ['expert', 'answer', { state: 'DEFERRED' }, 'question.state_impossible'],
    ['expert', 'answer', { state: 'ANSWERED' }, true],
    ['asker', 'accept', {}, 'question.state_impossible'],
    ['lead', 'absorb', { state: 'ANSWERED' }, true],
    ['lead', 'absorb', { state: 'MERGED' }, 'question.closed'],
    ['editor', 'publishFaq', { state: 'ANSWERED', published: true }, 'question.already_published'],
    ['editor', 'publishFaq', { state: 'ASSIGNED' }, 'question.state_impossible'],
    ['lead', 'hide', { hidden: true }, 'question.state_impossible'],
    ['lead', 'show', {}, 'question.state_impossible'],
    ['lead', 'show', { hidden: true }, true],
    ['asker', 'show', { hidden: true }, 'forbidden'],
    ['lead', 'steer', {}, 'question.state_impossible'],
    ['lead', 'steer', { kind: 'EVENT', hidden: true }, 'question.state_impossible'],
    ['editor', 'steer', { kind: 'EVENT', state: 'MERGED' }, 'question.state_impossible'],
    ['outsider', 'steer', { kind: 'EVENT' }, 'not_found'],
  ])('%s, %s %j: %s', (who, action, seen, expected) => {
    expect(verdict(who, action, seen)).toBe(expected);
  });

  it('shows a hidden one to its asker and to who can show it again', () => {
    const readers = everybody.filter((who) => verdict(who, 'read', { hidden: true }) === true);
    expect(readers).toEqual(['asker', 'lead', 'editor', 'officeEditor', 'moderator']);
  });

  it('shows one of a closed home to the office that was given it, and to no other outside', () => {
    const readers = everybody.filter((who) => verdict(who, 'read', { state: 'ASSIGNED', reads: false }) === true);
    expect(readers).toEqual(['officeEditor', 'expert']);
  });
});

describe('what a reader is offered', () => {
  const offered = (who: Who, seen: Seen = {}) => questionAbilities(cast[who][0], view(who, seen));

  it('is what the rules allow, without what is asked of its thread and its posts', () => {
    const { take: _, discuss: _d, react: _r, acceptPost: _a, ...can } = questionPolicy.abilities(cast.lead[0], view('lead', {}));
    expect(offered('lead')).toEqual(can);
  });

  it('names the taking over by an office as an assignment', () => {
    expect([verdict('expert', 'assign', {}), offered('expert').assign]).toEqual(['forbidden', true]);
    expect(offered('expert', { state: 'DEFERRED' }).assign).toBe(false);
    expect(offered('lead').assign).toBe(true);
    expect(offered('reader').assign).toBe(false);
  });
});

describe('for whom somebody answers officially', () => {
  it('is the office of an expert’s role, and an editor’s own', () => {
    expect(officesOf(actor([['LAND_EXPERT', office]]))).toEqual([office]);
    expect(officesOf(actor([['LAND_EDITOR', null]], [office]))).toEqual([office]);
    expect(officesOf(actor([['LAND_ADMIN', null]], [office]))).toEqual([]);
    expect(answersFor(actor([['LAND_EXPERT', elsewhere]], [office]), office)).toBe(false);
  });

  it('is none by another role for an office, nor by an expert’s without one', () => {
    const [moderator, astray] = [actor([['MODERATOR', office]]), actor([['LAND_EXPERT', null]])];
    expect([officesOf(moderator), officesOf(astray)]).toEqual([[], []]);
    expect(answersFor(moderator, office)).toBe(false);
    expect(questionPolicy.verdict(astray, 'defer', view('reader', {}))).toBe('forbidden');
  });
});

describe('the FAQ', () => {
  it('is read by the own circle, and edited by editors and its office', () => {
    const may = (who: Actor, action: 'read' | 'edit') => faqPolicy.verdict(who, action, { officeId: office });
    expect([may(actor([], []), 'read'), may(actor(), 'read')]).toEqual(['not_found', true]);
    expect([may(actor(), 'edit'), may(actor([['LAND_EXPERT', elsewhere]]), 'edit')]).toEqual(['forbidden', 'forbidden']);
    expect([may(actor([['LAND_EXPERT', office]]), 'edit'), may(actor([['LAND_EDITOR', null]]), 'edit')]).toEqual([true, true]);
  });
});
