import { Injectable } from '@nestjs/common';
import type { Question } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { fail, known } from '../../platform/fail.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import { berlinDay } from '../../platform/berlin.ts';
import { dayOf } from '../../platform/days.ts';
import { homeIn, homeViews } from './homes.ts';
import { questionAbilities, questionPolicy, type QuestionView } from './policy.ts';

/** A question with what its viewer may do: the parent of all fields of `Question`. Days are texts. */
export interface QuestionRow extends Omit<Question, 'dueOn' | 'recheckOn' | 'group'>, Pick<QuestionView, 'mine' | 'hidden'> {
  dueOn: string | null;
  recheckOn: string | null;
  overdue: boolean;
  answeredAt: Date | null;
  viewerVoted: boolean;
  /** As told last: the order of the queue goes by it. */
  toldVotes: number;
  view: QuestionView;
  viewerCan: ReturnType<typeof questionAbilities>;
}

interface Facts {
  id: string;
  mine: boolean;
  voted: boolean;
  votes: number;
  answered: boolean;
  /** Somebody answered in its thread. */
  byPeers: boolean;
  published: boolean;
}
/** Of the viewer, and of the votes at this moment. */
const factsOf = {
  name: 'questions_of_viewer',
  text: `SELECT q.id,
                EXISTS (SELECT FROM question_asker a WHERE a.question_id = q.id AND a.person_id = $2) AS mine,
                EXISTS (SELECT FROM question_vote v WHERE v.question_id = q.id AND v.person_id = $2) AS voted,
                (SELECT count(*)::int FROM question_vote v WHERE v.question_id = q.id) AS votes,
                (SELECT true FROM official_answer o WHERE o.question_id = q.id LIMIT 1) IS NOT NULL AS answered,
                (SELECT last_no > 0 FROM thread t WHERE t.question_id = q.id) AS "byPeers",
                (SELECT true FROM faq_entry f WHERE f.question_id = q.id LIMIT 1) IS NOT NULL AS published
           FROM unnest($1::uuid[]) AS q(id)`,
};

/** Reads questions for one viewer, in a fixed number of queries. The gate of the reads. */
@Injectable()
export class QuestionRows {
  constructor(private readonly database: Database) {}

  async one(actor: Actor, id: string): Promise<QuestionRow> {
    const [row] = await this.readable(actor, [known(id)]);
    if (!row) throw fail('not_found');
    return row;
  }

  /** In the order of the ids; null where there is nothing to read. */
  async readable(actor: Actor, ids: readonly string[]): Promise<(QuestionRow | null)[]> {
    if (ids.length === 0) return [];
    const found = await this.database.prisma.question.findMany({ where: { id: { in: [...new Set(ids)] } } });
    const rows = await this.of(actor, found);
    return inOrder(
      ids,
      rows.filter((row) => questionPolicy.verdict(actor, 'read', row.view) === true),
      (row) => row.id,
    );
  }

  /** Without a look at the rules: of rows that a list found by them. */
  async of(actor: Actor, questions: readonly Question[]): Promise<QuestionRow[]> {
    if (questions.length === 0) return [];
    const [homes, { rows }] = await Promise.all([
      homeViews(this.database.prisma, actor, questions),
      this.database.pool.query<Facts>({ ...factsOf, values: [questions.map((q) => q.id), actor.personId] }),
    ]);
    const factsById = new Map(rows.map((f) => [f.id, f]));
    const today = berlinDay(new Date());
    return questions.map((q) => {
      const facts = factsById.get(q.id)!;
      const view: QuestionView = {
        id: q.id,
        home: homes.get(homeIn(q).id)!,
        state: q.state,
        officeId: q.officeId,
        hidden: q.hiddenAt !== null,
        mine: facts.mine,
        anonymous: q.anonymous,
        touched: facts.votes > 0 || facts.answered || facts.byPeers,
        published: facts.published,
      };
      const dueOn = q.dueOn && dayOf(q.dueOn);
      return {
        ...q,
        dueOn,
        recheckOn: q.recheckOn && dayOf(q.recheckOn),
        overdue: q.state === 'ASSIGNED' && dueOn !== null && dueOn < today,
        answeredAt: q.officialAnswerAt,
        // Why it was hidden is for who asked it and for who may show it again: nobody else reads it then.
        hidden: view.hidden,
        mine: facts.mine,
        viewerVoted: facts.voted,
        toldVotes: q.voteCount,
        voteCount: facts.votes,
        view,
        viewerCan: questionAbilities(actor, view),
      };
    });
  }
}
