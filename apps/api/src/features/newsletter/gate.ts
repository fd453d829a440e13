import { rightsNow } from '../../platform/auth/rights.ts';
import { gate } from '../../platform/policy/policy.ts';
import { issuePolicy } from './policy.ts';

export const issueGate = gate(issuePolicy, 'read', async (db, actor, id, lock) => {
  if (lock === 'change') await db.$queryRawUnsafe(`SELECT FROM newsletter_issue WHERE id = $1::uuid FOR NO KEY UPDATE`, id);
  const row = await db.newsletterIssue.findUnique({ where: { id } });
  return row && { ...row, rights: lock === 'change' ? await rightsNow(db, actor) : actor };
});
