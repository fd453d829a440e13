import { randomUUID } from 'node:crypto';
import { bystander, type Scene } from '../../../test/sweeps/cast.ts';
import { input, later, text } from '../../../test/sweeps/making.ts';
import type { Make } from '../../../test/sweeps/sweep.ts';

const group: Make = ({ group }) => ({ id: group.id, groupId: group.id });
const hidden: Make = ({ hidden }) => ({ id: hidden.id, groupId: hidden.id });
const groupInput = () => ({
  clientMutationId: randomUUID(),
  name: 'Arbeitsgruppe des Falls',
  goal: text,
  mandate: '',
  programme: '',
  joinPolicy: 'OPEN',
  visibility: 'PLATFORM',
  links: [],
});
const packageInput = () => ({
  clientMutationId: randomUUID(),
  title: 'Arbeitspaket',
  description: '',
  responsible: 'alle',
  due: '12/26',
  subGoals: [{ title: 'Schritt', done: false }],
});
const waiting =
  (status: 'REQUESTED' | 'DECLINED' | 'ACTIVE'): Make =>
  async (scene) => {
    const { id } = await scene.world.seat(scene.group, await bystander(scene), 'MEMBER', status);
    // A lead declines with a reason; without one, the invited person declined.
    if (status === 'DECLINED') await scene.world.db.groupMembership.update({ where: { id }, data: { reason: text } });
    return { membershipId: id };
  };
const workPackage = async ({ world, group }: Scene) =>
  world.db.workPackage.create({
    data: { groupId: group.id, position: 1, title: 'Paket', subGoals: { create: { position: 1, title: 'Schritt' } } },
    include: { subGoals: true },
  });

export const calls: Record<string, Make> = {
  workingGroup: group,
  'workingGroup hidden': hidden,
  workingGroups: () => ({}),
  createWorkingGroup: input(groupInput),
  decideProposal: async ({ world, host }) => {
    await world.belongs(host, await world.organisation(), 'COORDINATOR');
    return { groupId: (await world.group({ status: 'PROPOSED', proposedById: host.id })).id, accept: true };
  },
  editWorkingGroup: ({ group: { id, version } }) => ({ id, version, input: groupInput() }),
  'editWorkingGroup hidden': ({ hidden: { id, version } }) => ({ id, version, input: groupInput() }),
  changeStatus: ({ group: { id } }) => ({ id, status: 'PAUSED', reason: text }),
  revertStatus: async ({ world, group: { id } }) => {
    await world.db.workingGroup.update({ where: { id }, data: { status: 'PAUSED', statusBefore: 'ACTIVE' } });
    return { id };
  },
  saveWorkPackage: ({ group: { id } }) => ({ groupId: id, input: packageInput() }),
  removeWorkPackage: async (scene) => ({ id: (await workPackage(scene)).id }),
  tickSubGoal: async (scene) => ({ id: (await workPackage(scene)).subGoals[0]!.id, done: true }),
  joinGroup: ({ group: { id } }) => ({ groupId: id, statement: text }),
  'joinGroup hidden': ({ hidden: { id } }) => ({ groupId: id, statement: text }),
  withdrawRequest: group,
  leaveGroup: group,
  approveRequest: waiting('REQUESTED'),
  declineRequest: async (scene, actor) => ({ ...(await waiting('REQUESTED')(scene, actor)), reason: text }),
  revertDecline: waiting('DECLINED'),
  changeGroupRole: async (scene, actor) => ({ ...(await waiting('ACTIVE')(scene, actor)), role: 'OBSERVER' }),
  removeMember: async (scene, actor) => ({ ...(await waiting('ACTIVE')(scene, actor)), reason: text }),
  inviteMember: async (scene) => {
    const person = await bystander(scene);
    return { groupId: scene.group.id, personId: person.id, organisationId: scene.home.id, role: 'MEMBER' };
  },
  answerGroupInvitation: ({ group: { id } }) => ({ groupId: id, accept: true }),
  inviteGuest: input(({ group: { id }, home }) => ({
    groupId: id,
    email: `${randomUUID()}@gast.example`,
    organisationId: home.id,
    role: 'GUEST',
    until: later(),
  })),
  volunteer: ({ group: { id } }) => ({ groupId: id, statement: text }),
  withdrawVolunteering: async ({ world, group, host }) => ({
    id: (await world.db.volunteering.create({ data: { groupId: group.id, personId: host.id } })).id,
  }),
  decideVolunteering: async (scene) => {
    const person = await bystander(scene);
    await scene.world.seat(scene.group, person);
    const { id } = await workPackage(scene);
    const offer = await scene.world.db.volunteering.create({ data: { groupId: scene.group.id, personId: person.id, workPackageId: id } });
    return { id: offer.id, accept: true };
  },
  'readWithReason hidden': ({ hidden: { id } }) => ({ groupId: id, reason: text }),
  exportRoster: group,
  setGroupFollow: ({ group: { id } }) => ({ groupId: id, level: 'ALL' }),
};
