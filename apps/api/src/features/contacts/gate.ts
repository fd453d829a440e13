import type { OrganisationKind } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import type { Sql } from '../../platform/database/statements.ts';
import { gate, type Lock } from '../../platform/policy/policy.ts';
import { contactPolicy, type ContactView } from './policy.ts';

/** Contacts of an organisation change under the lock of its row, so that there is never more than one for a topic, and one in general. */
async function contactsOf(sql: Sql, actor: Actor, organisationId: string, lock: Lock): Promise<ContactView | null> {
  const [found] = await sql.$queryRawUnsafe<{ kind: OrganisationKind }[]>(
    `SELECT kind FROM organisation WHERE id = $1::uuid ${lock === 'change' ? 'FOR NO KEY UPDATE' : ''}`,
    organisationId,
  );
  return found ? { organisationId, kind: found.kind, rights: lock === 'change' ? await rightsNow(sql, actor) : actor } : null;
}

/** The gate, by the organisation's id. */
export const contactsGate = gate(contactPolicy, 'read', contactsOf);

/** The gate, by the id of one of its contacts. */
export const contactGate = gate(contactPolicy, 'read', async (sql: Sql, actor, id, lock) => {
  const find = () =>
    sql.$queryRawUnsafe<{ organisationId: string }[]>(`SELECT organisation_id AS "organisationId" FROM contact WHERE id = $1::uuid`, id);
  const [found] = await find();
  const view = found && (await contactsOf(sql, actor, found.organisationId, lock));
  // It may have been removed while this transaction waited for the lock.
  return view && (await find()).length > 0 ? { ...view, id } : null;
});
