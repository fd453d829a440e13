import { Injectable } from '@nestjs/common';
import { isInsider } from '../../platform/auth/actor.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { rowsById } from '../../platform/graphql/by-id.ts';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import { Prisma, type Organisation } from '../../generated/prisma/client.ts';
import { organisationPolicy } from './policy.ts';

const mostChildren = 60;

/** For the fields `organisation` of all features: rows by id, null where there is none. */
export const organisationsById = rowsById<Organisation>('organisation', Prisma.OrganisationScalarFieldEnum);

@Injectable()
export class OrganisationLoaders {
  constructor(private readonly database: Database) {}

  private get db(): Db {
    return this.database.prisma;
  }

  readonly loaders: Loaders = {
    Organisation: {
      parent: batched((rows: Organisation[]) => this.parents(rows)),
      children: batched((rows: Organisation[]) => this.children(rows)),
      tile: batched((rows: Organisation[]) => this.tiles(rows)),
      hasCoordinator: batched((rows: Organisation[]) => this.haveCoordinator(rows)),
      mailDomains: batched(async (rows: Organisation[], actor) => rows.map((row) => (isInsider(actor) ? row.mailDomains : []))),
      viewerCan: batched(async (rows: Organisation[], actor) =>
        rows.map(({ id }) => organisationPolicy.abilities(actor, { id, rights: actor })),
      ),
    },
  };

  private parents(rows: Organisation[]): Promise<(Organisation | null)[]> {
    return organisationsById(
      this.database.sql,
      rows.map((row) => row.parentId),
    );
  }

  private async children(rows: Organisation[]): Promise<Organisation[][]> {
    const found = await this.db.organisation.findMany({
      where: { parentId: { in: rows.map((row) => row.id) } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    const byParent = Map.groupBy(found, (child) => child.parentId);
    return rows.map((row) => (byParent.get(row.id) ?? []).slice(0, mostChildren));
  }

  /** A tile lies in its own Kreis or in that of its parent. */
  private async tiles(rows: Organisation[]): Promise<({ column: number; row: number; kreis: string } | null)[]> {
    const tiled = rows.map((row) => row.tileColumn !== null);
    const parents = await organisationsById(
      this.database.sql,
      rows.map((row, i) => (tiled[i] ? row.parentId : null)),
    );
    return rows.map(({ tileColumn, tileRow, key }, i) =>
      tileColumn === null || tileRow === null ? null : { column: tileColumn, row: tileRow, kreis: parents[i]?.key ?? key },
    );
  }

  private async haveCoordinator(rows: Organisation[]): Promise<boolean[]> {
    const found = await this.db.affiliation.groupBy({
      by: ['organisationId'],
      where: { organisationId: { in: rows.map((row) => row.id) }, role: 'COORDINATOR', endedAt: null },
    });
    const having = new Set(found.map((row) => row.organisationId));
    return rows.map((row) => having.has(row.id));
  }
}
