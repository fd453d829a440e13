import type { OrganisationKind } from '@kollab/contract';
import { coordinates, has, isInsider, type Actor } from '../../platform/auth/actor.ts';
import type { Rights } from '../../platform/auth/rights.ts';
import { policy, type Verdict } from '../../platform/policy/policy.ts';

/** The contacts of one organisation as one person sees them; in a write, `rights` are those of the moment. */
export interface ContactView {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
  readonly rights: Rights;
}
const isOfLand = ({ kind }: ContactView): boolean => kind === 'LAND_MINISTRY' || kind === 'LAND_AUTHORITY';
/** Contacts of the Land's offices are kept by whoever writes announcements for them. */
const keepsOffice = ({ rights, organisationId }: ContactView): boolean =>
  has(rights, 'LAND_EDITOR') || rights.globalRoles.some((g) => g.role === 'LAND_EXPERT' && g.organisationId === organisationId);
const edit = (_: Actor, c: ContactView): Verdict =>
  coordinates(c.rights, c.organisationId) || (isOfLand(c) && keepsOffice(c)) || 'forbidden';

/** Contacts are read by insiders; guests and providers do not see them. */
export const contactPolicy = policy<ContactView>()('read', {
  read: (_, { rights }) => isInsider(rights) || 'not_found',
  edit,
});
