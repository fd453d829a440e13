import { Injectable } from '@nestjs/common';
import { limits } from '@kollab/contract';
import type { Contact, Organisation } from '../../generated/prisma/client.ts';
import { isInsider } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import { organisationsById } from '../organisations/index.ts';
import { contactPolicy } from './policy.ts';

/** How contacts are read: by batches, for all rows of a request at once. */
@Injectable()
export class ContactLoaders {
  constructor(private readonly database: Database) {}

  readonly loaders: Loaders = {
    Organisation: {
      contacts: batched(async (rows: Organisation[], actor) => {
        if (!isInsider(actor)) return rows.map(() => []);
        const found = await this.database.prisma.contact.findMany({
          where: { organisationId: { in: rows.map((row) => row.id) } },
          orderBy: [{ topicId: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
        });
        const byOrganisation = Map.groupBy(found, (contact) => contact.organisationId);
        return rows.map(({ id }) => (byOrganisation.get(id) ?? []).slice(0, limits.page.max));
      }),
    },
    Contact: {
      organisation: batched((contacts: Contact[]) => this.organisations(contacts)),
      viewerCan: batched(async (contacts: Contact[], actor) => {
        const organisations = await this.organisations(contacts);
        return contacts.map(({ organisationId }, i) =>
          contactPolicy.abilities(actor, { organisationId, kind: organisations[i]!.kind, rights: actor }),
        );
      }),
    },
  };

  private organisations(contacts: readonly Contact[]): Promise<(Organisation | null)[]> {
    return organisationsById(
      this.database.sql,
      contacts.map((contact) => contact.organisationId),
    );
  }
}
