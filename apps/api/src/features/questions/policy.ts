import type { QuestionState } from '@kollab/contract';
import { belongsTo, has, isInsider, type Actor } from '../../platform/auth/actor.ts';
import { policy, type Verdict } from '../../platform/policy/policy.ts';
import type { HomeView } from './homes.ts';
import { awaitsAnswer, isOver, stateAfter, type QuestionDeed } from './states.ts';

/** A question as one person sees it: what the rules need. */
export interface QuestionView {
  readonly id: string;
  readonly home: HomeView;
  readonly state: QuestionState;
  readonly officeId: string | null;
  readonly hidden: boolean;
  /** The viewer asked it. */
  readonly mine: boolean;
  readonly anonymous: boolean;
  /** Somebody voted or answered, officially or not. */
  readonly touched: boolean;
  readonly published: boolean;
}

type Offices = Pick<Actor, 'globalRoles' | 'affiliations'>;
/** R4: for which offices somebody answers officially. */
export const officesOf = (actor: Offices): string[] => [
  ...new Set([
    ...actor.globalRoles.flatMap((g) => (g.role === 'LAND_EXPERT' && g.organisationId ? [g.organisationId] : [])),
    ...(has(actor, 'LAND_EDITOR') ? actor.affiliations.map((a) => a.organisationId) : []),
  ]),
];
export const answersFor = (actor: Offices, officeId: string): boolean =>
  actor.globalRoles.some((g) => g.role === 'LAND_EXPERT' && g.organisationId === officeId) ||
  (has(actor, 'LAND_EDITOR') && belongsTo(actor, officeId));

const inCharge = (actor: Actor, q: QuestionView): boolean => q.officeId !== null && answersFor(actor, q.officeId);
const orders = (actor: Actor, q: QuestionView): boolean => q.home.leads || (has(actor, 'LAND_EDITOR') && q.home.reads);
const moderates = (actor: Actor, q: QuestionView): boolean => orders(actor, q) || (has(actor, 'MODERATOR') && q.home.reads);
/** R4 */
const settles = (actor: Actor, q: QuestionView): boolean => q.mine || q.home.leads || has(actor, 'MODERATOR');
const leadsOn = (q: QuestionView, deed: QuestionDeed): Verdict => stateAfter(q.state, deed) !== null || 'question.state_impossible';
/** Who may, then whether the state does. */
const deed = (may: boolean, q: QuestionView, what: QuestionDeed): Verdict => (may ? leadsOn(q, what) : 'forbidden');

/** An office that was given a question reads it, wherever it was asked; a hidden one is shown to who can show it again. */
const read = (actor: Actor, q: QuestionView): Verdict =>
  ((q.home.reads || inCharge(actor, q)) && (!q.hidden || q.mine || moderates(actor, q))) || 'not_found';

export const questionPolicy = policy<QuestionView>()('read', {
  read,
  vote: (_, q) => (q.home.writes !== true ? q.home.writes : awaitsAnswer(q.state) || 'question.closed'),
  /** At will, also where nothing new is written any more. */
  unvote: (_, q) => !isOver(q.state) || 'question.closed',
  edit: (_, q) => {
    if (!q.mine) return 'forbidden';
    if (q.home.writes !== true) return q.home.writes;
    return isOver(q.state) ? 'question.closed' : !q.touched || 'question.not_editable';
  },
  add: (_, q) => {
    if (!q.mine) return 'forbidden';
    return q.home.writes !== true ? q.home.writes : !isOver(q.state) || 'question.closed';
  },
  withdraw: (_, q) => deed(q.mine, q, 'withdraw'),
  /** In its thread, where everybody stands with their name: who asked without one only adds to the question. */
  discuss: (_, q) => {
    if (q.home.writes !== true) return q.home.writes;
    return isOver(q.state) ? 'question.closed' : !(q.mine && q.anonymous) || 'question.asked_anonymously';
  },
  /** A sign under an answer, of which only the number is shown. */
  react: (_, q) => (q.home.writes !== true ? q.home.writes : !isOver(q.state) || 'question.closed'),
  assign: (actor, q) => deed(orders(actor, q) || inCharge(actor, q), q, 'assign'),
  /** An office takes upon itself what nobody has. */
  take: (actor, q) => {
    if (officesOf(actor).length === 0) return 'forbidden';
    return q.state === 'OPEN' || (q.officeId !== null ? 'question.other_office' : 'question.state_impossible');
  },
  return: (actor, q) => deed(orders(actor, q) || inCharge(actor, q), q, 'return'),
  defer: (actor, q) => deed(orders(actor, q) || inCharge(actor, q), q, 'defer'),
  resume: (actor, q) => deed(orders(actor, q) || inCharge(actor, q), q, 'resume'),
  answer: (actor, q) => {
    if (officesOf(actor).length === 0) return 'forbidden';
    const possible = leadsOn(q, 'answer');
    return possible !== true ? possible : q.officeId === null || inCharge(actor, q) || 'question.other_office';
  },
  /** The official answer. */
  accept: (actor, q) => (!settles(actor, q) ? 'forbidden' : q.state === 'ANSWERED' || 'question.state_impossible'),
  /** An answer in its thread, in whatever state: it helped. */
  acceptPost: (actor, q) => (!settles(actor, q) ? 'forbidden' : !isOver(q.state) || 'question.closed'),
  reportOutdated: (actor, q) => deed(q.mine || moderates(actor, q) || inCharge(actor, q), q, 'outdate'),
  hide: (actor, q) => (!moderates(actor, q) ? 'forbidden' : !q.hidden || 'question.state_impossible'),
  show: (actor, q) => (!moderates(actor, q) ? 'forbidden' : q.hidden || 'question.state_impossible'),
  merge: (actor, q) => deed(orders(actor, q), q, 'merge'),
  /** Another one is merged into it; also into an answered one. */
  absorb: (actor, q) => (!orders(actor, q) ? 'forbidden' : !isOver(q.state) || 'question.closed'),
  /** Its place in the queue of an event, and whether it is the current one; also of an answered one, to which they come back. */
  steer: (actor, q) => {
    if (!orders(actor, q)) return 'forbidden';
    return (q.home.kind === 'EVENT' && !q.hidden && !isOver(q.state)) || 'question.state_impossible';
  },
  publishFaq: (actor, q) => {
    if (!inCharge(actor, q) && !(has(actor, 'LAND_EDITOR') && q.home.reads)) return 'forbidden';
    if (q.state !== 'ANSWERED') return 'question.state_impossible';
    return !q.published || 'question.already_published';
  },
});
type QuestionAction = (typeof questionPolicy)['actions'][number];
/** What its thread and the answers in it say themselves. */
type Inside = 'discuss' | 'react' | 'acceptPost';

/** As the SDL names them. */
export const questionAbilities = (actor: Actor, q: QuestionView): Record<Exclude<QuestionAction, 'take' | Inside>, boolean> => {
  const { take, discuss: _discuss, react: _react, acceptPost: _acceptPost, ...can } = questionPolicy.abilities(actor, q);
  return { ...can, assign: can.assign || take };
};

export interface FaqView {
  readonly officeId: string;
}
/** R2: for the platform's own circle. */
export const faqPolicy = policy<FaqView>()('read', {
  read: (actor) => isInsider(actor) || 'not_found',
  edit: (actor, { officeId }) => has(actor, 'LAND_EDITOR') || answersFor(actor, officeId) || 'forbidden',
});
