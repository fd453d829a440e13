/** Every error that a client may see, with the HTTP status it corresponds to. Whatever else happens is `internal`. */
export const errors = {
  /** Not signed in, or the token is expired or not ours. */
  unauthenticated: 401,
  /** Absent, or not to be read: both answer alike. */
  not_found: 404,
  /** May be read, but this may not be done. */
  forbidden: 403,
  /** The input does not fit; `fields` names where. */
  invalid: 422,
  /** Changed by somebody else since it was read; `current` carries their version. */
  stale: 409,
  /** Too many requests; retry later. */
  rate_limited: 429,
  /** Signed in, but without an organisation yet. */
  'person.unaffiliated': 403,
  'group.not_active': 409,
  'group.already_member': 409,
  'group.join_by_invitation': 409,
  'group.last_lead': 409,
  'group.status_impossible': 409,
  'group.reason_required': 422,
  'membership.already_decided': 409,
  'organisation.last_coordinator': 409,
  'organisation.already_member': 409,
  'role.last_admin': 409,
  'identity.taken': 409,
  'invitation.expired': 410,
  'invitation.used': 410,
  'invitation.revoked': 410,
  'invitation.foreign': 403,
  'thread.closed': 409,
  'thread.ask_instead': 422,
  'post.deleted': 409,
  'post.undo_over': 409,
  'mention.confirm_many': 422,
  'mention.too_many': 403,
  'event.ends_before_start': 422,
  'event.in_past': 422,
  'event.status_impossible': 409,
  'event.reason_required': 422,
  'series.rule_invalid': 422,
  'registration.not_possible': 409,
  'registration.over': 409,
  'registration.already_registered': 409,
  'mood.not_open': 409,
  'distribution.already_listed': 409,
  'wish.not_open': 409,
  /** The database does not answer; whether a change was made is not known. Repeat it with the same `clientMutationId`. */
  unavailable: 503,
  /** Withdrawn, merged or answered: no votes, no additions. */
  'question.closed': 409,
  'question.asked_anonymously': 403,
  /** The step does not lead on from the question's state. */
  'question.state_impossible': 409,
  /** It has votes or answers. */
  'question.not_editable': 409,
  'question.other_office': 403,
  'question.other_home': 422,
  'question.already_published': 409,
  /** The link of a confirmation mail: good once, and for a week. */
  'newsletter.link_expired': 410,
  'newsletter.link_used': 410,
  'mail.address_paused': 409,
  /** Not from the state in which it is. */
  'announcement.state_impossible': 409,
  /** Something that has to be there is missing; `fields` names what. */
  'announcement.incomplete': 422,
  'announcement.nobody_reached': 422,
  /** Another number of people than the sender saw (R14); `current` says how many. */
  'announcement.audience_changed': 409,
  /** The text still has a question of its template without an answer. */
  'announcement.question_open': 422,
  'announcement.due_in_past': 422,
  'announcement.expires_in_past': 422,
  'announcement.publish_in_past': 422,
  'announcement.nobody_acknowledges': 422,
  'announcement.acknowledgement_over': 409,
  'announcement.already_reminded': 409,
  'announcement.nobody_missing': 409,
  'announcement.comments_closed': 409,
  /** It would take longer to set than anybody may keep the server busy. */
  'announcement.too_much_for_pdf': 422,
  'newsletter.published': 409,
  /** `fields` names what an issue still lacks. */
  'newsletter.incomplete': 422,
  /** The operator has not set it up. */
  'push.off': 409,
  /** No colleague of the same organisation, or oneself. */
  'absence.deputy_impossible': 422,
  'absence.deputy_absent': 422,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errors;
