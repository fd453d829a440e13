import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Tx } from '../../platform/database/writes.ts';
import type { Affiliation, Invitation } from '../../generated/prisma/client.ts';

/** Where a guest may be invited to: the invitation's column that names it, and what its feature has to say to that. */
export interface GuestPlace {
  readonly column: 'groupId' | 'sprechstundeId';
  /** Throws unless the actor may resend and revoke its invitations; announces nothing. */
  demand(tx: Tx, actor: Actor, id: string): Promise<void>;
  /** One of its invitations was sent again or revoked. */
  changed(tx: Tx, id: string): void;
  /** How it is called in mails and in the audit log; null: it is gone. */
  name(db: Db, id: string): Promise<string | null>;
}

/**
 * What features above have to do in the same transaction, without this one knowing them: a seat in a group ends with
 * the place in the organisation (R11), and an invitation may lead to a group or an event.
 */
@Injectable()
export class PeopleHooks {
  readonly affiliationEnded: ((tx: Tx, affiliation: Affiliation) => Promise<void>)[] = [];
  readonly invitationAccepted: ((tx: Tx, invitation: Invitation, actor: Actor) => Promise<void>)[] = [];
  readonly guestPlaces: GuestPlace[] = [];

  placeOf(invitation: Invitation): { place: GuestPlace; id: string } | null {
    const place = this.guestPlaces.find(({ column }) => invitation[column] !== null);
    return place ? { place, id: invitation[place.column]! } : null;
  }

  async placeName(db: Db, invitation: Invitation): Promise<string | null> {
    const found = this.placeOf(invitation);
    return found && found.place.name(db, found.id);
  }
}
