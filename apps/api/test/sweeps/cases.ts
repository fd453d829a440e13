import { createHash, randomUUID } from 'node:crypto';
import { bystander, type Scene } from './cast.ts';
import { sprechstundenCases } from './cases-sprechstunden.ts';
import type { Someone } from '../world.ts';
import { questionCases } from './cases-questions.ts';

type Variables = Record<string, unknown>;
/** What a field is called with. `actor` is null for anonymous. */
export type Make = (scene: Scene, actor: Someone | null) => Variables | Promise<Variables>;

const nobody = '00000000-0000-4000-8000-000000000000';
const text = 'Ein Satz für diesen Fall.';
const later = () => new Date(Date.now() + 3 * 86_400_000).toISOString();

const group: Make = ({ group }) => ({ id: group.id, groupId: group.id });
const hidden: Make = ({ hidden }) => ({ id: hidden.id, groupId: hidden.id });
const thread: Make = ({ thread }) => ({ id: thread.id, threadId: thread.id });
const post: Make = async ({ world, thread }) => {
  const { id } = await world.db.post.findFirstOrThrow({ where: { threadId: thread.id } });
  return { id, postId: id };
};
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
const invitation: Make = async ({ world, home, host }) => {
  const { id } = await world.db.invitation.create({
    data: {
      tokenHash: createHash('sha256').update(randomUUID()).digest('hex'),
      email: 'jemand@ort.example',
      organisationId: home.id,
      role: 'MEMBER',
      invitedById: host.id,
      expiresAt: new Date(later()),
    },
  });
  return { id };
};
const request: Make = async ({ world, home }) => {
  const person = await world.person();
  const { id } = await world.db.affiliationRequest.create({ data: { personId: person.id, organisationId: home.id, statement: text } });
  return { id, requestId: id };
};
const affiliation: Make = async (scene) => {
  const { id } = await scene.world.belongs(await scene.world.person(), scene.home);
  return { id };
};
const input =
  (make: Make): Make =>
  async (scene, actor) => ({ input: await make(scene, actor) });
const withStatus =
  (make: Make, change: 'closed' | 'paused'): Make =>
  async (scene, actor) => {
    if (change === 'closed') await scene.world.db.thread.update({ where: { id: scene.thread.id }, data: { closedAt: new Date() } });
    else await scene.world.db.workingGroup.update({ where: { id: scene.group.id }, data: { status: 'PAUSED' } });
    return make(scene, actor);
  };
const reply = input(({ thread }) => ({ clientMutationId: randomUUID(), threadId: thread.id, body: text }));

export const cases: Record<string, Make> = {
  viewer: () => ({}),
  organisation: ({ home }) => ({ id: home.id }),
  organisations: () => ({}),
  person: ({ host }) => ({ id: host.id }),
  'person own': (_, actor) => ({ id: actor?.id ?? nobody }),
  people: () => ({}),
  unansweredRequests: () => ({}),
  invitation: () => ({ token: 'unbekannt' }),
  workingGroup: group,
  'workingGroup hidden': hidden,
  workingGroups: () => ({}),
  thread,
  'thread hidden': ({ hiddenThread }) => ({ id: hiddenThread.id }),
  post,
  'post hidden': async ({ world, hiddenThread }) => ({
    id: (await world.db.post.findFirstOrThrow({ where: { threadId: hiddenThread.id } })).id,
  }),
  draft: ({ thread: { id } }) => ({ key: `reply:${id}` }),
  drafts: () => ({}),
  mentionCandidates: ({ group: { id } }) => ({ groupId: id, text: 'a' }),
  'mentionCandidates hidden': ({ hidden: { id } }) => ({ groupId: id, text: 'a' }),
  checkMentions: ({ group: { id } }) => ({ groupId: id, body: text }),
  'checkMentions hidden': ({ hidden: { id } }) => ({ groupId: id, body: text }),
  notices: () => ({}),
  home: () => ({}),
  auditEntries: () => ({}),
  participation: () => ({}),
  siteText: () => ({ key: 'IMPRESSUM' }),
  barrierReports: () => ({}),

  setMailDomains: ({ home }) => ({ organisationId: home.id, domains: ['ort.example'] }),
  inviteColleague: input(({ home }) => ({ organisationId: home.id, email: `${randomUUID()}@ort.example`, role: 'MEMBER', function: '' })),
  resendInvitation: invitation,
  revokeInvitation: invitation,
  acceptInvitation: async ({ world, home }) => {
    const token = randomUUID();
    await world.db.invitation.create({
      data: {
        tokenHash: createHash('sha256').update(token).digest('hex'),
        email: 'jemand-anders@ort.example',
        organisationId: home.id,
        role: 'MEMBER',
        expiresAt: new Date(later()),
      },
    });
    return { token };
  },
  requestAffiliation: input(async ({ world }) => ({ organisationId: (await world.organisation()).id, statement: text })),
  withdrawAffiliationRequest: request,
  confirmAffiliation: async (scene, actor) => ({ ...(await request(scene, actor)), role: 'MEMBER', function: '' }),
  declineAffiliation: async (scene, actor) => ({ ...(await request(scene, actor)), reason: text }),
  assignAffiliationRequest: async ({ world, home }) => {
    const person = await world.person();
    const { id } = await world.db.affiliationRequest.create({ data: { personId: person.id, statement: text } });
    return { requestId: id, organisationId: home.id };
  },
  changeAffiliation: input(async (scene, actor) => ({
    ...(await affiliation(scene, actor)),
    role: 'HEAD',
    function: 'Leitung',
    deputy: false,
  })),
  endAffiliation: affiliation,
  nameCoordinator: ({ home }) => ({ organisationId: home.id, email: 'koordination@ort.example' }),
  actFor: ({ home }) => ({ organisationId: home.id }),
  grantGlobalRole: ({ host }) => ({ personId: host.id, role: 'MODERATOR' }),
  revokeGlobalRole: async ({ world }) => ({ personId: (await world.official('MODERATOR')).id, role: 'MODERATOR' }),
  linkIdentity: input(({ host }) => ({ personId: host.id, issuer: 'https://neu.example', subject: randomUUID(), reason: text })),
  becomeFirstAdmin: () => ({ token: 'unbekannt' }),

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

  openThread: input(({ group: { id } }) => ({
    clientMutationId: randomUUID(),
    groupId: id,
    kind: 'DISCUSSION',
    title: 'Ein Thema',
    body: text,
  })),
  reply,
  'reply hidden': input(({ hiddenThread: { id } }) => ({ clientMutationId: randomUUID(), threadId: id, body: text })),
  'reply closed': withStatus(reply, 'closed'),
  'reply paused': withStatus(reply, 'paused'),
  editPost: input(async (scene, actor) => ({ id: (await post(scene, actor))['id'], version: 1, body: text })),
  deletePost: post,
  restorePost: async (scene, actor) => {
    const { id } = (await post(scene, actor)) as { id: string };
    await scene.world.db.post.update({ where: { id }, data: { deletedAt: new Date(), deletedById: scene.host.id } });
    return { id };
  },
  react: async (scene, actor) => ({ ...(await post(scene, actor)), kind: 'AGREE', on: true }),
  pinThread: ({ thread: { id } }) => ({ id, pinned: true }),
  closeThread: ({ thread: { id } }) => ({ id, closed: true }),
  retitleThread: ({ thread: { id, version } }) => ({ id, version, title: 'Ein anderes Thema' }),
  writeStand: ({ thread: { id, version } }) => ({ id, version, text }),
  markRead: ({ thread: { id } }) => ({ threadId: id, no: 1 }),
  setThreadFollow: ({ thread: { id } }) => ({ threadId: id, level: 'ALL' }),
  saveDraft: input(({ thread: { id } }) => ({ key: `reply:${id}`, title: '', body: text, version: 0 })),
  discardDraft: ({ thread: { id } }) => ({ key: `reply:${id}` }),

  ...questionCases,
  ...sprechstundenCases,

  markNoticeRead: async ({ world, host }) => ({
    id: (await world.db.notice.create({ data: { personId: host.id, kind: 'DECISION', cause: randomUUID() } })).id,
    read: true,
  }),
  markAllNoticesRead: () => ({}),
  exportOwnData: () => ({}),
  setSiteText: async ({ world }) => ({
    key: 'IMPRESSUM',
    version: (await world.db.siteText.findUnique({ where: { key: 'IMPRESSUM' } }))?.version ?? 0,
    body: text,
  }),
  reportBarrier: input(() => ({ clientMutationId: randomUUID(), problem: 'Der Knopf ist nicht zu erreichen.', page: '', contact: '' })),
  closeBarrierReport: async ({ world }) => ({
    id: (await world.db.barrierReport.create({ data: { problem: 'Der Knopf ist nicht zu erreichen.' } })).id,
    done: true,
  }),
};
