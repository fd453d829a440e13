import { coordinates, has } from '../../platform/auth/actor.ts';
import type { Rights } from '../../platform/auth/rights.ts';
import { policy } from '../../platform/policy/policy.ts';

/** An organisation as one person sees it; in a write, `rights` are those of the moment. */
export interface OrganisationView {
  readonly id: string;
  readonly rights: Rights;
}

const manages = ({ id, rights }: OrganisationView): boolean => has(rights, 'LAND_ADMIN') || coordinates(rights, id);
const heads = ({ id, rights }: OrganisationView): boolean => rights.affiliations.some((a) => a.organisationId === id && a.role === 'HEAD');

/** Which bodies there are is public; who works there and what waits on its desk is not. */
export const organisationPolicy = policy<OrganisationView>()('read', {
  read: () => true,
  readDesk: (_, o) => manages(o) || heads(o) || 'forbidden',
  manage: (_, o) => manages(o) || 'forbidden',
  nameCoordinator: (_, o) => has(o.rights, 'LAND_ADMIN') || 'forbidden',
});
