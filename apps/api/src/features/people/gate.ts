import { isInsider } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import { gate } from '../../platform/policy/policy.ts';
import { personPolicy, sharingGroupWith, type PersonView } from './policy.ts';

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
