import { limits, type EventSeatRole, type GroupRole, type OrganisationRole } from '@kollab/contract';
import type { Invitation } from '../../generated/prisma/client.ts';

/** To an organisation (`role`); or to a group or an event, then `organisationId` is for whom the guest sits there. */
export interface NewInvitation {
  email: string;
  organisationId: string | null;
  role?: OrganisationRole | null;
  function?: string;
  groupId?: string | null;
  groupRole?: GroupRole | null;
  sprechstundeId?: string | null;
  seatRole?: EventSeatRole | null;
  guestUntil?: Date | null;
}

const day = 86_400_000;
type Terms = Pick<Invitation, 'role' | 'function' | 'groupRole' | 'seatRole' | 'guestUntil'>;
/** A call that is repeated soon (a lost answer, a double click) is the same act. */
export const sameAct = (a: Terms & { sentAt: Date }, b: Terms): boolean =>
  Date.now() - a.sentAt.getTime() < 60_000 &&
  a.role === b.role &&
  a.function === b.function &&
  a.groupRole === b.groupRole &&
  a.seatRole === b.seatRole &&
  a.guestUntil?.getTime() === b.guestUntil?.getTime();
export const renewed = () => {
  const sentAt = new Date();
  return { sentAt, expiresAt: new Date(sentAt.getTime() + limits.invitationDays * day) };
};
