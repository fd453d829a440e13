import type { OrganisationKind, OrganisationRole } from '@kollab/contract';

/** Whom something is addressed to: places, narrowed to roles, minus exceptions. */
export interface AudienceSpec {
  readonly kinds: readonly OrganisationKind[];
  readonly kreisIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly roles: readonly OrganisationRole[];
  readonly exceptIds: readonly string[];
}

/** As SQL, of a membership `m`: it is active now. */
export const seated = `m.status = 'ACTIVE' AND (m.until IS NULL OR m.until > now())`;
const insider = (f: string): string => `${f}.ended_at IS NULL AND ${f}.role <> 'PROVIDER'`;

/**
 * The one place that says whom an audience reaches, as two tables for a WITH clause: `addressed(id)` has the organisations, and
 * `reached(person_id, organisation_id, group_id)` the people at this moment, each once, with the place through which they are
 * reached. Preview and publication read the same tables. Another way to name an audience is one more branch here.
 *
 * A Mitgliedsgemeinde acts through its Verbandsgemeinde, so a Kreis includes it only where its kind is named. Members of an
 * excepted organisation are not reached through a group either.
 */
export function audienceOf(spec: AudienceSpec): { sql: string; values: unknown[] } {
  return {
    sql: `
  RECURSIVE within AS (
    SELECT id FROM organisation WHERE id = ANY($2::uuid[])
    UNION SELECT c.id FROM organisation c JOIN within w ON c.parent_id = w.id
  ), addressed AS (
    SELECT o.id FROM organisation o
     WHERE (((cardinality($1::text[]) > 0 OR cardinality($2::uuid[]) > 0)
             AND CASE WHEN cardinality($1::text[]) = 0 THEN o.kind <> 'MITGLIEDSGEMEINDE' ELSE o.kind::text = ANY($1::text[]) END
             AND (cardinality($2::uuid[]) = 0 OR o.id IN (SELECT id FROM within)))
            OR o.id = ANY($3::uuid[]))
       AND o.id <> ALL($6::uuid[])
  ), reached AS (
    SELECT DISTINCT ON (person_id) person_id, organisation_id, group_id FROM (
      SELECT f.person_id, f.organisation_id, NULL::uuid AS group_id, f.began_at AS since
        FROM addressed a JOIN affiliation f ON f.organisation_id = a.id
       WHERE ${insider('f')} AND (cardinality($5::text[]) = 0 OR f.role::text = ANY($5::text[]))
      UNION ALL
      SELECT m.person_id, NULL, m.group_id, m.requested_at FROM group_membership m
       WHERE m.group_id = ANY($4::uuid[]) AND ${seated}
         AND (cardinality($5::text[]) = 0 OR EXISTS (SELECT FROM affiliation r WHERE r.person_id = m.person_id AND r.ended_at IS NULL AND r.role::text = ANY($5::text[])))
         AND NOT EXISTS (SELECT FROM affiliation x WHERE x.person_id = m.person_id AND x.ended_at IS NULL AND x.organisation_id = ANY($6::uuid[]))
    ) place ORDER BY person_id, organisation_id IS NULL, since, organisation_id, group_id
  )`,
    values: [spec.kinds, spec.kreisIds, spec.organisationIds, spec.groupIds, spec.roles, spec.exceptIds],
  };
}

/**
 * As SQL: whether a published announcement `a` is addressed to a person at this moment. Publication fixed the organisations and
 * groups; whoever belongs to one of them now reads it. `person`: SQL for an id.
 */
export const addressing = (person: string): string => `(a.status IN ('PUBLISHED', 'WITHDRAWN') AND (
  EXISTS (SELECT FROM affiliation f JOIN announcement_organisation ao ON ao.organisation_id = f.organisation_id AND ao.announcement_id = a.id
           WHERE f.person_id = ${person} AND ${insider('f')} AND (cardinality(a.roles) = 0 OR f.role = ANY(a.roles)))
  OR (EXISTS (SELECT FROM group_membership m JOIN announcement_group ag ON ag.group_id = m.group_id AND ag.announcement_id = a.id
               WHERE m.person_id = ${person} AND ${seated})
      AND (cardinality(a.roles) = 0 OR EXISTS (SELECT FROM affiliation r WHERE r.person_id = ${person} AND r.ended_at IS NULL AND r.role = ANY(a.roles)))
      AND NOT EXISTS (SELECT FROM affiliation x WHERE x.person_id = ${person} AND x.ended_at IS NULL AND x.organisation_id = ANY(a.except_ids)))))`;

/** `speaks` of policy.ts as SQL: whoever has the affiliation `f` may acknowledge for its organisation. */
export const speaking = `${insider('f')} AND (f.role IN ('COORDINATOR', 'HEAD') OR f.deputy)`;

/**
 * The same the other way round: SQL for all people to whom the announcement in `source` is addressed now. `groups`: a condition on
 * the groups `ag` through which they may be.
 */
export const addressees = (source: string, groups = 'true'): string => `
  SELECT f.person_id FROM ${source} a JOIN announcement_organisation ao ON ao.announcement_id = a.id JOIN affiliation f ON f.organisation_id = ao.organisation_id
   WHERE a.status IN ('PUBLISHED', 'WITHDRAWN') AND ${insider('f')} AND (cardinality(a.roles) = 0 OR f.role = ANY(a.roles))
  UNION SELECT m.person_id FROM ${source} a JOIN announcement_group ag ON ag.announcement_id = a.id JOIN group_membership m ON m.group_id = ag.group_id
   WHERE a.status IN ('PUBLISHED', 'WITHDRAWN') AND ${seated} AND ${groups}
     AND (cardinality(a.roles) = 0 OR EXISTS (SELECT FROM affiliation r WHERE r.person_id = m.person_id AND r.ended_at IS NULL AND r.role = ANY(a.roles)))
     AND NOT EXISTS (SELECT FROM affiliation x WHERE x.person_id = m.person_id AND x.ended_at IS NULL AND x.organisation_id = ANY(a.except_ids))`;

/** The announcement `a` went to organisations of the person, and has been acknowledged for all of them. `person`: SQL for an id. */
export const acknowledgedFor = (person: string): string => `(SELECT COALESCE(bool_and(k.organisation_id IS NOT NULL), false)
    FROM affiliation f JOIN announcement_organisation o ON o.organisation_id = f.organisation_id AND o.announcement_id = a.id
    LEFT JOIN announcement_acknowledgement k ON k.announcement_id = a.id AND k.organisation_id = f.organisation_id
   WHERE f.person_id = ${person} AND ${insider('f')})`;
