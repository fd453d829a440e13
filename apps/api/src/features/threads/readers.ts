/** As `g`: the group or event in which something is written. `id`: SQL for its id. */
export const placeOf = (id: string): string => `
  SELECT w.id, w.visibility::text FROM working_group w WHERE w.id = ${id}
  UNION ALL SELECT e.id, CASE WHEN e.announced_at IS NULL THEN 'MEMBERS' ELSE 'PLATFORM' END FROM sprechstunde e WHERE e.id = ${id}`;

/**
 * `groupPolicy.read` and `eventPolicy.read` as SQL, for counting and naming the readers of one place without asking person
 * by person; `g` is from `placeOf`. A test holds it to the policies. Proposals have no threads and drafts no questions, so
 * that they are not looked at.
 */
export const reads = (person: string): string => `(
  EXISTS (SELECT FROM group_membership s WHERE s.group_id = g.id AND s.person_id = ${person} AND s.status = 'ACTIVE' AND (s.until IS NULL OR s.until > now()))
  OR EXISTS (SELECT FROM event_seat es WHERE es.sprechstunde_id = g.id AND es.person_id = ${person} AND es.status = 'ACTIVE' AND es.until > now())
  OR EXISTS (SELECT FROM reading_grant rg WHERE rg.group_id = g.id AND rg.person_id = ${person} AND rg.expires_at > now())
  OR (g.visibility = 'PLATFORM'
      AND (EXISTS (SELECT FROM global_role_grant rr WHERE rr.person_id = ${person})
           OR EXISTS (SELECT FROM affiliation ra WHERE ra.person_id = ${person} AND ra.ended_at IS NULL AND ra.role <> 'PROVIDER'))))`;

/** From `target(kind, id)` and `g` to `reached(kind, id, person_id)`: the named people who read. */
export const namedReaders = `
  named AS (
    SELECT t.kind, t.id, p.id AS person_id FROM target t JOIN person p ON t.kind = 'PERSON' AND p.id::text = t.id
    UNION ALL
    SELECT t.kind, t.id, f.person_id FROM target t JOIN affiliation f ON t.kind = 'ORGANISATION' AND f.organisation_id::text = t.id AND f.ended_at IS NULL
    UNION ALL
    SELECT t.kind, t.id, f.person_id FROM g, target t JOIN affiliation f ON t.id = 'COORDINATORS' AND f.role = 'COORDINATOR' AND f.ended_at IS NULL
     WHERE g.visibility = 'PLATFORM' OR EXISTS (SELECT FROM group_membership s WHERE s.group_id = g.id AND s.person_id = f.person_id
                                                   AND s.status = 'ACTIVE' AND (s.until IS NULL OR s.until > now()))
    UNION ALL
    SELECT t.kind, t.id, s.person_id FROM g JOIN group_membership s ON s.group_id = g.id AND s.status = 'ACTIVE'
      JOIN target t ON t.id = 'GROUP_MEMBERS' OR (t.id = 'GROUP_LEADS' AND s.role IN ('LEAD', 'DEPUTY'))
    UNION ALL
    SELECT t.kind, t.id, r.person_id FROM target t JOIN global_role_grant r ON t.id = 'LAND_EDITORS' AND r.role = 'LAND_EDITOR'
  ), reached AS (SELECT n.kind, n.id, n.person_id FROM named n, g WHERE ${reads('n.person_id')})`;
