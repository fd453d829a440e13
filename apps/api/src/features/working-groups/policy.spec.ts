import { describe, expect, it } from '@jest/globals';
import type { GroupRole, MembershipStatus } from '@kollab/contract';
import { actorWith as actor, signOf, signsOf } from '../../../test/actors.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { groupPolicy, seatPolicy, volunteeringPolicy, workPackagePolicy, type GroupView, type VolunteeringView } from './policy.ts';

const seat = (role: GroupRole, status: MembershipStatus = 'ACTIVE', until: Date | null = null): GroupView['membership'] => ({
  id: 's',
  role,
  status,
  until,
  organisationId: 'o',
});
const later = new Date(Date.now() + 3_600_000);
const before = new Date(Date.now() - 1);

/** Who looks at a group: the actor, and what the group's view says about them. */
const people = {
  lead: { actor: actor('MEMBER'), view: { membership: seat('LEAD') } },
  deputy: { actor: actor('MEMBER'), view: { membership: seat('DEPUTY') } },
  member: { actor: actor('MEMBER'), view: { membership: seat('MEMBER') } },
  observer: { actor: actor('MEMBER'), view: { membership: seat('OBSERVER') } },
  guest: { actor: actor(null), view: { membership: seat('GUEST', 'ACTIVE', later) } },
  expired: { actor: actor(null), view: { membership: seat('GUEST', 'ACTIVE', before) } },
  asked: { actor: actor('MEMBER'), view: { membership: seat('MEMBER', 'REQUESTED') } },
  invited: { actor: actor('MEMBER'), view: { membership: seat('MEMBER', 'INVITED') } },
  removed: { actor: actor('MEMBER'), view: { membership: seat('LEAD', 'REMOVED') } },
  colleague: { actor: actor('HEAD'), view: {} },
  proposer: { actor: actor('COORDINATOR'), view: { proposedById: 'me' } },
  /** Their place ended since. */
  formerProposer: { actor: actor(null), view: { proposedById: 'me' } },
  provider: { actor: actor('PROVIDER'), view: {} },
  outsider: { actor: actor(null), view: {} },
  moderator: { actor: actor(null, 'MODERATOR'), view: {} },
  editor: { actor: actor('MEMBER', 'LAND_EDITOR'), view: {} },
  admin: { actor: actor('MEMBER', 'LAND_ADMIN'), view: {} },
  granted: { actor: actor('MEMBER', 'LAND_ADMIN'), view: { readingGrant: true } },
} satisfies Record<string, { actor: Actor; view: Partial<GroupView> }>;
type Who = keyof typeof people;

const group = (view: Partial<GroupView>): GroupView => ({
  id: 'g',
  status: 'ACTIVE',
  visibility: 'PLATFORM',
  joinPolicy: 'OPEN',
  proposedById: null,
  membership: null,
  readingGrant: false,
  leaderless: false,
  ...view,
});

const lines = (table: string): string[] => table.trim().split(/\n\s*/);

/** In this order stand the columns below. */
const actions = [
  ...['see', 'read', 'write', 'openThread'],
  ...['enter', 'join', 'request', 'withdraw', 'answer', 'leave'],
  ...['lead', 'nameLead', 'volunteer', 'exportRoster', 'decideProposal', 'readWithReason'],
];

/** Written by hand from domain.md §3; groups of columns: content · seat · the group. */
const groupTables: [string, Partial<GroupView>, string][] = [
  [
    'an open group',
    {},
    `lead      ++++ AAADD+ ++++--
     deputy    ++++ AAADD+ +-++--
     member    ++++ AAADD+ --++--
     observer  ++-- AAADD+ ---+--
     guest     ++++ AAADD+ ------
     expired   oooo oooooo oooooo
     asked     ++-- AAA+D- ------
     invited   ++-- ++-D+- ------
     removed   ++-- ++-DD- ------
     colleague ++-- ++-DD- ------
     provider  oooo oooooo oooooo
     outsider  oooo oooooo oooooo
     moderator ++-- UUUDD- ------
     editor    ++-- ++-DD- ----D-
     admin     ++-- ++-DD- ----D-`,
  ],
  [
    'a members-only group that one asks to join',
    { visibility: 'MEMBERS', joinPolicy: 'REQUEST' },
    `lead      ++++ AAADD+ ++++--
     observer  ++-- AAADD+ ---+--
     guest     ++++ AAADD+ ------
     expired   oooo oooooo oooooo
     asked     +--- AAA+D- ------
     invited   +--- ++-D+- ------
     removed   +--- +-+DD- ------
     colleague +--- +-+DD- ------
     provider  oooo oooooo oooooo
     moderator +--- UUUDD- ------
     editor    +--- +-+DD- ----D-
     admin     +--- +-+DD- ----D+
     granted   ++-- +-+DD- ----D-`,
  ],
  [
    'a hidden group',
    { visibility: 'MEMBERS', joinPolicy: 'INVITE' },
    `deputy    ++++ AAADD+ +-++--
     member    ++++ AAADD+ --++--
     guest     ++++ AAADD+ ------
     invited   +--- ++-D+- ------
     removed   oooo oooooo oooooo
     colleague oooo oooooo oooooo
     outsider  oooo oooooo oooooo
     moderator oooo oooooo oooooo
     editor    oooo oooooo oooooo
     admin     +--- IIIDD- ----D+
     granted   ++-- IIIDD- ----D-`,
  ],
  [
    'a group by invitation that everybody reads',
    { joinPolicy: 'INVITE' },
    `invited   ++-- ++-D+- ------
     colleague ++-- IIIDD- ------
     provider  oooo oooooo oooooo`,
  ],
  [
    'a planned group',
    { status: 'PLANNED' },
    `lead      ++NN AAADD+ ++++--
     member    ++NN AAADD+ --++--
     invited   ++-- ++-D+- ------
     colleague ++-- ++-DD- ------`,
  ],
  [
    'a paused group',
    { status: 'PAUSED' },
    `lead      ++NN AAADD+ ++N+--
     deputy    ++NN AAADD+ +-N+--
     member    ++NN AAADD+ --N+--
     observer  ++-- AAADD+ ---+--
     guest     ++NN AAADD+ ------
     invited   ++-- ++-D+- ------
     colleague ++-- NNNDD- ------`,
  ],
  [
    'a closed group',
    { status: 'CLOSED' },
    `lead      ++NN AAADD+ ++N+--
     member    ++NN AAADD+ --N+--
     invited   ++-- NNNDN- ------
     colleague ++-- NNNDD- ------
     admin     ++-- NNNDD- ----D-`,
  ],
  [
    'a proposal',
    { status: 'PROPOSED', leaderless: true },
    `proposer  ++-- NNNDD- ------
     formerProposer ++-- ---DD- ------
     colleague oooo oooooo oooooo
     moderator oooo oooooo oooooo
     editor    ++-- NNNDD- ----+-
     admin     ++-- NNNDD- ----+-`,
  ],
  [
    'a declined, members-only proposal',
    { status: 'DECLINED', leaderless: true, visibility: 'MEMBERS', joinPolicy: 'INVITE' },
    `proposer  ++-- IIIDD- ------
     colleague oooo oooooo oooooo
     editor    ++-- IIIDD- ----+-
     admin     ++-- IIIDD- ----+-`,
  ],
  [
    'a group that lost its last lead',
    { leaderless: true },
    `deputy    ++++ AAADD+ ++++--
     member    ++++ AAADD+ --++--
     colleague ++-- ++-DD- ------
     moderator ++-- UUUDD- ------
     editor    ++-- ++-DD- -+--D-`,
  ],
];

describe('who may do what', () => {
  it('knows every action', () => {
    expect(groupPolicy.actions).toEqual(actions);
  });

  it.each(groupTables)('in %s', (_, state, table) => {
    const measured = lines(table).map((line) => {
      const who = line.split(' ', 1)[0] as Who;
      const found = actions.map((action) =>
        signOf(groupPolicy.verdict(people[who].actor, action as 'see', group({ ...state, ...people[who].view }))),
      );
      return `${who.padEnd(9)} ${found.slice(0, 4).join('')} ${found.slice(4, 10).join('')} ${found.slice(10).join('')}`;
    });
    expect(measured).toEqual(lines(table));
  });
});

/** see, decide, revertDecline, makeLead, changeRole, remove */
const seatTable: [Who, Partial<GroupView>, [GroupRole, MembershipStatus, boolean, string][]][] = [
  [
    'lead',
    {},
    [
      ['LEAD', 'ACTIVE', false, '+DD+++'],
      ['MEMBER', 'ACTIVE', false, '+DD+++'],
      ['MEMBER', 'REQUESTED', false, '++DDDD'],
      ['MEMBER', 'DECLINED', true, '+D+DDD'],
      ['MEMBER', 'DECLINED', false, '+DDDDD'],
      ['MEMBER', 'INVITED', false, '+DDDD+'],
      ['MEMBER', 'LEFT', false, '+DDDDD'],
      // A decline that was followed by another request.
      ['MEMBER', 'REQUESTED', true, '++DDDD'],
      ['DEPUTY', 'REMOVED', true, '+DDDDD'],
    ],
  ],
  [
    'deputy',
    {},
    [
      ['LEAD', 'ACTIVE', false, '+DD---'],
      ['DEPUTY', 'ACTIVE', false, '+DD-++'],
      ['MEMBER', 'REQUESTED', false, '++D-DD'],
      ['LEAD', 'INVITED', false, '+DD---'],
    ],
  ],
  ['deputy', { leaderless: true }, [['MEMBER', 'ACTIVE', false, '+DD+++']]],
  ['editor', { leaderless: true }, [['MEMBER', 'ACTIVE', false, '+--+--']]],
  ['editor', { leaderless: true, visibility: 'MEMBERS' }, [['MEMBER', 'ACTIVE', false, 'oooooo']]],
  [
    'member',
    {},
    [
      ['LEAD', 'ACTIVE', false, '+-----'],
      ['MEMBER', 'ACTIVE', false, '+-----'],
      ['MEMBER', 'REQUESTED', false, 'oooooo'],
      ['MEMBER', 'INVITED', false, 'oooooo'],
      ['MEMBER', 'REMOVED', true, 'oooooo'],
    ],
  ],
  [
    'colleague',
    { visibility: 'MEMBERS' },
    [
      ['DEPUTY', 'ACTIVE', false, '+-----'],
      ['LEAD', 'ACTIVE', false, '+-----'],
      ['MEMBER', 'ACTIVE', false, 'oooooo'],
      ['LEAD', 'LEFT', false, 'oooooo'],
    ],
  ],
  ['provider', {}, [['LEAD', 'ACTIVE', false, 'oooooo']]],
];

describe("what may happen to somebody's seat", () => {
  it.each(seatTable)('by %s %j', (who, state, rows) => {
    const view = group({ ...state, ...people[who].view });
    for (const [role, status, refused, expected] of rows) {
      const row = { id: 's2', personId: 'you', group: view, role, status, refused };
      const found = seatPolicy.actions.map((action) => signOf(seatPolicy.verdict(people[who].actor, action, row))).join('');
      expect([role, status, found]).toEqual([role, status, expected]);
    }
  });

  it('is seen by its person', () => {
    const own = { id: 's', personId: 'me', group: group(people.asked.view), role: 'MEMBER', status: 'REQUESTED', refused: false } as const;
    expect(seatPolicy.abilities(people.asked.actor, own)).toMatchObject({ see: true, decide: false, remove: false });
  });
});

describe('work and who offers to do it', () => {
  it.each<[Who, Partial<GroupView>, string, string]>([
    // read, edit, tick: of a package of nobody, and of their own
    ['lead', {}, '+++', '+++'],
    ['deputy', {}, '+++', '+++'],
    ['member', {}, '+--', '+-+'],
    ['observer', {}, '+--', '+--'],
    ['guest', {}, '+--', '+-+'],
    ['colleague', {}, '+--', '+--'],
    ['colleague', { visibility: 'MEMBERS' }, 'ooo', 'ooo'],
    ['removed', {}, '+--', '+--'],
    ['expired', {}, 'ooo', 'ooo'],
    ['lead', { status: 'PLANNED' }, '+++', '+++'],
    ['member', { status: 'PAUSED' }, '+--', '+-N'],
    ['lead', { status: 'CLOSED' }, '+NN', '+NN'],
  ])('%s %j', (who, state, free, own) => {
    const view = group({ ...state, ...people[who].view });
    const found = (takenById: string | null) =>
      workPackagePolicy.actions
        .map((action) => signOf(workPackagePolicy.verdict(people[who].actor, action, { id: 'w', group: view, takenById })))
        .join('');
    expect([found(null), found('me')]).toEqual([free, own]);
  });

  it.each<[Who, Partial<GroupView>, string, string]>([
    // read, withdraw, decide: somebody's offer for a package, and for the lead
    ['lead', {}, '+-+', '+-+'],
    ['deputy', {}, '+-+', '+--'],
    ['deputy', { leaderless: true }, '+-+', '+-+'],
    ['member', {}, '+--', '+--'],
    ['editor', { leaderless: true }, '+--', '+-+'],
    ['colleague', { visibility: 'MEMBERS' }, 'ooo', 'ooo'],
  ])('%s decides %j', (who, state, work, lead) => {
    const view = group({ ...state, ...people[who].view });
    const found = (workPackageId: string | null) =>
      volunteeringPolicy.actions
        .map((action) =>
          signOf(
            volunteeringPolicy.verdict(people[who].actor, action, { id: 'v', group: view, personId: 'you', workPackageId, status: 'OPEN' }),
          ),
        )
        .join('');
    expect([found('w'), found(null)]).toEqual([work, lead]);
  });

  it.each<[Who, string, VolunteeringView['status'], string]>([
    // read, withdraw, decide
    ['member', 'me', 'OPEN', '++-'],
    ['member', 'me', 'CONFIRMED', '+D-'],
    ['member', 'you', 'WITHDRAWN', '+--'],
    ['lead', 'me', 'OPEN', '+++'],
    ['lead', 'you', 'DECLINED', '+-D'],
    ['lead', 'me', 'WITHDRAWN', '+DD'],
  ])('an offer as seen by %s, of %s, %s', (who, personId, status, expected) => {
    const view = group(people[who].view);
    for (const workPackageId of ['w', null])
      expect(signsOf(volunteeringPolicy, people[who].actor, { id: 'v', group: view, personId, workPackageId, status })).toBe(expected);
  });
});
