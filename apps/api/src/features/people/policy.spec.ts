import { describe, expect, it } from '@jest/globals';
import type { GlobalRole, OrganisationRole } from '@kollab/contract';
import { actorWith, signsOf } from '../../../test/actors.ts';
import { matches } from '../../../test/matches.ts';
import { affiliationPolicy, invitationVerdict, personPolicy, requestPolicy, sharingGroupWith, type RequestView } from './policy.ts';

type Who = [OrganisationRole | null, GlobalRole | undefined];
const now = new Date('2026-01-15T12:00:00Z');
const before = new Date(now.getTime() - 1);
const later = new Date(now.getTime() + 1);

describe('a person', () => {
  it.each<[...Who, string, string, string]>([
    // read and administer: oneself, a stranger, somebody of a common group
    [null, undefined, '+-', 'oo', '+-'],
    ['PROVIDER', undefined, '+-', 'oo', '+-'],
    ['MEMBER', undefined, '+-', '+-', '+-'],
    [null, 'AUDITOR', '+-', '+-', '+-'],
    ['HEAD', 'LAND_EDITOR', '+-', '+-', '+-'],
    [null, 'LAND_ADMIN', '++', '++', '++'],
  ])('as seen by %s, %s', (place, role, own, stranger, common) => {
    const rights = actorWith(place, role);
    expect(personPolicy.actions).toEqual(['read', 'administer']);
    const found = [
      signsOf(personPolicy, rights, { id: 'me', rights, sharesGroup: false }),
      signsOf(personPolicy, rights, { id: 'you', rights, sharesGroup: false }),
      signsOf(personPolicy, rights, { id: 'you', rights, sharesGroup: true }),
    ];
    expect(found).toEqual([own, stranger, common]);
  });

  it.each<[string, { status?: string; until?: Date | null }, { status?: string; until?: Date | null; personId?: string }, boolean]>([
    ['both hold a seat', {}, {}, true],
    ['both seats still last', { until: later }, { until: later }, true],
    ['theirs is over', { until: before }, {}, false],
    ['ours is over', {}, { until: before }, false],
    ['theirs ends just now', { until: now }, {}, false],
    ['ours ends just now', {}, { until: now }, false],
    ['theirs was asked for', { status: 'REQUESTED' }, {}, false],
    ['ours was asked for', {}, { status: 'REQUESTED' }, false],
    ['a third one holds it', {}, { personId: 'another' }, false],
  ])('shares a group: %s', (_, theirs, ours, expected) => {
    const own = { personId: 'me', status: 'ACTIVE', until: null, ...ours };
    const person = { groupMemberships: [{ status: 'ACTIVE', until: null, ...theirs, group: { memberships: [own] } }] };
    expect(matches(sharingGroupWith('me', now), person)).toBe(expected);
    expect(matches(sharingGroupWith('me', now), { groupMemberships: [] })).toBe(false);
  });

  it('shares a group at this moment', () => {
    const seat = (until: number) => ({ personId: 'me', status: 'ACTIVE', until: new Date(Date.now() + until) });
    const person = (until: number) => ({ groupMemberships: [{ ...seat(until), group: { memberships: [seat(until)] } }] });
    expect([matches(sharingGroupWith('me'), person(60_000)), matches(sharingGroupWith('me'), person(-60_000))]).toEqual([true, false]);
  });
});

describe('a place in an organisation', () => {
  it.each<[...Who, string, string, string]>([
    // read, change, end: the own place in `o`, somebody's there, somebody's elsewhere
    [null, undefined, '+--', 'ooo', 'ooo'],
    ['PROVIDER', undefined, '+--', 'ooo', 'ooo'],
    ['MEMBER', undefined, '+--', '+--', '+--'],
    ['HEAD', undefined, '+--', '+--', '+--'],
    ['COORDINATOR', undefined, '+++', '+++', '+--'],
    [null, 'LAND_ADMIN', '+++', '+++', '+++'],
    [null, 'MODERATOR', '+--', '+--', '+--'],
  ])('as seen by %s, %s', (place, role, own, there, elsewhere) => {
    const rights = actorWith(place, role);
    expect(affiliationPolicy.actions).toEqual(['read', 'change', 'end']);
    const row = (personId: string, organisationId: string) => ({ id: 'a', personId, organisationId, endedAt: null, rights });
    const found = [row('me', 'o'), row('you', 'o'), row('you', 'p')].map((a) => signsOf(affiliationPolicy, rights, a));
    expect(found).toEqual([own, there, elsewhere]);
    const ended = { ...row('me', 'o'), endedAt: before };
    expect(signsOf(affiliationPolicy, rights, ended)).toBe('+--');
  });
});

describe('a request to belong', () => {
  const request = (data: Partial<RequestView>): RequestView => ({
    id: 'r',
    personId: 'you',
    organisationId: 'o',
    status: 'REQUESTED',
    rights: actorWith(null),
    ...data,
  });

  it.each<[...Who, string, string, string, string]>([
    // read, withdraw, decide, assign: the own one for `o`, somebody's for `o`, for another one, for none
    [null, undefined, '++--', 'oooo', 'oooo', 'oooo'],
    ['MEMBER', undefined, '++--', 'oooo', 'oooo', 'oooo'],
    ['HEAD', undefined, '++--', '+---', 'oooo', 'oooo'],
    ['COORDINATOR', undefined, '+++-', '+-+-', 'oooo', 'oooo'],
    [null, 'LAND_EDITOR', '++--', 'oooo', 'oooo', 'oooo'],
    [null, 'LAND_ADMIN', '++++', '+-++', '+-++', '+-++'],
  ])('as seen by %s, %s', (place, role, own, there, elsewhere, nowhere) => {
    const rights = actorWith(place, role);
    expect(requestPolicy.actions).toEqual(['read', 'withdraw', 'decide', 'assign']);
    const rows = [{ personId: 'me' }, {}, { organisationId: 'p' }, { organisationId: null }];
    expect(rows.map((row) => signsOf(requestPolicy, rights, request({ ...row, rights })))).toEqual([own, there, elsewhere, nowhere]);
  });

  it.each(['CONFIRMED', 'DECLINED', 'WITHDRAWN'] as const)('that is %s already stays so', (status) => {
    const rights = actorWith('COORDINATOR', 'LAND_ADMIN');
    expect(signsOf(requestPolicy, rights, request({ personId: 'me', status, rights }))).toBe('+DDD');
  });
});

describe('an invitation', () => {
  const invitation = { email: 'Kim@Ort.example', acceptedAt: null, revokedAt: null, expiresAt: later };
  const me = { email: 'kim@ORT.example', emailVerified: true };

  it.each<
    [string, Partial<typeof me>, Partial<Record<'acceptedAt' | 'revokedAt' | 'expiresAt', Date>>, ReturnType<typeof invitationVerdict>]
  >([
    ['is taken by who it went to, however the address is spelt', {}, {}, true],
    ['is nobody else’s', { email: 'robin@ort.example' }, {}, 'invitation.foreign'],
    ['asks for a proven address', { emailVerified: false }, {}, 'invitation.foreign'],
    ['is taken once', {}, { acceptedAt: before }, 'invitation.used'],
    ['taken and then taken back, was taken', {}, { acceptedAt: before, revokedAt: before }, 'invitation.used'],
    ['that was taken back is void', {}, { revokedAt: before, expiresAt: before }, 'invitation.revoked'],
    ['ends', {}, { expiresAt: before }, 'invitation.expired'],
    ['ends on its minute', {}, { expiresAt: now }, 'invitation.expired'],
    ['that is over tells a stranger nothing', { email: 'robin@ort.example' }, { acceptedAt: before }, 'invitation.foreign'],
  ])('%s', (_, actor, data, expected) => {
    expect(invitationVerdict({ ...me, ...actor }, { ...invitation, ...data }, now)).toBe(expected);
  });

  it('ends by the clock', () => {
    const ending = (offset: number) => invitationVerdict(me, { ...invitation, expiresAt: new Date(Date.now() + offset) });
    expect([ending(60_000), ending(-60_000)]).toEqual([true, 'invitation.expired']);
  });
});
