import { randomUUID } from 'node:crypto';
import { groups, proposal, type DemoGroup } from './groups.ts';
import { guest, people } from './people.ts';
import type { Stage } from './stage.ts';

const editor = 'redaktion.land';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const loginOf = (member: string): string => member.replace(/^[+o](?=[a-z])/, '');
const roleOf = (member: string) => (member.startsWith('+') ? 'DEPUTY' : /^o(moderation|fach)\./.test(member) ? 'OBSERVER' : 'MEMBER');

/** Makes the groups with their seats; answers with their ids by key. */
export async function loadGroups(stage: Stage): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const organisations = await stage.database.prisma.organisation.findMany({ select: { id: true, key: true } });
  const idOf = new Map(organisations.map((o) => [o.key, o.id]));
  const organisationOf = (login: string) => idOf.get(people.find((p) => p.login === login)!.organisation);

  for (const group of groups) {
    const { createWorkingGroup } = await stage.as(
      editor,
      'mutation($input: WorkingGroupInput!) { createWorkingGroup(input: $input) { id status } }',
      { input: inputOf(group) },
    );
    const groupId = createWorkingGroup.id as string;
    ids.set(group.key, groupId);
    if (createWorkingGroup.status === 'PLANNED')
      await stage.as(editor, 'mutation($id: ID!) { changeStatus(id: $id, status: ACTIVE) { id } }', { id: groupId });
    const lead = loginOf(group.members[0]!);
    if (lead !== editor) await invite(stage, editor, groupId, lead, organisationOf(lead)!, 'LEAD');
    const seated = new Set([lead]);
    for (const member of group.members.slice(1)) {
      const login = loginOf(member);
      // Named with a role, and once more among the others.
      if (seated.has(login)) continue;
      seated.add(login);
      const role = roleOf(member);
      if (login === editor) {
        await changeRole(stage, lead, groupId, login, role);
        continue;
      }
      if (group.joinPolicy === 'OPEN' && role === 'MEMBER') await join(stage, groupId, login, null);
      else if (group.joinPolicy === 'REQUEST' && role === 'MEMBER') {
        const membershipId = await join(stage, groupId, login, 'Wir möchten mitarbeiten.');
        await stage.as(lead, 'mutation($id: ID!) { approveRequest(membershipId: $id) { id } }', { id: membershipId });
      } else await invite(stage, lead, groupId, login, organisationOf(login)!, role);
    }
    if (!group.members.some((m) => loginOf(m) === editor))
      await stage.as(editor, 'mutation($id: ID!) { leaveGroup(groupId: $id) { id } }', { id: groupId });
    for (const [login, sentence] of group.requests) await join(stage, groupId, login, sentence);
    for (const { steps, ...workPackage } of group.packages)
      await stage.as(lead, 'mutation($g: ID!, $input: WorkPackageInput!) { saveWorkPackage(groupId: $g, input: $input) { id } }', {
        g: groupId,
        input: {
          clientMutationId: randomUUID(),
          ...workPackage,
          subGoals: steps.map((s) => ({ title: s.replace(/^x /, ''), done: s.startsWith('x ') })),
        },
      });
  }
  await stage.as(proposal.by, 'mutation($input: WorkingGroupInput!) { createWorkingGroup(input: $input) { id } }', {
    input: { ...inputOf({ ...groups[0]!, ...proposal, programme: '', links: [], number: null }) },
  });
  await inviteGuest(stage, ids.get('ag5')!, idOf.get(guest.organisation)!);
  return ids;
}

/** After the threads are written: nobody writes in a group that is not active. */
export async function endGroups(stage: Stage, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { key, members, closed, paused } of groups)
    if (closed ?? paused)
      await stage.as(
        loginOf(members[0]!),
        'mutation($id: ID!, $s: GroupStatus!, $r: String) { changeStatus(id: $id, status: $s, reason: $r) { id } }',
        {
          id: ids.get(key),
          s: closed ? 'CLOSED' : 'PAUSED',
          r: closed ?? paused,
        },
      );
}

const inputOf = ({ number, name, goal, mandate, programme, joinPolicy, visibility, links }: Omit<DemoGroup, 'members'>) => ({
  clientMutationId: randomUUID(),
  number,
  name,
  goal,
  mandate,
  programme,
  joinPolicy,
  visibility,
  links,
});

async function join(stage: Stage, groupId: string, login: string, statement: string | null): Promise<string> {
  const { joinGroup } = await stage.as(login, 'mutation($g: ID!, $s: String) { joinGroup(groupId: $g, statement: $s) { id } }', {
    g: groupId,
    s: statement,
  });
  return joinGroup.id as string;
}

async function invite(stage: Stage, by: string, groupId: string, login: string, organisationId: string, role: string): Promise<void> {
  await stage.as(
    by,
    'mutation($g: ID!, $p: ID!, $o: ID!, $r: GroupRole!) { inviteMember(groupId: $g, personId: $p, organisationId: $o, role: $r) { id } }',
    { g: groupId, p: stage.personId(login), o: organisationId, r: role },
  );
  await stage.as(login, 'mutation($g: ID!) { answerGroupInvitation(groupId: $g, accept: true) { id } }', { g: groupId });
}

async function changeRole(stage: Stage, by: string, groupId: string, login: string, role: string): Promise<void> {
  const membership = await stage.database.prisma.groupMembership.findFirstOrThrow({ where: { groupId, personId: stage.personId(login) } });
  await stage.as(by, 'mutation($id: ID!, $r: GroupRole!) { changeGroupRole(membershipId: $id, role: $r) { id } }', {
    id: membership.id,
    r: role,
  });
}

/** By mail, as for everybody outside; the token is read where the mail waits. */
async function inviteGuest(stage: Stage, groupId: string, organisationId: string): Promise<void> {
  const { email } = await stage.database.prisma.person.findUniqueOrThrow({ where: { id: stage.personId(guest.login) } });
  await stage.as('leitung.ag5', 'mutation($input: InviteGuestInput!) { inviteGuest(input: $input) { id } }', {
    input: { groupId, email, organisationId, role: 'GUEST', until: inDays(12) },
  });
  const mail = await stage.database.prisma.outboxMail.findFirstOrThrow({ where: { to: email }, orderBy: { createdAt: 'desc' } });
  const token = /\/einladung\/([\w-]+)/.exec(mail.text)?.[1];
  await stage.as(guest.login, 'mutation($token: String!) { acceptInvitation(token: $token) { email } }', { token });
}
