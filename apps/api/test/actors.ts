import type { ErrorCode, GlobalRole, OrganisationRole } from '@kollab/contract';
import type { Actor } from '../src/platform/auth/actor.ts';

/** Somebody for a truth table, without a database: `me`, with one place in the organisation `o` and one role, or without. */
export const actorWith = (place: OrganisationRole | null, role?: GlobalRole, organisationId = 'o'): Actor => ({
  personId: 'me',
  name: 'Kim Muster',
  email: 'kim@ort.example',
  emailVerified: true,
  actsForId: null,
  globalRoles: role ? [{ role, organisationId: null }] : [],
  affiliations: place ? [{ id: 'a', organisationId, role: place, function: '', deputy: false }] : [],
});

const signs: Record<string, true | ErrorCode> = {
  '+': true,
  '-': 'forbidden',
  o: 'not_found',
  A: 'group.already_member',
  I: 'group.join_by_invitation',
  N: 'group.not_active',
  D: 'membership.already_decided',
  U: 'person.unaffiliated',
  C: 'thread.closed',
  G: 'post.deleted',
  H: 'question.asked_anonymously',
  Q: 'question.closed',
  L: 'post.undo_over',
};

/** One letter a verdict, so that a table fits on a page. */
export const signOf = (verdict: true | ErrorCode): string => Object.keys(signs).find((sign) => signs[sign] === verdict) ?? String(verdict);

/** All verdicts of a policy about one row, in the order of its actions. */
export const signsOf = <R, A extends string>(
  { verdict, actions }: { verdict: (actor: Actor, action: A, row: R) => true | ErrorCode; actions: readonly A[] },
  actor: Actor,
  row: R,
): string => actions.map((action) => signOf(verdict(actor, action, row))).join('');
