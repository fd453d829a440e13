import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/database/writes.ts';
import type { Affiliation, Invitation } from '../../generated/prisma/client.ts';

/**
 * What features above have to do in the same transaction, without this one knowing them: a seat in a group ends with
 * the place in the organisation (R11), and an invitation may carry a group.
 */
@Injectable()
export class PeopleHooks {
  readonly affiliationEnded: ((tx: Tx, affiliation: Affiliation) => Promise<void>)[] = [];
  readonly invitationAccepted: ((tx: Tx, invitation: Invitation, actor: Actor) => Promise<void>)[] = [];
}
