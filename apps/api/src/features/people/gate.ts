import type { Db } from '../../platform/database/database.ts';
import { isInsider } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import { gate } from '../../platform/policy/policy.ts';
import {
  affiliationPolicy,
  personPolicy,
  requestPolicy,
  sharingGroupWith,
  type AffiliationView,
  type PersonView,
  type RequestView,
} from './policy.ts';

/** Roles and identities of a person change under the lock of the person's row. */
export const personGate = gate(personPolicy, 'read', async (db, actor, id, lock): Promise<PersonView | null> => {
  const [row] = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM person WHERE id = $1::uuid ${lock === 'change' ? 'FOR NO KEY UPDATE' : ''}`,
    id,
  );
  if (!row) return null;
  const rights = lock === 'change' ? await rightsNow(db, actor) : actor;
  const sharesGroup =
    id !== actor.personId && !isInsider(rights) && (await db.person.count({ where: { id, AND: [sharingGroupWith(actor.personId)] } })) > 0;
  return { id: row.id, rights, sharesGroup };
});

/**
 * Who belongs to an organisation changes under the lock of the organisation's row, so that counting is exact (R9). It
 * is taken before all others.
 */
export async function lockOrganisation(db: Db, id: string): Promise<boolean> {
  const rows = await db.$queryRawUnsafe<unknown[]>(`SELECT FROM organisation WHERE id = $1::uuid FOR NO KEY UPDATE`, id);
  return rows.length > 0;
}

export const affiliationGate = gate(affiliationPolicy, 'read', async (db, actor, id, lock): Promise<AffiliationView | null> => {
  if (lock === 'change') {
    const place = await db.affiliation.findUnique({ where: { id }, select: { organisationId: true } });
    if (!place) return null;
    await lockOrganisation(db, place.organisationId);
  }
  const row = await db.affiliation.findUnique({ where: { id } });
  return row && { ...row, rights: lock === 'change' ? await rightsNow(db, actor) : actor };
});

/** One decision a request: the row is locked first, then the organisation that a decision concerns. */
export const requestGate = gate(requestPolicy, 'read', async (db, actor, id, lock): Promise<RequestView | null> => {
  if (lock === 'change') await db.$queryRawUnsafe(`SELECT FROM affiliation_request WHERE id = $1::uuid FOR NO KEY UPDATE`, id);
  const row = await db.affiliationRequest.findUnique({ where: { id } });
  if (!row) return null;
  if (lock === 'change' && row.organisationId) await lockOrganisation(db, row.organisationId);
  return { ...row, rights: lock === 'change' ? await rightsNow(db, actor) : actor };
});
