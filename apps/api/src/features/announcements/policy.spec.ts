import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AnnouncementStatus, GlobalRole, OrganisationRole } from '@kollab/contract';
import { actorWith, signOf } from '../../../test/actors.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import {
  announcementAbilities,
  announcementPolicy,
  mayAcknowledge,
  officesOf,
  writesAnnouncements,
  type AnnouncementView,
} from './policy.ts';

const inRessort = (role: GlobalRole, organisationId: string): Actor => ({
  ...actorWith('MEMBER'),
  globalRoles: [{ role, organisationId }],
});
const expert = (organisationId: string): Actor => inRessort('LAND_EXPERT', organisationId);
const now = new Date('2026-01-15T12:00:00Z');
const soon = new Date(now.getTime() + 1);
const before = new Date(now.getTime() - 1_000);
beforeAll(() => void jest.useFakeTimers({ now }));
afterAll(() => void jest.useRealTimers());

const view = (rights: Actor, more: Partial<AnnouncementView> = {}): AnnouncementView => ({
  id: 'n',
  officeId: 'office',
  status: 'PUBLISHED',
  commentsOpen: true,
  asksAcknowledgement: true,
  dueAt: null,
  remindedAt: null,
  addressed: false,
  seatOf: null,
  rights,
  ...more,
});
const letters: Record<string, string> = {
  'announcement.state_impossible': 'S',
  'announcement.acknowledgement_over': 'V',
  'announcement.already_reminded': 'R',
  'announcement.comments_closed': 'K',
};
const signs = (actor: Actor, more: Partial<AnnouncementView> = {}): string =>
  announcementPolicy.actions
    .map((action) => announcementPolicy.verdict(actor, action, view(actor, more)))
    .map((verdict) => letters[String(verdict)] ?? signOf(verdict))
    .join('');

describe('an announcement', () => {
  it('knows every action', () => {
    expect(announcementPolicy.actions).toEqual([
      ...['read', 'edit', 'publish', 'discard', 'unschedule', 'correct', 'withdraw', 'pin', 'setComments', 'remind', 'seeReach'],
      ...['acknowledge', 'comment'],
    ]);
  });

  const none = 'ooooooooooooo';
  it.each<[string, Actor, AnnouncementStatus, boolean, string]>([
    ['editor', actorWith('MEMBER', 'LAND_EDITOR'), 'DRAFT', false, '++++SSSSSS+-K'],
    ['editor', actorWith('MEMBER', 'LAND_EDITOR'), 'SCHEDULED', false, '+SS++SSSSS+-K'],
    ['editor', actorWith('MEMBER', 'LAND_EDITOR'), 'PUBLISHED', false, '+SSSS++++++-+'],
    ['editor', actorWith('MEMBER', 'LAND_EDITOR'), 'PUBLISHED', true, '+SSSS++++++++'],
    ['editor', actorWith('MEMBER', 'LAND_EDITOR'), 'WITHDRAWN', true, '+SSSSSSSSS+SK'],
    ['editor without a place', actorWith(null, 'LAND_EDITOR'), 'DRAFT', false, '++++SSSSSS+-K'],
    ['expert of the office', expert('office'), 'DRAFT', false, '++++SSSSSS+-K'],
    ['expert of the office', expert('office'), 'PUBLISHED', false, '+SSSS++++++-+'],
    ['expert of another one', expert('p'), 'DRAFT', false, none],
    ['expert of another one', expert('p'), 'PUBLISHED', false, none],
    ['expert of another one', expert('p'), 'PUBLISHED', true, '+----------++'],
    ['moderator of the office', inRessort('MODERATOR', 'office'), 'DRAFT', false, none],
    ['addressed', actorWith('MEMBER'), 'DRAFT', false, none],
    ['addressed', actorWith('COORDINATOR'), 'SCHEDULED', true, none],
    ['addressed', actorWith('COORDINATOR'), 'DRAFT', true, none],
    ['addressed', actorWith('COORDINATOR'), 'PUBLISHED', true, '+----------++'],
    ['addressed', actorWith('COORDINATOR'), 'WITHDRAWN', true, '+----------SK'],
    ['not addressed', actorWith('COORDINATOR'), 'PUBLISHED', false, none],
    ['not addressed', actorWith('COORDINATOR'), 'WITHDRAWN', false, none],
    ...(['LAND_ADMIN', 'MODERATOR', 'PRIVACY_OFFICER', 'AUDITOR'] as const).map(
      (role: GlobalRole): [string, Actor, AnnouncementStatus, boolean, string] => [role, actorWith('HEAD', role), 'PUBLISHED', false, none],
    ),
  ])('%s, %#: %s', (_, actor, status, addressed, expected) => {
    expect(signs(actor, { status, addressed })).toBe(expected);
  });

  it('is acknowledged and reminded of while the deadline runs, where that is asked', () => {
    const editor = actorWith('MEMBER', 'LAND_EDITOR');
    const [remind, acknowledge] = [9, 11];
    const at = (more: Partial<AnnouncementView>) => {
      const all = signs(editor, { addressed: true, ...more });
      return `${all[remind]}${all[acknowledge]}`;
    };
    expect(at({ dueAt: soon })).toBe('++');
    expect(at({ dueAt: now })).toBe('VV');
    expect(at({ dueAt: before })).toBe('VV');
    expect(at({ asksAcknowledgement: false })).toBe('SS');
    expect(at({ remindedAt: before })).toBe('R+');
  });

  it('is commented on while that is open', () => {
    expect(signs(actorWith('MEMBER'), { addressed: true, commentsOpen: false }).at(-1)).toBe('K');
  });

  it('says what the viewer can do, and nothing of those addressed', () => {
    const editor = actorWith('MEMBER', 'LAND_EDITOR');
    expect(announcementAbilities(editor, view(editor))).toEqual({
      ...{ edit: false, publish: false, discard: false, unschedule: false },
      ...{ correct: true, withdraw: true, pin: true, setComments: true, remind: true, seeReach: true },
    });
  });

  it('goes by the rights of the moment, not by those that the request began with', () => {
    const editor = actorWith('MEMBER', 'LAND_EDITOR');
    expect(announcementPolicy.verdict(editor, 'read', view(actorWith('MEMBER')))).toBe('not_found');
  });
});

it.each<[OrganisationRole, boolean, boolean]>([
  ['COORDINATOR', false, true],
  ['HEAD', false, true],
  ['MEMBER', false, false],
  ['MEMBER', true, true],
  ['PROVIDER', true, false],
])('%s, deputy: %s, acknowledges for the organisation: %s', (role, deputy, may) => {
  const actor = actorWith(role);
  const affiliations = actor.affiliations.map((a) => ({ ...a, deputy }));
  expect(mayAcknowledge({ affiliations }, 'o')).toBe(may);
  expect(mayAcknowledge({ affiliations }, 'p')).toBe(false);
  const elsewhere = { id: 'b', organisationId: 'p', role: 'MEMBER', function: '', deputy: false } as const;
  expect(mayAcknowledge({ affiliations: [elsewhere, ...affiliations] }, 'o')).toBe(may);
});

it('knows for which offices somebody writes', () => {
  expect(officesOf(actorWith('MEMBER', 'LAND_EDITOR'))).toBeNull();
  expect(officesOf(expert('office'))).toEqual(['office']);
  expect(officesOf(actorWith('MEMBER', 'LAND_EXPERT'))).toEqual([]);
  expect(officesOf(actorWith('COORDINATOR', 'LAND_ADMIN'))).toEqual([]);
  expect(officesOf(inRessort('MODERATOR', 'office'))).toEqual([]);
  expect(
    [
      actorWith('MEMBER', 'LAND_EDITOR'),
      expert('p'),
      actorWith('MEMBER', 'LAND_EXPERT'),
      inRessort('MODERATOR', 'p'),
      actorWith('HEAD'),
    ].map(writesAnnouncements),
  ).toEqual([true, true, false, false, false]);
});
