import { describe, expect, it } from '@jest/globals';
import { globalRoles, groupRoles, groupStatuses, groupVisibilities, joinPolicies, organisationRoles } from '@kollab/contract';
import { actorWith } from '../../../test/actors.ts';
import { matches } from '../../../test/matches.ts';
import {
  createsGroups,
  groupPolicy,
  hasPublicCard,
  holdsSeat,
  activeSeat,
  proposesGroups,
  readableGroups,
  seatsThatCount,
  visibleGroups,
  type GroupView,
} from './policy.ts';

const hour = 3_600_000;
const ends = [null, -hour, hour];
const at = (offset: number | null) => (offset === null ? null : new Date(Date.now() + offset));

const actors = [
  ...([null, 'PROVIDER', 'MEMBER'] as const).map((place) => actorWith(place)),
  ...(['LAND_ADMIN', 'LAND_EDITOR'] as const).map((role) => actorWith(null, role)),
];
const seats = [
  null,
  ...ends.map((until) => ({ status: 'ACTIVE' as const, until })),
  ...(['INVITED', 'REQUESTED', 'LEFT'] as const).map((status) => ({ status, until: null })),
];
const states = groupStatuses.flatMap((status) =>
  groupVisibilities.flatMap((visibility) => joinPolicies.map((joinPolicy) => ({ status, visibility, joinPolicy }))),
);

/** What looks the same to the rules of reading stands here once. */
const told = states.filter(({ status, joinPolicy }) => ['PROPOSED', 'DECLINED', 'ACTIVE'].includes(status) && joinPolicy !== 'REQUEST');

/** Every state of a group with every seat, proposer and grant that somebody may have: the view of the rules, and the row of the list. */
const groups = told.flatMap((state) =>
  seats.flatMap((seat) =>
    ['me', 'you'].flatMap((proposedById) =>
      [null, -hour, hour].map((grant) => {
        const membership = seat && { id: 's', organisationId: 'o', role: groupRoles[2], status: seat.status, until: at(seat.until) };
        const view: GroupView = {
          ...state,
          id: 'g',
          proposedById,
          membership,
          readingGrant: grant !== null && grant > 0,
          leaderless: false,
        };
        const foreign = { personId: 'you', role: 'LEAD', status: 'ACTIVE', until: null };
        const row = {
          ...state,
          proposedById,
          memberships: [foreign, ...(membership ? [{ ...membership, personId: 'me' }] : [])],
          readingGrants: [{ personId: 'you', expiresAt: at(hour) }, ...(grant === null ? [] : [{ personId: 'me', expiresAt: at(grant) }])],
        };
        return { view, row };
      }),
    ),
  ),
);

describe('a condition for lists lets through what its rule allows', () => {
  it.each([
    ['see', visibleGroups],
    ['read', readableGroups],
  ] as const)('%s', (action, condition) => {
    let [shown, hidden] = [0, 0];
    for (const actor of actors) {
      const where = condition(actor);
      for (const { view, row } of groups) {
        const allowed = groupPolicy.verdict(actor, action, view) === true;
        if (allowed) shown++;
        else hidden++;
        if (matches(where, row) !== allowed) expect([actor, view, matches(where, row)]).toEqual([actor, view, allowed]);
      }
    }
    // The table is no trivial one.
    expect(Math.min(shown, hidden)).toBeGreaterThan(500);
  });
});

describe('a seat', () => {
  const now = new Date('2026-01-15T12:00:00Z');
  it.each([
    ['ACTIVE', null, true],
    ['ACTIVE', 1, true],
    ['ACTIVE', 0, false],
    ['ACTIVE', -1, false],
    ['INVITED', null, false],
    ['REMOVED', 1, false],
  ] as const)('%s, ending in %s', (status, offset, counts) => {
    const membership = { status, until: offset === null ? null : new Date(now.getTime() + offset) };
    expect(holdsSeat({ membership }, now)).toBe(counts);
    expect(matches(seatsThatCount(now), membership)).toBe(counts);
    expect(matches(activeSeat('me', now), { ...membership, personId: 'me' })).toBe(counts);
    expect(matches(activeSeat('me', now), { ...membership, personId: 'you' })).toBe(false);
  });

  it('is none where there is none', () => {
    expect(holdsSeat({ membership: null })).toBe(false);
  });
});

describe('a card', () => {
  it('is public unless it is a proposal, or hidden', () => {
    const kept = states.filter((state) => !hasPublicCard(state));
    const proposals = kept.filter(({ status }) => status === 'PROPOSED' || status === 'DECLINED');
    expect(proposals).toHaveLength(2 * groupVisibilities.length * joinPolicies.length);
    const rest = kept.filter((state) => !proposals.includes(state));
    expect(new Set(rest.map(({ visibility, joinPolicy }) => `${visibility} ${joinPolicy}`))).toEqual(new Set(['MEMBERS INVITE']));
    expect(rest).toHaveLength(groupStatuses.length - 2);
  });
});

describe('a new group', () => {
  it('is made by editors and LAND_ADMIN, proposed by coordinators', () => {
    expect(globalRoles.filter((role) => createsGroups(actorWith('COORDINATOR', role)))).toEqual(['LAND_ADMIN', 'LAND_EDITOR']);
    expect(organisationRoles.filter((place) => proposesGroups(actorWith(place, 'LAND_ADMIN')))).toEqual(['COORDINATOR']);
    expect([createsGroups(actorWith('COORDINATOR')), proposesGroups(actorWith(null))]).toEqual([false, false]);
  });
});
