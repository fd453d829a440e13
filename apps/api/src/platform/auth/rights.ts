import type { GlobalRole, OrganisationRole } from '@kollab/contract';
import type { Sql } from '../database/statements.ts';
import type { Actor } from './actor.ts';

export type Rights = Pick<Actor, 'personId' | 'globalRoles' | 'affiliations'>;

/**
 * The actor's rights at this moment of a write, locked until its end: a role that was taken away after the request
 * began counts no more. Lock the row to be changed first, so that two writers never wait for each other.
 */
export async function rightsNow(db: Sql, { personId }: Pick<Actor, 'personId'>): Promise<Rights> {
  const globalRoles = await db.$queryRawUnsafe<{ role: GlobalRole; organisationId: string | null }[]>(
    `SELECT role, organisation_id AS "organisationId" FROM global_role_grant WHERE person_id = $1::uuid FOR SHARE`,
    personId,
  );
  const affiliations = await db.$queryRawUnsafe<
    { id: string; organisationId: string; role: OrganisationRole; function: string; deputy: boolean }[]
  >(
    `SELECT id, organisation_id AS "organisationId", role, function, deputy
       FROM affiliation WHERE person_id = $1::uuid AND ended_at IS NULL ORDER BY began_at, id FOR SHARE`,
    personId,
  );
  return { personId, globalRoles, affiliations };
}
