import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { toColumns } from '../../platform/graphql/by-id.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import { bareFact, describe, factOf, seesNothing, type FactRow, type Seen } from './description.ts';
import { noticesPressing, noticesTold } from './jobs.ts';
import { guarding } from './letter-rights.ts';
import { letterOf } from './letters.ts';
import { StandingIn } from './standing-in.ts';

export interface Recipient {
  id: string;
  name: string;
  email: string;
}
/** The columns of one, for Prisma. */
export const recipient = { id: true, name: true, email: true } as const;
/** `dueAt`: the deadline of what the notice asks for. */
export type NewNotice = Pick<FactRow, 'kind' | 'cause'> & Partial<FactRow> & { readAt?: Date | null; dueAt?: Date | null };
export interface Telling {
  to: Recipient;
  notice: NewNotice;
  letter?: Letter | null | undefined;
  /** Who caused the fact; they are not told it as somebody's deputy. */
  by?: string | null | undefined;
}

/** Whether it can be worth a mail at once at all; saves jobs for all others. */
const mayHurry = ({ kind, dueAt }: NewNotice): boolean => kind === 'MENTION' || kind === 'ANSWER' || kind === 'ANNOUNCEMENT' || !!dueAt;

/** Whether it can be worth a message to browsers at all, also when it has a letter of its own. */
const mayPress = ({ kind, dueAt }: NewNotice): boolean => kind === 'MENTION' || kind === 'QUESTION' || kind === 'ANNOUNCEMENT' || !!dueAt;

/** $1: rows by the names of their columns. Through Prisma's client five hundred of them were eight thousand parameters. */
const storing = `
  INSERT INTO notice SELECT n.* FROM jsonb_array_elements($1::jsonb) AS r(row)
    CROSS JOIN LATERAL jsonb_populate_record(NULL::notice, r.row || jsonb_build_object('created_at', now())) AS n
  ON CONFLICT (person_id, cause) DO NOTHING RETURNING id, person_id AS "personId"`;

/** People in one transaction, which locks the event counter of each one's room. */
const batch = 50;
/** Milliseconds after a batch in which everybody else comes first: two thousand are told within two seconds, and nobody notices. */
const givesWay = 30;

/** Tells people of a fact, each once: a notice, an event for the badge, and a letter where the fact has one. */
@Injectable()
export class Notifier {
  constructor(
    private readonly writes: Writes,
    private readonly outbox: Outbox,
    private readonly standingIn: StandingIn,
  ) {}

  /** The same fact to all recipients, with its letter. */
  async tells(recipients: readonly Recipient[], notice: NewNotice, names: Partial<Seen>, by?: string | null): Promise<void> {
    const seen = { ...seesNothing, ...names };
    const described = describe({ ...bareFact, ...notice }, seen);
    const object = seen.group ?? seen.organisation ?? seen.faq ?? seen.wish ?? seen.event ?? '';
    await this.tellsEach(recipients.map((to) => ({ to, notice, by, letter: letterOf(factOf(notice.cause), to.name, object, described) })));
  }

  /**
   * All tellings of one fact, and in addition the deputies of those who are away. There is one notice for each person and cause,
   * so a job that runs twice tells nobody twice.
   */
  async tellsEach(tellings: readonly Telling[]): Promise<void> {
    const ordered = [...tellings, ...(await this.standingIn.of(tellings))].toSorted((a, b) => (a.to.id < b.to.id ? -1 : 1));
    for (let start = 0; start < ordered.length; start += batch) {
      if (start > 0) await pause(givesWay);
      const part = ordered.slice(start, start + batch);
      await this.writes.transact(async (tx) => {
        const mailed = ({ to, letter }: Telling): boolean => !!letter && to.email !== '';
        const rows = part.map((t) => ({
          ...bareFact,
          ...t.notice,
          id: newId(),
          personId: t.to.id,
          mailedAt: mailed(t) ? new Date() : null,
        }));
        const made = await tx.db.$queryRawUnsafe<{ id: string; personId: string }[]>(storing, JSON.stringify(rows.map(toColumns)));
        const told = new Map(made.map((m) => [m.personId, m.id]));
        if (made.length < part.length) await meantThemselves(tx, part);
        for (const { to, notice, letter } of part) {
          if (!told.has(to.id)) continue;
          tx.announce('notice.changed', to.id, { personId: to.id });
          if (letter && to.email) await this.outbox.post(tx, keyOf(notice.cause, to.id), to.email, letter, guarding(to.id, notice));
        }
        const hurried = part.filter((t) => mayHurry(t.notice) && !mailed(t)).flatMap(({ to }) => told.get(to.id) ?? []);
        if (hurried.length > 0) tx.enqueue(noticesTold, { noticeIds: hurried });
        const pressing = part.filter((t) => mayPress(t.notice)).flatMap(({ to }) => told.get(to.id) ?? []);
        if (pressing.length > 0) tx.enqueue(noticesPressing, { noticeIds: pressing });
      });
    }
  }
}

/** Somebody who was told as a deputy and is now meant themselves keeps the one notice, which then says so. */
async function meantThemselves(tx: Tx, part: readonly Telling[]): Promise<void> {
  const meant = part.flatMap(({ to, notice }) =>
    notice.onBehalfOf ? [] : [{ person_id: to.id, cause: notice.cause, kind: notice.kind, detail: notice.detail ?? '' }],
  );
  const changed = await tx.db.$queryRaw<{ id: string }[]>`
    UPDATE notice n SET on_behalf_of = '', kind = m.kind::"NoticeKind", detail = m.detail
      FROM jsonb_to_recordset(${JSON.stringify(meant)}::jsonb) AS m(person_id uuid, cause text, kind text, detail text)
     WHERE n.person_id = m.person_id AND n.cause = m.cause AND n.on_behalf_of <> '' RETURNING n.person_id AS id`;
  for (const { id } of changed) tx.announce('notice.changed', id, { personId: id });
}

/** One mail for each fact and person. Hashed: neither the outbox nor a job may tell who asked a question. */
const keyOf = (cause: string, personId: string): string =>
  `notice:${createHash('sha256').update(`${cause}:${personId}`).digest('base64url')}`;
