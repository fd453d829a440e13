import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { Deputies, type Deputy } from '../absences/index.ts';
import { readersOf } from '../threads/index.ts';
import { forwards } from './forwarding.ts';
import type { NewNotice, Telling } from './notifier.ts';

/**
 * Those of people $1 who may read where the notice leads: announcement $2, question $3 (if not hidden) or group $4. `seen`: they
 * have read thread $5 up to post $6.
 */
const readingPlace = `
  WITH h AS (SELECT CASE WHEN $2::uuid IS NOT NULL THEN $2::uuid
                         WHEN $3::uuid IS NOT NULL THEN (SELECT COALESCE(q.group_id, q.sprechstunde_id) FROM question q WHERE q.id = $3::uuid AND q.hidden_at IS NULL)
                         ELSE $4::uuid END AS home_id),
       ${readersOf('(SELECT home_id FROM h)')}
  SELECT r.person_id AS id, COALESCE(rs.read_no >= $6::int, false) AS seen
    FROM reader r LEFT JOIN read_state rs ON rs.person_id = r.person_id AND rs.thread_id = $5::uuid
   WHERE r.person_id = ANY($1::uuid[])`;
/** FAQ entries are read by insiders: everybody with a global role or an affiliation, except providers. */
const inside = `
  SELECT p.id, false AS seen FROM person p WHERE p.id = ANY($1::uuid[]) AND (EXISTS (SELECT FROM global_role_grant r WHERE r.person_id = p.id)
     OR EXISTS (SELECT FROM affiliation f WHERE f.person_id = p.id AND f.ended_at IS NULL AND f.role <> 'PROVIDER'))`;

/** Finds whom to tell in addition: deputies of absent recipients, as far as they may read it themselves. */
@Injectable()
export class StandingIn {
  constructor(
    private readonly database: Database,
    private readonly deputies: Deputies,
  ) {}

  /** `tellings`: all of one fact in one place. Takes as many queries for thousands of people as for one. */
  async of(tellings: readonly Telling[]): Promise<Telling[]> {
    const work = tellings.filter(({ notice }) => forwards(notice) === true);
    if (work.length === 0) return [];
    const found = await this.deputies.of(work.map(({ to }) => to.id));
    if (found.length === 0) return [];
    const byDeputy = Map.groupBy(found, (deputy) => deputy.id);
    const told = new Map(work.map((telling) => [telling.to.id, telling]));
    const meant = new Set(tellings.map(({ to }) => to.id));
    const seen = await this.readers(work[0]!.notice, [...byDeputy.keys()]);
    return [...byDeputy.values()].flatMap((absent) => {
      const [deputy] = absent as [Deputy];
      const telling = told.get(deputy.absentId)!;
      // Left out: deputies who get the notice anyway, and whoever caused it.
      if (!seen.has(deputy.id) || meant.has(deputy.id) || telling.by === deputy.id) return [];
      return [
        inPlaceOf(
          telling,
          deputy,
          absent.map((each) => each.absentName),
          seen.get(deputy.id)!,
        ),
      ];
    });
  }

  private async readers(notice: NewNotice, ids: string[]): Promise<Map<string, boolean>> {
    const { announcementId = null, questionId = null, groupId = null, threadId = null, postNo = null, faqEntryId } = notice;
    const { rows } = await this.database.pool.query<{ id: string; seen: boolean }>(
      faqEntryId
        ? { name: 'deputies_inside', text: inside, values: [ids] }
        : { name: 'deputies_reading', text: readingPlace, values: [ids, announcementId, questionId, groupId, threadId, postNo] },
    );
    return new Map(rows.map(({ id, seen }) => [id, seen]));
  }
}

function inPlaceOf({ notice, letter, by }: Telling, { id, name, email }: Deputy, absent: string[], seen: boolean): Telling {
  const onBehalfOf = listed(absent);
  return {
    to: { id, name, email },
    notice: { ...notice, onBehalfOf, readAt: seen ? new Date() : null },
    letter: letter && {
      ...letter,
      greeting: `Guten Tag ${name},`,
      reason: `Warum Sie diese E-Mail erhalten: In Vertretung für ${onBehalfOf}.`,
    },
    by,
  };
}

const names = new Intl.ListFormat('de-DE');
const listed = (absent: string[]): string => names.format(absent);
