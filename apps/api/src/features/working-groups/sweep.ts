import { randomUUID } from 'node:crypto';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { call, indexes, invite, later, rows, text } from '../../../test/sweeps/making.ts';
import { defineSweep, type Acting, type Crowd, type Place, type Sight, type Stage } from '../../../test/sweeps/sweep.ts';
import type { Colleague } from '../../../test/world.ts';
import { calls } from './sweep.calls.ts';

async function furnish({ scene: { world, home, host, group, hidden } }: Sight) {
  const { db } = world;
  for (const { id: groupId } of [group, hidden]) {
    await db.workingGroup.update({ where: { id: groupId }, data: { mandate: text, programme: text, statusReason: text } });
    await db.groupLink.create({ data: { groupId, position: 0, title: 'Stelle', url: 'https://ort.example' } });
    await db.workPackage.create({ data: { groupId, position: 0, title: 'Paket' } });
    await db.volunteering.create({ data: { groupId, personId: host.id } });
    await world.seat({ ...group, id: groupId }, await world.colleague(), 'MEMBER', 'REQUESTED');
    await invite(world, { groupId, groupRole: 'GUEST', guestUntil: later(), organisationId: home.id, invitedById: host.id });
  }
  return {};
}

async function crowd({ world, viewer, tag, group, people }: Crowd) {
  const packages: string[] = [];
  for (const [i, person] of people.entries()) {
    packages.push(await fill(world, group, viewer, person, i));
    const another = await world.group({ name: `${tag} Gruppe ${i}`, joinPolicy: 'REQUEST' });
    await world.seat(another, viewer, 'LEAD');
    await fill(world, another, viewer, person, 0);
  }
  await world.db.subGoal.createMany({
    data: indexes(people.length).map((position) => ({ workPackageId: packages[0]!, position, title: 'Schritt' })),
  });
  return {};
}

/** One row in every list of a group; answers with its work package. */
async function fill(world: Crowd['world'], group: WorkingGroup, viewer: Colleague, person: Colleague, position: number): Promise<string> {
  const { db } = world;
  const groupId = group.id;
  await world.seat(group, person, 'DEPUTY');
  const asking = await world.colleague();
  await world.seat(group, asking, 'MEMBER', 'REQUESTED');
  const guest = { groupId, groupRole: 'GUEST', guestUntil: later(), organisationId: person.organisation.id };
  await invite(world, { ...guest, invitedById: viewer.id });
  await db.groupLink.create({ data: { groupId, position, title: 'Stelle', url: 'https://ort.example' } });
  const { id } = await db.workPackage.create({ data: { groupId, position, title: 'Paket', takenById: person.id } });
  await db.volunteering.create({ data: { groupId, personId: person.id, workPackageId: id } });
  return id;
}

const hidden =
  (field: string) =>
  ({ scene }: Sight) =>
    `workingGroup(id: "${scene.hidden.id}") { found: ${field} }`;
const open =
  (field: string) =>
  ({ scene }: Sight) =>
    `workingGroup(id: "${scene.group.id}") { found: ${field} }`;
/** Somebody else's seat. */
const seat =
  (field: string) =>
  ({ scene }: Sight) =>
    `workingGroup(id: "${scene.group.id}") { members(first: 1, filter: { text: "${scene.host.name}" }) { nodes { found: ${field} } } }`;
/** `viewerMembership` is null for who has none. */
const ownSeat =
  (field: string) =>
  ({ scene }: Sight) =>
    `workingGroup(id: "${scene.group.id}") { viewerMembership { found: ${field} } }`;

const group = ({ group: { id } }: Crowd): Place => ({ path: [`workingGroup(id: "${id}")`] });

const seats = 'id role status until function statement reason person { id name } organisation { id name }';
const rights = 'read write join request leave lead nameLead openThread volunteer exportRoster decideProposal readWithReason';
const card = `id number name goal joinPolicy visibility status lastMovementAt memberCount organisationCount unreadThreadCount leads { ${seats} }
  viewerMembership { ${seats} } viewerFollow viewerFollowOwn viewerCan { ${rights} }`;
const invitation = 'id email role groupRole guestUntil sentAt expiresAt';

const shown = ['WorkingGroup', 'WorkingGroups', 'FollowedGroups', 'GroupBesetzung'];
const aGroup = [...shown, 'GroupContent', 'WorkingGroupMembers'];
const questions = ['GroupQuestions', 'Question', 'UnansweredQuestions'];

const edit = (stage: Stage, change: object) =>
  call('lead', 'editWorkingGroup', {
    input: {
      clientMutationId: randomUUID(),
      name: 'Ein anderer Name',
      goal: 'Ein anderes Ziel.',
      mandate: 'Auftrag',
      programme: '',
      joinPolicy: 'REQUEST',
      visibility: 'PLATFORM',
      links: [],
      ...change,
    },
  })(stage);
const seatOf = async ({ scene, actors }: Stage, who: Acting) => {
  const key = { groupId: scene.group.id, personId: actors[who].id };
  return { membershipId: (await scene.world.db.groupMembership.findUniqueOrThrow({ where: { groupId_personId: key } })).id };
};

export const sweep = defineSweep({
  authorization: `
    workingGroup: not_found = outsiders; ok
    workingGroup [hidden]: ok = seats admin; not_found
    workingGroups: ok
    createWorkingGroup: ok = coordinator admin editor; forbidden
    decideProposal: ok = admin editor; not_found
    editWorkingGroup: ok = leads; not_found = outsiders; forbidden
    editWorkingGroup [hidden]: ok = leads; forbidden = member observer guest admin; not_found
    changeStatus: ok = leads; not_found = outsiders; forbidden
    revertStatus: ok = leads; not_found = outsiders; forbidden
    saveWorkPackage: ok = leads; not_found = outsiders; forbidden
    removeWorkPackage: ok = leads; not_found = outsiders; forbidden
    tickSubGoal: ok = leads; not_found = outsiders; forbidden
    joinGroup: group.already_member = seats; ok = insiders; not_found
    joinGroup [hidden]: group.already_member = seats; group.join_by_invitation = admin; not_found
    withdrawRequest: not_found = outsiders; membership.already_decided
    leaveGroup: ok = seats; not_found = outsiders; forbidden
    approveRequest: ok = leads; not_found
    declineRequest: ok = leads; not_found
    revertDecline: ok = leads; not_found
    changeGroupRole: ok = leads; not_found = outsiders; forbidden
    removeMember: ok = leads; not_found = outsiders; forbidden
    inviteMember: ok = leads; not_found = outsiders; forbidden
    answerGroupInvitation: not_found = outsiders; membership.already_decided
    inviteGuest: ok = leads; not_found = outsiders; forbidden
    volunteer: ok = deputy member; membership.already_decided = lead; not_found = outsiders; forbidden
    withdrawVolunteering: not_found = outsiders; forbidden
    decideVolunteering: ok = leads; not_found = outsiders; forbidden
    readWithReason [hidden]: ok = admin; forbidden = seats; not_found
    exportRoster: ok = lead deputy member observer; not_found = outsiders; forbidden
    setGroupFollow: not_found = outsiders; ok
  `,
  calls,
  openFields: `
    WorkingGroup: id number name goal joinPolicy visibility status createdAt lastMovementAt version leads memberCount organisationCount
    WorkingGroup: besetzung viewerMembership viewerCan viewerFollow viewerFollowOwn
    GroupAbilities: read write join request leave lead nameLead openThread volunteer exportRoster decideProposal readWithReason
    Seat: organisation people leads
    GroupLink: title body url
    WorkPackage: id groupId position title description responsible due takenBy version subGoals viewerCan
    WorkPackageAbilities: edit tick
    SubGoal: id title done
    Volunteering: id groupId workPackage person statement status createdAt
    GroupMembership: id groupId group person organisation function role status until requestedAt decidedAt joinedAt
    GroupMembershipPage: nodes pageInfo total
    WorkingGroupPage: nodes pageInfo total
    CsvFile: name text
  `,
  guardedFields: `
    WorkingGroup.statusReason: value = seats; not_found = outsiders; empty
    WorkingGroup.mandate: value = seats; not_found = outsiders; empty
    WorkingGroup.mandate [public]: not_found = outsiders; value
    WorkingGroup.programme: value = seats; not_found = outsiders; empty
    WorkingGroup.links: value = seats; not_found = outsiders; empty
    WorkingGroup.workPackages: value = seats; not_found = outsiders; empty
    WorkingGroup.volunteerings: value = seats; not_found = outsiders; empty
    WorkingGroup.members: value = seats; not_found = outsiders; empty
    WorkingGroup.members [public]: not_found = outsiders; value
    WorkingGroup.requests: value = leads; not_found = outsiders; empty
    WorkingGroup.requests [public]: value = leads; not_found = outsiders; empty
    WorkingGroup.guestInvitations: value = leads; not_found = outsiders; empty
    WorkingGroup.guestInvitations [public]: value = leads; not_found = outsiders; empty
    GroupMembership.statement: value = leads; not_found = outsiders; empty
    GroupMembership.statement [own]: value = seats removed; not_found = outsiders; null
    GroupMembership.reason: value = leads; not_found = outsiders; empty
    GroupMembership.reason [own]: value = seats removed; not_found = outsiders; null
  `,
  furnish,
  furnishLast: ({ scene: { world, group } }) =>
    world.db.groupMembership.updateMany({ where: { groupId: group.id }, data: { statement: text, reason: text } }),
  looks: {
    'WorkingGroup.statusReason': hidden('statusReason'),
    'WorkingGroup.mandate': hidden('mandate'),
    'WorkingGroup.mandate public': open('mandate'),
    'WorkingGroup.programme': hidden('programme'),
    'WorkingGroup.links': hidden('links { url }'),
    'WorkingGroup.workPackages': hidden('workPackages { id }'),
    'WorkingGroup.volunteerings': hidden('volunteerings { id }'),
    'WorkingGroup.members': hidden(rows('members')),
    'WorkingGroup.members public': open(rows('members')),
    'WorkingGroup.requests': hidden(rows('requests')),
    'WorkingGroup.requests public': open(rows('requests')),
    'WorkingGroup.guestInvitations': hidden(rows('guestInvitations')),
    'WorkingGroup.guestInvitations public': open(rows('guestInvitations')),
    'GroupMembership.statement': seat('statement'),
    'GroupMembership.statement own': ownSeat('statement'),
    'GroupMembership.reason': seat('reason'),
    'GroupMembership.reason own': ownSeat('reason'),
  },
  crowd,
  lists: {
    'Query.workingGroups': ({ tag }) => ({ path: [], args: `filter: { text: "${tag}" }` }),
    'WorkingGroup.leads': group,
    'WorkingGroup.besetzung': group,
    'WorkingGroup.links': group,
    'WorkingGroup.workPackages': group,
    'WorkingGroup.volunteerings': group,
    'WorkingGroup.members': group,
    'WorkingGroup.requests': group,
    'WorkingGroup.guestInvitations': group,
    'WorkPackage.subGoals': (c) => ({ path: [...group(c).path, 'workPackages'] }),
  },
  screens: {
    WorkingGroups: () => `{ workingGroups { nodes { ${card} } total } }`,
    FollowedGroups: () => '{ workingGroups(filter: { followed: true }) { nodes { id number name viewerFollow viewerFollowOwn } total } }',
    WorkingGroup: ({ group }) => `{ workingGroup(id: "${group.id}") { ${card} statusReason version } }`,
    GroupContent: ({ group }) => `{ workingGroup(id: "${group.id}") { mandate programme links { title url }
    workPackages { id title position responsible due version takenBy { id } subGoals { id title done } viewerCan { edit tick } }
    volunteerings { id status statement person { id } workPackage { id } } } }`,
    GroupBesetzung: ({ group }) => `{ workingGroup(id: "${group.id}") { besetzung { organisation { id } people leads } } }`,
    WorkingGroupMembers: ({ group }) => `{ workingGroup(id: "${group.id}") { members { nodes { ${seats} } total } } }`,
    GroupRequests: ({ group }) => `{ workingGroup(id: "${group.id}") { asking: requests { nodes { ${seats} } total }
    invited: requests(status: INVITED) { nodes { ${seats} } total } declined: requests(status: DECLINED) { nodes { ${seats} } total }
    guestInvitations { nodes { ${invitation} } total } } }`,
  },
  heard: {
    // Who lost the group hears no more of it.
    'group.moved': ['WorkingGroup', 'WorkingGroups'],
    'group.card_changed': [...shown, 'UnansweredQuestions'],
    'group.changed': [...aGroup, 'Viewer', 'Thread', ...questions],
    'group.visibility_changed': [...aGroup, 'Viewer', 'Thread', 'FollowedThreads', ...questions],
    'membership.began': aGroup,
    'membership.changed': aGroup,
    'membership.ended': aGroup,
    'work_package.changed': ['GroupContent'],
    'request.changed': ['GroupRequests', 'GroupContent', 'Home'],
    'lead.changed': ['WorkingGroup', 'GroupRequests', 'WorkingGroupMembers'],
    'viewer.membership_changed': [
      'Viewer',
      'Home',
      'Thread',
      'Threads',
      'FollowedThreads',
      'Posts',
      'GroupRequests',
      ...aGroup,
      ...questions,
      'Announcements',
      'Announcement',
    ],
  },
  stories: {
    'group.moved': { act: call('member', 'reply') },
    'group.card_changed': { act: call('lead', 'changeStatus') },
    'group.changed': { act: (stage) => edit(stage, {}) },
    'group.visibility_changed': { act: (stage) => edit(stage, { visibility: 'MEMBERS', joinPolicy: 'INVITE' }) },
    'membership.began': {
      before: async (stage) => String((await stage.variables('lead', 'approveRequest'))['membershipId']),
      act: ({ run }, membershipId) => run('lead', 'approveRequest', { membershipId }),
    },
    'membership.changed': {
      act: async (stage) => stage.run('lead', 'changeGroupRole', { ...(await seatOf(stage, 'member')), role: 'OBSERVER' }),
    },
    'membership.ended': {
      act: async (stage) => stage.run('lead', 'removeMember', { ...(await seatOf(stage, 'member')), reason: 'Ein Grund.' }),
    },
    'work_package.changed': { act: call('lead', 'saveWorkPackage') },
    'request.changed': { act: call('colleague', 'joinGroup', { organisationId: null }) },
    'lead.changed': { act: async (stage) => stage.run('lead', 'changeGroupRole', { ...(await seatOf(stage, 'member')), role: 'DEPUTY' }) },
    'viewer.membership_changed': {
      before: ({ run, scene, actors }) =>
        run('lead', 'inviteMember', {
          groupId: scene.group.id,
          personId: actors.colleague.id,
          organisationId: scene.home.id,
          role: 'MEMBER',
        }),
      act: ({ run, scene }) => run('colleague', 'answerGroupInvitation', { groupId: scene.group.id, accept: true }),
    },
  },
  smallTables: ['working_group'],
  insideGroup: ['GroupContent', 'WorkingGroupMembers', 'GroupRequests'],
  pages: {
    '/arbeitsgruppen': { as: 'leitung.ag4', at: () => '/arbeitsgruppen?liste=meine', says: null },
    '/arbeitsgruppen/neu': { as: 'redaktion.land', closedTo: 'gast.kitu' },
    '/arbeitsgruppen/:id/bearbeiten': { as: 'leitung.ag4', at: ({ group }) => `${group}/bearbeiten`, closedTo: 'koordination.stendal' },
    '/arbeitsgruppen/:id': { as: 'leitung.ag4', at: ({ group }) => group, says: 'Hier wurde noch nichts besprochen.' },
    '/arbeitsgruppen/:id/mitglieder': {
      as: 'leitung.ag4',
      at: ({ group }) => `${group}/mitglieder`,
      says: 'Noch arbeitet hier niemand mit.',
    },
  },
});
