import { rightsNow } from '../../platform/auth/rights.ts';
import { gate } from '../../platform/policy/policy.ts';
import { organisationPolicy, type OrganisationView } from './policy.ts';

/**
 * The organisation's row is the lock of its desk: whatever changes who belongs to it takes it first, so that counting
 * its coordinators is exact under parallel writes (R9).
 */
export const organisationGate = gate(organisationPolicy, 'read', async (db, actor, id, lock): Promise<OrganisationView | null> => {
  const [row] = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM organisation WHERE id = $1::uuid ${lock === 'change' ? 'FOR NO KEY UPDATE' : ''}`,
    id,
  );
  return row ? { id: row.id, rights: lock === 'change' ? await rightsNow(db, actor) : actor } : null;
});
