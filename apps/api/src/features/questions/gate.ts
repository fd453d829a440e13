import type { QuestionState } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import type { Db } from '../../platform/database/database.ts';
import { inTurn, type Sql } from '../../platform/database/statements.ts';
import type { Tx } from '../../platform/database/writes.ts';
import { gate } from '../../platform/policy/policy.ts';
import { eventPolicy, eventView } from '../sprechstunden/index.ts';
import { homeView, type HomeReference } from './homes.ts';
import { faqPolicy, questionPolicy, type FaqView, type QuestionView } from './policy.ts';

/** What writers need beside the rules. Days are texts: 2026-12-16 */
export interface WritableQuestion extends QuestionView, HomeReference {
  title: string;
  body: string;
  anonymous: boolean;
  createdAt: Date;
  version: number;
  dueOn: string | null;
}
interface Found extends HomeReference {
  id: string;
  title: string;
  body: string;
  anonymous: boolean;
  createdAt: Date;
  version: number;
  state: QuestionState;
  officeId: string | null;
  dueOn: string | null;
  hidden: boolean;
  mine: boolean;
}

// Who votes keeps others from changing the question, and never the one who tells the count (FOR NO KEY UPDATE).
const locks = { change: 'FOR UPDATE OF q', share: 'FOR KEY SHARE OF q', none: '' } as const;

/** The question, then its home: each locked before it is looked at. */
export async function questionView(db: Sql, actor: Actor, id: string, lock: keyof typeof locks): Promise<WritableQuestion | null> {
  const question = () =>
    db.$queryRawUnsafe<Found[]>(
      `SELECT q.id, q.group_id AS "groupId", q.sprechstunde_id AS "sprechstundeId", q.title, q.body, q.anonymous, q.created_at AS "createdAt", q.version, q.state, q.office_id AS "officeId",
            q.due_on::text AS "dueOn", q.hidden_at IS NOT NULL AS hidden,
            EXISTS (SELECT FROM question_asker a WHERE a.question_id = q.id AND a.person_id = $2::uuid) AS mine
       FROM question q WHERE q.id = $1::uuid ${locks[lock]}`,
      id,
      actor.personId,
    );
  // Looked at when the question is locked.
  const touching = () =>
    db.$queryRawUnsafe<{ touched: boolean; published: boolean }[]>(
      `SELECT EXISTS (SELECT FROM question_vote WHERE question_id = $1::uuid) OR EXISTS (SELECT FROM official_answer WHERE question_id = $1::uuid)
              OR EXISTS (SELECT FROM thread WHERE question_id = $1::uuid AND last_no > 0) AS touched,
            EXISTS (SELECT FROM faq_entry WHERE question_id = $1::uuid) AS published`,
      id,
    );
  const [[found], [facts]] = await inTurn(db, question, touching);
  if (!found) return null;
  const home = await homeView(db, actor, found, lock === 'none' ? 'none' : 'share');
  if (!home) return null;
  return { ...found, ...facts!, home };
}

/** The question's row changes. */
export const questionGate = gate(questionPolicy, 'read', questionView);
/** Votes go beside each other: the question stays as it is while one is written. */
export const voteGate = gate(questionPolicy, 'read', (db: Sql, actor, id, lock) =>
  questionView(db, actor, id, lock === 'none' ? 'none' : 'share'),
);

/** An event whose queue is conducted. Its row is shared with those who vote; the stage has a row of its own to be locked. */
export const stageGate = gate(eventPolicy, 'read', async (db: Db, actor, id, lock) => {
  if (lock === 'change') await db.$queryRaw`SELECT FROM sprechstunde WHERE id = ${id}::uuid FOR SHARE`;
  const event = await eventView(db, actor, id, 'none');
  return event && { ...event, rights: lock === 'change' ? await rightsNow(db, actor) : actor };
});

export interface WritableFaq extends FaqView {
  id: string;
  questionId: string;
  question: string;
  answer: string;
  version: number;
}
export const faqGate = gate(faqPolicy, 'read', async (db: Db, _actor, id, lock): Promise<WritableFaq | null> => {
  const [found] = await db.$queryRawUnsafe<WritableFaq[]>(
    `SELECT id, question_id AS "questionId", office_id AS "officeId", question, answer, version
       FROM faq_entry WHERE id = $1::uuid ${lock === 'none' ? '' : 'FOR NO KEY UPDATE'}`,
    id,
  );
  return found ?? null;
});

/** The actor with the rights of this moment, before the question is locked: roles decide over most acts here. */
export const present = async (tx: Tx, actor: Actor): Promise<Actor> => ({ ...actor, ...(await rightsNow(tx.db, actor)) });
