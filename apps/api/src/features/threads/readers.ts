import { addressees } from '../announcements/index.ts';

/**
 * As `g` the group, event or announcement in which something is written, as `reader(person_id)` who reads it. `id`: SQL for its id;
 * `groups`: of an announcement, through which of its groups `ag`.
 *
 * `groupPolicy.read`, `eventPolicy.read` and `announcementPolicy.read` as SQL, for counting and naming the readers of one place without asking person
 * by person. All readers at once: the same as a condition on each person took twenty times as long where there are many.
 * A test holds it to the policies. Proposals have no threads and drafts no questions, so that they are not looked at.
 */
export const readersOf = (id: string, groups?: string): string => `
  g AS (
    SELECT w.id, w.visibility::text FROM working_group w WHERE w.id = ${id}
    UNION ALL SELECT e.id, CASE WHEN e.announced_at IS NULL THEN 'MEMBERS' ELSE 'PLATFORM' END FROM sprechstunde e WHERE e.id = ${id}
    UNION ALL SELECT n.id, 'ADDRESSED' FROM announcement n WHERE n.id = ${id}
  ), told AS (SELECT n.* FROM g JOIN announcement n ON n.id = g.id
  ), reader AS (
    SELECT s.person_id FROM g JOIN group_membership s ON s.group_id = g.id WHERE s.status = 'ACTIVE' AND (s.until IS NULL OR s.until > now())
    UNION SELECT es.person_id FROM g JOIN event_seat es ON es.sprechstunde_id = g.id WHERE es.status = 'ACTIVE' AND es.until > now()
    UNION SELECT rg.person_id FROM g JOIN reading_grant rg ON rg.group_id = g.id WHERE rg.expires_at > now()
    UNION ${addressees('told', groups)}
    UNION SELECT rw.person_id FROM told JOIN global_role_grant rw ON rw.role = 'LAND_EDITOR' OR (rw.role = 'LAND_EXPERT' AND rw.organisation_id = told.office_id)
    UNION SELECT rr.person_id FROM g, global_role_grant rr WHERE g.visibility = 'PLATFORM'
    UNION SELECT ra.person_id FROM g, affiliation ra WHERE g.visibility = 'PLATFORM' AND ra.ended_at IS NULL AND ra.role <> 'PROVIDER'
  )`;

/** From `target(kind, id)`, `g` and `reader` to `reached(kind, id, person_id)`: the named people who read. */
export const namedReaders = `
  named AS (
    SELECT t.kind, t.id, p.id AS person_id FROM target t JOIN person p ON t.kind = 'PERSON' AND p.id::text = t.id
    UNION ALL
    SELECT t.kind, t.id, f.person_id FROM target t JOIN affiliation f ON t.kind = 'ORGANISATION' AND f.organisation_id::text = t.id AND f.ended_at IS NULL
    UNION ALL
    SELECT t.kind, t.id, f.person_id FROM g, target t JOIN affiliation f ON t.id = 'COORDINATORS' AND f.role = 'COORDINATOR' AND f.ended_at IS NULL
     WHERE g.visibility <> 'MEMBERS' OR EXISTS (SELECT FROM group_membership s WHERE s.group_id = g.id AND s.person_id = f.person_id
                                                   AND s.status = 'ACTIVE' AND (s.until IS NULL OR s.until > now()))
    UNION ALL
    SELECT t.kind, t.id, s.person_id FROM g JOIN group_membership s ON s.group_id = g.id AND s.status = 'ACTIVE'
      JOIN target t ON t.id = 'GROUP_MEMBERS' OR (t.id = 'GROUP_LEADS' AND s.role IN ('LEAD', 'DEPUTY'))
    UNION ALL
    SELECT t.kind, t.id, r.person_id FROM target t JOIN global_role_grant r ON t.id = 'LAND_EDITORS' AND r.role = 'LAND_EDITOR'
  ), reached AS (SELECT n.kind, n.id, n.person_id FROM named n JOIN reader r ON r.person_id = n.person_id)`;
