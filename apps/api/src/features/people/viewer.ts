import { Injectable } from '@nestjs/common';
import { actingFor, coordinatesAny, has, type Actor } from '../../platform/auth/actor.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import type { AffiliationRequest, Organisation } from '../../generated/prisma/client.ts';
import { organisationsById } from '../organisations/index.ts';
import { personsById } from './loader.ts';

/** The row behind the type `Viewer`: its fields are read when they are asked for, after the change that a mutation made. */
export const viewerOf = ({ personId, email }: Actor) => ({ personId, email });
type ViewerRow = ReturnType<typeof viewerOf>;

@Injectable()
export class ViewerLoaders {
  constructor(
    private readonly database: Database,
    private readonly actors: Actors,
  ) {}

  private get db(): Db {
    return this.database.prisma;
  }

  readonly loaders: Loaders = {
    Viewer: {
      person: batched((rows: ViewerRow[]) =>
        personsById(
          this.database.sql,
          rows.map((row) => row.personId),
        ),
      ),
      globalRoles: this.each((personId) =>
        this.db.globalRoleGrant.findMany({ where: { personId }, orderBy: [{ role: 'asc' }, { id: 'asc' }] }),
      ),
      affiliations: this.each((personId) =>
        this.db.affiliation.findMany({ where: { personId, endedAt: null }, orderBy: [{ beganAt: 'asc' }, { id: 'asc' }] }),
      ),
      actsFor: this.each((_, actor) => this.actsFor(actor)),
      affiliationRequest: this.each((personId) => this.request(personId)),
      suggestedOrganisation: this.each((_, actor) => this.suggested(actor)),
      viewerCan: this.each(async (_, actor) => abilities(await this.fresh(actor))),
    },
  };

  /** There is one viewer a request. */
  private each<V>(read: (personId: string, actor: Actor) => Promise<V>) {
    return batched((rows: ViewerRow[], actor) => Promise.all(rows.map(({ personId }) => read(personId, actor))));
  }

  /** A mutation may have changed the rights with which the request began. */
  private async fresh(actor: Actor): Promise<Actor> {
    return (await this.actors.byId(actor.personId)) ?? actor;
  }

  private async actsFor(actor: Actor): Promise<Organisation | null> {
    const place = actingFor(await this.fresh(actor));
    const [organisation = null] = await organisationsById(this.database.sql, [place?.organisationId ?? null]);
    return organisation;
  }

  /** The open one; else the newest, when it was declined and no other way led into an organisation. */
  private async request(personId: string): Promise<AffiliationRequest | null> {
    const order = { orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }] };
    const open = await this.db.affiliationRequest.findFirst({ where: { personId, status: 'REQUESTED' }, ...order });
    if (open) return open;
    const newest = await this.db.affiliationRequest.findFirst({ where: { personId }, ...order });
    if (newest?.status !== 'DECLINED') return null;
    return (await this.db.affiliation.count({ where: { personId, endedAt: null } })) === 0 ? newest : null;
  }

  /** A domain that two organisations share suggests neither. */
  private async suggested(actor: Actor): Promise<Organisation | null> {
    const domain = actor.email.split('@')[1];
    if (!actor.emailVerified || !domain) return null;
    const found = await this.db.organisation.findMany({ where: { mailDomains: { has: domain } }, take: 2 });
    const [only] = found;
    if (!only || found.length > 1) return null;
    const belongs = await this.db.affiliation.count({ where: { personId: actor.personId, organisationId: only.id, endedAt: null } });
    return belongs > 0 ? null : only;
  }
}

const abilities = (actor: Actor) => ({
  createGroup: has(actor, 'LAND_ADMIN', 'LAND_EDITOR'),
  proposeGroup: coordinatesAny(actor),
  decideProposals: has(actor, 'LAND_ADMIN', 'LAND_EDITOR'),
  administer: has(actor, 'LAND_ADMIN'),
  readAudit: has(actor, 'LAND_ADMIN', 'AUDITOR'),
  editSprechstunden: has(actor, 'LAND_EDITOR'),
});
