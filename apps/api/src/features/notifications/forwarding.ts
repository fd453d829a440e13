import { factOf, type FactRow, type NoticeFact } from './description.ts';
import { partOf } from './question-part.ts';

/** `true`: a deputy gets it too, as far as they may read it. A text: they never get it, and why. */
type Rule = true | string | ((notice: Told) => true | string);
type Told = Pick<FactRow, 'cause' | 'kind'> & Partial<Pick<FactRow, 'detail'>>;

const own = 'It was decided about the person alone.';
const asked = 'It would tell who asked, or voted.';
const leads = 'Only who leads or decides may see it, and is told themselves.';
const chosen = 'How closely somebody follows is their own choice.';
const place = "The place at the event is the person's, not the deputy's.";

/** A question is work for its office and for those who lead where it was asked; for all others it would tell their part in it. */
const office: Rule = ({ detail = '' }) => {
  const part = partOf(detail);
  return part === 'OFFICE' || part === 'LEADS' || asked;
};

/** Which notices of an absent person are work that cannot wait until they are back. */
const rules: Record<NoticeFact, Rule> = {
  post: ({ kind }) => kind === 'REPLY' || (kind === 'ANSWER' ? asked : chosen),
  mention: true,
  stand: chosen,
  requested: leads,
  accepted: own,
  declined: own,
  invited: own,
  invitation_accepted: leads,
  invitation_declined: leads,
  invitation_revoked: own,
  removed: own,
  role_changed: own,
  lead_lost: leads,
  volunteered: leads,
  volunteering_confirmed: own,
  volunteering_declined: own,
  proposed: leads,
  proposal_accepted: own,
  proposal_declined: own,
  read_with_reason: leads,
  affiliation_requested: leads,
  affiliation_confirmed: own,
  affiliation_declined: own,
  barrier_reported: leads,
  question_answered: asked,
  question_assigned: office,
  question_returned: office,
  question_deferred: asked,
  question_due_again: office,
  question_outdated: office,
  question_merged: asked,
  question_hidden: asked,
  faq_review_due: true,
  event_moved: place,
  event_cancelled: place,
  registration_promoted: place,
  wish_planned: asked,
  wish_declined: asked,
  announced: true,
  announcement_corrected: true,
  announcement_withdrawn: true,
  acknowledgement_missing: true,
  announcement_returned: 'A draft is seen by who writes for the office.',
  deputy_named: own,
};

/** `true`, or the reason why a deputy does not get it. */
export function forwards(notice: Told): true | string {
  const rule = rules[factOf(notice.cause)];
  return typeof rule === 'function' ? rule(notice) : rule;
}
