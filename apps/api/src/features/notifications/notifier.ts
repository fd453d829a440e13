import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Writes } from '../../platform/database/writes.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import { describe, factOf, type FactRow, type Seen } from './description.ts';
import { noticesPressing, noticesTold } from './jobs.ts';
import { letterOf } from './letters.ts';

export interface Recipient {
  id: string;
  name: string;
  email: string;
}
/** `dueAt`: by when something is to be done about it. */
export type NewNotice = Pick<FactRow, 'kind' | 'cause'> & Partial<FactRow> & { readAt?: Date | null; dueAt?: Date | null };
interface Telling {
  to: Recipient;
  notice: NewNotice;
  letter?: Letter | null;
}

/** Only of these a mail may go out at once. */
const mayHurry = ({ kind, dueAt }: NewNotice): boolean => kind === 'MENTION' || kind === 'ANSWER' || kind === 'ANNOUNCEMENT' || !!dueAt;

/** Only these a browser may show at once; a letter of their own changes nothing about that. */
const mayPress = ({ kind, dueAt }: NewNotice): boolean => kind === 'MENTION' || kind === 'QUESTION' || kind === 'ANNOUNCEMENT' || !!dueAt;

/** People told in one transaction: it locks the counter of each one's room. */
const batch = 500;

/** Tells people of a fact, each once: a notice, an event for their badge, and a mail where the fact is worth one. */
@Injectable()
export class Notifier {
  constructor(
    private readonly writes: Writes,
    private readonly outbox: Outbox,
  ) {}

  /** The same fact to each of them, with its mail. */
  async tells(recipients: readonly Recipient[], notice: NewNotice, names: Partial<Seen>): Promise<void> {
    const seen: Seen = {
      group: null,
      thread: null,
      organisation: null,
      question: null,
      faq: null,
      event: null,
      wish: null,
      announcement: null,
      ...names,
    };
    const described = describe(whole(notice), seen);
    const object = seen.group ?? seen.organisation ?? seen.faq ?? seen.wish ?? seen.event ?? '';
    await this.tellsEach(recipients.map((to) => ({ to, notice, letter: letterOf(factOf(notice.cause), to.name, object, described) })));
  }

  /** A job that runs twice tells once: a person has one notice a cause. */
  async tellsEach(tellings: readonly Telling[]): Promise<void> {
    const ordered = tellings.toSorted((a, b) => (a.to.id < b.to.id ? -1 : 1));
    for (let start = 0; start < ordered.length; start += batch) {
      const part = ordered.slice(start, start + batch);
      await this.writes.transact(async (tx) => {
        const mailed = ({ to, letter }: Telling): boolean => !!letter && to.email !== '';
        const made = await tx.db.notice.createManyAndReturn({
          data: part.map((t) => ({ ...whole(t.notice), personId: t.to.id, mailedAt: mailed(t) ? new Date() : null })),
          skipDuplicates: true,
          select: { id: true, personId: true },
        });
        const told = new Map(made.map((m) => [m.personId, m.id]));
        for (const { to, notice, letter } of part) {
          if (!told.has(to.id)) continue;
          tx.announce('notice.changed', to.id, { personId: to.id });
          if (letter && to.email) await this.outbox.post(tx, keyOf(notice.cause, to.id), to.email, letter);
        }
        const hurried = part.filter((t) => mayHurry(t.notice) && !mailed(t)).flatMap(({ to }) => told.get(to.id) ?? []);
        if (hurried.length > 0) tx.enqueue(noticesTold, { noticeIds: hurried });
        const pressing = part.filter((t) => mayPress(t.notice)).flatMap(({ to }) => told.get(to.id) ?? []);
        if (pressing.length > 0) tx.enqueue(noticesPressing, { noticeIds: pressing });
      });
    }
  }
}

/** One mail a fact and person. Opaque: a row of the outbox or a job's name must not tell who asked a question. */
const keyOf = (cause: string, personId: string): string =>
  `notice:${createHash('sha256').update(`${cause}:${personId}`).digest('base64url')}`;

const whole = (notice: NewNotice): FactRow => ({
  actorName: '',
  groupId: null,
  threadId: null,
  postNo: null,
  organisationId: null,
  questionId: null,
  faqEntryId: null,
  sprechstundeId: null,
  wishId: null,
  announcementId: null,
  detail: '',
  ...notice,
});
