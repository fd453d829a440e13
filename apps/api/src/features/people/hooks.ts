import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import type { Affiliation, Invitation } from '../../generated/prisma/client.ts';

/**
 * What features above have to do in the same transaction, without this one knowing them: a seat in a group ends with
 * the place in the organisation (R11), and an invitation may carry a group.
 */
@Injectable()
export class PeopleHooks {
  readonly affiliationEnded: ((tx: Tx, affiliation: Affiliation) => Promise<void>)[] = [];
  readonly invitationAccepted: ((tx: Tx, invitation: Invitation, actor: Actor) => Promise<void>)[] = [];
  /** Throws unless the actor may resend and revoke this group's invitations; announces nothing. */
  demandGroupInvitations: (tx: Tx, actor: Actor, groupId: string) => Promise<void> = async () => {
    throw fail('not_found');
  };
  /** An invitation to a group was sent again or revoked. */
  readonly groupInvitationChanged: ((tx: Tx, invitation: Invitation) => Promise<void>)[] = [];
}
