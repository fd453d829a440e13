import type { OrganisationKind } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import type { Sql } from '../../platform/database/statements.ts';
import { gate, type Lock } from '../../platform/policy/policy.ts';
import { contactPolicy, type ContactView } from './policy.ts';

/** Whatever changes in an organisation's contacts changes under the lock of its row: one for each topic, and one in general. */
async function contactsOf(sql: Sql, actor: Actor, organisationId: string, lock: Lock): Promise<ContactView | null> {
  const [found] = await sql.$queryRawUnsafe<{ kind: OrganisationKind }[]>(
    `SELECT kind FROM organisation WHERE id = $1::uuid ${lock === 'change' ? 'FOR NO KEY UPDATE' : ''}`,
    organisationId,
  );
  return found ? { organisationId, kind: found.kind, rights: lock === 'change' ? await rightsNow(sql, actor) : actor } : null;
}

/** By the organisation. */
export const contactsGate = gate(contactPolicy, 'read', contactsOf);

/** By one of its contacts. */
export const contactGate = gate(contactPolicy, 'read', async (sql: Sql, actor, id, lock) => {
  const find = () =>
    sql.$queryRawUnsafe<{ organisationId: string }[]>(`SELECT organisation_id AS "organisationId" FROM contact WHERE id = $1::uuid`, id);
  const [found] = await find();
  const view = found && (await contactsOf(sql, actor, found.organisationId, lock));
  // It may have been removed while the lock was waited for.
  return view && (await find()).length > 0 ? { ...view, id } : null;
});
