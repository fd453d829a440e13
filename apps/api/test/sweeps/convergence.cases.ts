import { randomUUID } from 'node:crypto';
import type { EventName } from '@kollab/contract';
import type { Data } from '../api.ts';
import type { Someone } from '../world.ts';
import { cases } from './cases.ts';
import type { Programme, Role, Scene } from './cast.ts';

/** The people of one story, and what they can do in it. */
export interface Stage {
  scene: Scene & { stage: Programme };
  actors: Record<Acting, Someone>;
  /** Calls a mutation as this person; answers with its row's id. */
  run: (who: Acting, field: string, variables: Record<string, unknown>) => Promise<string>;
  work: () => Promise<unknown>;
  /** The counts of votes are told. */
  told: () => Promise<void>;
}
export const listeners = ['lead', 'member', 'coordinator', 'colleague', 'editor'] as const satisfies readonly Role[];
export type Listener = (typeof listeners)[number];
export type Acting = Listener | 'admin';

interface Story {
  /** Has happened when the screens are loaded. */
  before?: (stage: Stage) => Promise<string>;
  /** `id`: of what came before. */
  act: (stage: Stage, id: string) => Promise<unknown>;
}
/** The call as the sweep of the authorization makes it. */
const call =
  (who: Acting, field: string, more: Record<string, unknown> = {}) =>
  async (stage: Stage): Promise<string> =>
    stage.run(who, field, { ...(await cases[field]!(stage.scene, stage.actors[who])), ...more });

const writing = call('member', 'reply');
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
const seatOf = async ({ scene, actors }: Stage, who: Listener): Promise<Data> => {
  const key = { groupId: scene.group.id, personId: actors[who].id };
  return { membershipId: (await scene.world.db.groupMembership.findUniqueOrThrow({ where: { groupId_personId: key } })).id };
};
const inviting = (stage: Stage) =>
  stage.run('lead', 'inviteMember', {
    groupId: stage.scene.group.id,
    personId: stage.actors.colleague.id,
    organisationId: stage.scene.home.id,
    role: 'MEMBER',
  });
/** A use case that announces each event. */
export const stories: Record<EventName, Story> = {
  'thread.opened': { act: call('member', 'openThread') },
  'thread.changed': { act: call('lead', 'pinThread') },
  'post.written': { act: writing },
  'post.edited': {
    before: writing,
    act: ({ run }, id) => run('member', 'editPost', { input: { id, version: 1, body: 'Anders **gesagt**.' } }),
  },
  'post.deleted': { before: writing, act: ({ run }, id) => run('member', 'deletePost', { id }) },
  'post.restored': {
    before: async (stage) => stage.run('member', 'deletePost', { id: await writing(stage) }),
    act: ({ run }, id) => run('member', 'restorePost', { id }),
  },
  'post.reacted': { before: writing, act: ({ run }, postId) => run('lead', 'react', { postId, kind: 'AGREE', on: true }) },
  'group.card_changed': { act: call('lead', 'changeStatus') },
  'group.changed': { act: (stage) => edit(stage, {}) },
  'group.visibility_changed': { act: (stage) => edit(stage, { visibility: 'MEMBERS', joinPolicy: 'INVITE' }) },
  'membership.began': {
    before: async (stage) => String((await cases['approveRequest']!(stage.scene, stage.actors.lead))['membershipId']),
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
  'question.asked': { act: call('member', 'askQuestion') },
  'question.changed': { act: call('lead', 'hideQuestion') },
  'question.voted': {
    act: async (stage) => {
      await call('member', 'voteQuestion')(stage);
      await stage.told();
    },
  },
  'office_questions.changed': { act: call('lead', 'assignQuestion') },
  'faq.changed': {
    before: async ({ scene: { world, question, host } }) => (await world.faqEntry(question, host)).id,
    act: async (stage) => {
      const { world } = stage.scene;
      const { id } = await world.db.faqEntry.findFirstOrThrow({ where: { questionId: stage.scene.question.id } });
      await world.db.globalRoleGrant.create({ data: { personId: stage.actors.admin.id, role: 'LAND_EDITOR' } });
      const input = { id, version: 1, question: 'Wie geht das jetzt?', answer: 'Anders.', topicIds: [], reviewOn: '2099-01-01' };
      return stage.run('admin', 'editFaq', { input });
    },
  },
  'organisation.changed': { act: call('coordinator', 'setMailDomains') },
  'affiliation.changed': {
    before: async (stage) => String((await cases['confirmAffiliation']!(stage.scene, stage.actors.coordinator))['requestId']),
    act: ({ run }, requestId) => run('coordinator', 'confirmAffiliation', { requestId, role: 'MEMBER', function: 'Technik' }),
  },
  'affiliation.ended': {
    before: async (stage) => String((await cases['endAffiliation']!(stage.scene, stage.actors.coordinator))['id']),
    act: ({ run }, id) => run('coordinator', 'endAffiliation', { id }),
  },
  'organisation_desk.changed': { act: call('coordinator', 'inviteColleague') },
  'series.changed': { act: call('editor', 'addToDistribution') },
  'sprechstunde.card_changed': { act: call('editor', 'changeSprechstundeStatus') },
  'sprechstunde.changed': { act: call('editor', 'setProgramme') },
  'stage.changed': {
    before: async (stage) => String((await cases['setCurrentQuestion']!(stage.scene, stage.actors.editor))['questionId']),
    act: ({ run, scene }, questionId) => run('editor', 'setCurrentQuestion', { sprechstundeId: scene.stage.event.id, questionId }),
  },
  'registration.changed': { act: call('member', 'register') },
  'mood.changed': {
    before: (stage) => stage.run('editor', 'changeSprechstundeStatus', { id: stage.scene.stage.event.id, status: 'LIVE' }),
    act: call('member', 'voteMood'),
  },
  'event_seat.changed': {
    before: async (stage) => String((await cases['endEventSeat']!(stage.scene, stage.actors.editor))['id']),
    act: ({ run }, id) => run('editor', 'endEventSeat', { id }),
  },
  'wish.changed': { act: call('editor', 'planWish') },
  'viewer.event_seat_changed': {
    before: async ({ scene, actors }) => (await scene.world.eventSeat(scene.stage.event, actors.colleague, 'HOST')).id,
    act: ({ run }, id) => run('editor', 'endEventSeat', { id }),
  },
  'calendar.changed': { act: call('member', 'subscribeCalendar') },
  'viewer.rights_changed': {
    act: ({ run, actors }) => run('admin', 'grantGlobalRole', { personId: actors.colleague.id, role: 'LAND_EDITOR' }),
  },
  'viewer.membership_changed': {
    before: inviting,
    act: ({ run, scene }) => run('colleague', 'answerGroupInvitation', { groupId: scene.group.id, accept: true }),
  },
  'notice.changed': {
    act: async (stage) => {
      await inviting(stage);
      await stage.work();
    },
  },
  'reaction.changed': { before: writing, act: ({ run }, postId) => run('lead', 'react', { postId, kind: 'AGREE', on: true }) },
  'administration.changed': {
    before: async ({ scene, actors }) => {
      await scene.world.db.globalRoleGrant.create({ data: { personId: actors.lead.id, role: 'LAND_ADMIN' } });
      return '';
    },
    act: ({ run }) => run('colleague', 'requestAffiliation', { input: { organisationId: null, statement: 'Ich suche meine Stelle.' } }),
  },
  'read_state.changed': { act: call('member', 'markRead') },
  'draft.changed': { act: call('member', 'saveDraft') },
};
