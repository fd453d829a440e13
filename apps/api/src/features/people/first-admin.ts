import type { Db } from '../../platform/database/database.ts';
import { newSecret } from '../../platform/auth/secret.ts';

/**
 * The path of a link that makes the first LAND_ADMIN, once; null as soon as there is one. A new link ends the one
 * before it. Whoever gives or takes the role holds the same table lock: two links are never used at once.
 */
export async function issueFirstAdminLink(db: Db): Promise<string | null> {
  await lockGlobalRoles(db);
  if ((await db.globalRoleGrant.count({ where: { role: 'LAND_ADMIN' } })) > 0) return null;
  const { token, tokenHash } = newSecret();
  await db.firstAdminLink.deleteMany({ where: { usedAt: null } });
  await db.firstAdminLink.create({ data: { tokenHash } });
  return `/erste-verwaltung?token=${token}`;
}

/** Global roles change rarely; with all writers in a row, counting the LAND_ADMINs is exact. */
export async function lockGlobalRoles(db: Db): Promise<void> {
  await db.$executeRawUnsafe('LOCK TABLE global_role_grant IN SHARE ROW EXCLUSIVE MODE');
}
