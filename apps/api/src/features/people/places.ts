import type { OrganisationRole } from '@kollab/contract';
import type { Db } from '../../platform/database/database.ts';
import type { Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import type { Affiliation } from '../../generated/prisma/client.ts';

interface Place {
  personId: string;
  organisationId: string;
  role: OrganisationRole;
  function: string;
}

/** All of these want the organisation's row locked by the caller (`lockOrganisation`, `organisationGate`). */
export const coordinatorCount = (db: Db, organisationId: string): Promise<number> =>
  db.affiliation.count({ where: { organisationId, role: 'COORDINATOR', endedAt: null } });

export const currentPlace = (db: Db, personId: string, organisationId: string): Promise<Affiliation | null> =>
  db.affiliation.findFirst({ where: { personId, organisationId, endedAt: null } });

/** R9: whoever goes or gives the role up leaves another COORDINATOR behind. */
export async function demandSuccessor(db: Db, { organisationId, role }: Pick<Place, 'organisationId' | 'role'>): Promise<void> {
  if (role === 'COORDINATOR' && (await coordinatorCount(db, organisationId)) < 2) throw fail('organisation.last_coordinator');
}

/** Somebody gets a place; nobody has two in one organisation. */
export async function takePlace(tx: Tx, place: Place): Promise<Affiliation> {
  const before = await coordinatorCount(tx.db, place.organisationId);
  const affiliation = await tx.db.affiliation.create({ data: place });
  await settleRequests(tx, place);
  await announcePlace(tx, affiliation, before);
  return affiliation;
}

/** Another way led in: what the person had asked for is granted by it. */
async function settleRequests({ db }: Tx, { personId, organisationId }: Place): Promise<void> {
  await db.affiliationRequest.updateMany({
    where: { personId, status: 'REQUESTED', OR: [{ organisationId }, { organisationId: null }] },
    data: { status: 'CONFIRMED', organisationId, decidedAt: new Date() },
  });
}

/** `coordinatorsBefore`: when the first one came or the last one went, the organisation's card changed for everybody. */
export async function announcePlace(tx: Tx, affiliation: Affiliation, coordinatorsBefore: number): Promise<void> {
  const { organisationId, personId, endedAt } = affiliation;
  tx.announce(endedAt ? 'affiliation.ended' : 'affiliation.changed', organisationId, { organisationId, personId });
  tx.announce('viewer.rights_changed', personId, { personId });
  const after = await coordinatorCount(tx.db, organisationId);
  if (coordinatorsBefore > 0 !== after > 0) tx.announce('organisation.changed', null, { organisationId });
}

export function announceDesk(tx: Tx, organisationId: string | null): void {
  if (organisationId) tx.announce('organisation_desk.changed', organisationId, { organisationId });
}
