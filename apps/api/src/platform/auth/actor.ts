import type { GlobalRole, OrganisationRole } from '@kollab/contract';

/** A person with their rights, as read from the database for this request. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly actsForId: string | null;
  readonly globalRoles: readonly { readonly role: GlobalRole; readonly organisationId: string | null }[];
  /** Current ones only. */
  readonly affiliations: readonly {
    readonly id: string;
    readonly organisationId: string;
    readonly role: OrganisationRole;
    readonly function: string;
    readonly deputy: boolean;
  }[];
}

export const has = (actor: Pick<Actor, 'globalRoles'>, ...roles: GlobalRole[]): boolean =>
  actor.globalRoles.some((g) => roles.includes(g.role));
export const belongsTo = (actor: Pick<Actor, 'affiliations'>, organisationId: string): boolean =>
  actor.affiliations.some((a) => a.organisationId === organisationId);
export const coordinates = (actor: Pick<Actor, 'affiliations'>, organisationId: string): boolean =>
  actor.affiliations.some((a) => a.organisationId === organisationId && a.role === 'COORDINATOR');
export const coordinatesAny = (actor: Actor): boolean => actor.affiliations.some((a) => a.role === 'COORDINATOR');

/** Belongs to the platform's own circle; guests and providers see only what they were invited to. */
export const isInsider = (actor: Pick<Actor, 'globalRoles' | 'affiliations'>): boolean =>
  actor.globalRoles.length > 0 || actor.affiliations.some((a) => a.role !== 'PROVIDER');

/** The place for which somebody acts unless they choose another one: their choice while it lasts, else their oldest. */
export const actingFor = (actor: Pick<Actor, 'actsForId' | 'affiliations'>): Actor['affiliations'][number] | null =>
  actor.affiliations.find((a) => a.organisationId === actor.actsForId) ?? actor.affiliations[0] ?? null;
