import { Injectable } from '@nestjs/common';
import { coordinates, has, type Actor } from '../../platform/auth/actor.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { rowsById } from '../../platform/graphql/by-id.ts';
import { batched, batchedWith, inOrder, type Loaders } from '../../platform/graphql/loaders.ts';
import {
  Prisma,
  type Affiliation,
  type AffiliationRequest,
  type GlobalRoleGrant,
  type Identity,
  type Invitation,
  type Person,
} from '../../generated/prisma/client.ts';
import { organisationsById } from '../organisations/index.ts';
import { affiliationPages, invitationPages, requestPages, type DeskArgs } from './desk.ts';
import { affiliationPolicy } from './policy.ts';

/** For the fields of all features that name a person: rows by id, null where there is none. */
export const personsById = rowsById<Person>('person', Prisma.PersonScalarFieldEnum);

interface OfPerson {
  personId: string;
}
interface OfOrganisation {
  organisationId: string | null;
}
interface WithId {
  id: string;
}

@Injectable()
export class PeopleLoaders {
  constructor(private readonly database: Database) {}

  private get db(): Db {
    return this.database.prisma;
  }

  readonly loaders: Loaders = {
    Person: {
      affiliations: batched((rows: WithId[]) => this.affiliations(rows)),
      globalRoles: batched((rows: WithId[], actor) => this.globalRoles(rows, actor)),
      email: batched((rows: WithId[], actor) => this.emails(rows, actor)),
      identities: batched((rows: WithId[], actor) => this.identities(rows, actor)),
    },
    Affiliation: {
      person: batched((rows: Affiliation[]) => this.persons(rows)),
      organisation: batched((rows: Affiliation[]) => this.organisations(rows)),
      viewerCan: batched(async (rows: Affiliation[], actor) =>
        rows.map((row) => affiliationPolicy.abilities(actor, { ...row, rights: actor })),
      ),
    },
    Invitation: {
      organisation: batched((rows: Invitation[]) => this.organisations(rows)),
      invitedBy: batched((rows: Invitation[]) =>
        personsById(
          this.database.sql,
          rows.map((row) => row.invitedById),
        ),
      ),
    },
    AffiliationRequest: {
      person: batched((rows: AffiliationRequest[]) => this.persons(rows)),
      organisation: batched((rows: AffiliationRequest[]) => this.organisations(rows)),
    },
    GlobalRoleGrant: { organisation: batched((rows: GlobalRoleGrant[]) => this.organisations(rows)) },
    Organisation: {
      affiliations: batchedWith((rows: WithId[], args: DeskArgs & { ended: boolean }, actor) =>
        affiliationPages(this.db, actor, rows, args),
      ),
      invitations: batchedWith((rows: WithId[], args: DeskArgs, actor) => invitationPages(this.db, actor, rows, args)),
      affiliationRequests: batchedWith((rows: WithId[], args: DeskArgs, actor) => requestPages(this.db, actor, rows, args)),
    },
  };

  private persons(rows: OfPerson[]): Promise<(Person | null)[]> {
    return personsById(
      this.database.sql,
      rows.map((row) => row.personId),
    );
  }

  private organisations(rows: OfOrganisation[]) {
    return organisationsById(
      this.database.sql,
      rows.map((row) => row.organisationId),
    );
  }

  /** Current ones, the oldest first. */
  private async affiliations(rows: WithId[]): Promise<Affiliation[][]> {
    const found = await this.db.affiliation.findMany({
      where: { personId: { in: rows.map((row) => row.id) }, endedAt: null },
      orderBy: [{ beganAt: 'asc' }, { id: 'asc' }],
    });
    const byPerson = Map.groupBy(found, (a) => a.personId);
    return rows.map((row) => byPerson.get(row.id) ?? []);
  }

  private async globalRoles(rows: WithId[], actor: Actor): Promise<GlobalRoleGrant[][]> {
    if (!has(actor, 'LAND_ADMIN')) return rows.map(() => []);
    const found = await this.db.globalRoleGrant.findMany({
      where: { personId: { in: rows.map((row) => row.id) } },
      orderBy: [{ role: 'asc' }, { id: 'asc' }],
    });
    const byPerson = Map.groupBy(found, (grant) => grant.personId);
    return rows.map((row) => byPerson.get(row.id) ?? []);
  }

  private async emails(rows: WithId[], actor: Actor): Promise<(string | null)[]> {
    const ids = rows.map((row) => row.id);
    const managed = actor.affiliations.map((a) => a.organisationId).filter((id) => coordinates(actor, id));
    const found = await this.db.person.findMany({
      select: { id: true, email: true },
      where: {
        id: { in: ids },
        ...(has(actor, 'LAND_ADMIN')
          ? {}
          : { OR: [{ id: actor.personId }, { affiliations: { some: { endedAt: null, organisationId: { in: managed } } } }] }),
      },
    });
    return inOrder(ids, found, (row) => row.id).map((row) => row?.email ?? null);
  }

  private async identities(rows: WithId[], actor: Actor): Promise<Identity[][]> {
    if (!has(actor, 'LAND_ADMIN')) return rows.map(() => []);
    const found = await this.db.identity.findMany({
      where: { personId: { in: rows.map((row) => row.id) } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    const byPerson = Map.groupBy(found, (identity) => identity.personId);
    return rows.map((row) => byPerson.get(row.id) ?? []);
  }
}
