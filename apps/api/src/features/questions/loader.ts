import { Injectable } from '@nestjs/common';
import { inputs } from '@kollab/contract';
import type { SprechstundeQuestionsArgs, WorkingGroupQuestionsArgs } from '../../generated/graphql.ts';
import type { OfficialAnswer, Organisation, QuestionStep, Sprechstunde, Topic, WorkingGroup } from '../../generated/prisma/client.ts';
import { Database } from '../../platform/database/database.ts';
import { parse } from '../../platform/fail.ts';
import { batched, batchedWith, type Loaders } from '../../platform/graphql/loaders.ts';
import { dayOf } from '../../platform/days.ts';
import { organisationsById } from '../organisations/index.ts';
import { personsById } from '../people/index.ts';
import { FaqRows } from './faq-rows.ts';
import { homeIn, homeLabels } from './homes.ts';
import { QuestionLists } from './lists.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';

type Answer = OfficialAnswer & { superseded: boolean };
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);
const part = <T>(items: readonly T[], keyOf: (item: T) => string, keys: readonly string[]): T[][] => {
  const byKey = Map.groupBy(items, keyOf);
  return keys.map((key) => byKey.get(key) ?? []);
};

/** How the fields of questions are read: by batches, for all rows of a request at once. Askers only of named ones. */
@Injectable()
export class QuestionLoaders {
  constructor(
    private readonly database: Database,
    private readonly rows: QuestionRows,
    private readonly lists: QuestionLists,
    private readonly faq: FaqRows,
  ) {}

  readonly loaders: Loaders = {
    WorkingGroup: {
      questions: batchedWith((groups: WorkingGroup[], args: WorkingGroupQuestionsArgs, actor) =>
        this.lists.ofGroups(actor, groups, args, parse(inputs.questionFilter, args.filter ?? {})),
      ),
    },
    Sprechstunde: {
      questions: batchedWith((events: Sprechstunde[], args: SprechstundeQuestionsArgs, actor) =>
        this.lists.ofEvents(actor, events, args, parse(inputs.questionFilter, args.filter ?? {})),
      ),
    },
    Question: {
      home: batched(async (questions: QuestionRow[]) => {
        const labels = await homeLabels(this.db, questions);
        return questions.map((q) => {
          const { kind, id } = homeIn(q);
          const label = q.view.home.reads ? labels.get(id) : undefined;
          return { kind: kind.kind, id, title: label?.title ?? 'Geschlossener Bereich', path: label?.path ?? `/fragen/${q.id}` };
        });
      }),
      topics: batched(async (questions: QuestionRow[]) => {
        const found = await this.db.questionTopic.findMany({
          where: { questionId: { in: idsOf(questions) } },
          include: { topic: true },
          orderBy: { topic: { position: 'asc' } },
        });
        return part(found, (t) => t.questionId, idsOf(questions)).map((each) => each.map((t): Topic => t.topic));
      }),
      asker: batched(async (questions: QuestionRow[]) => {
        const named = await this.authors(
          questions.flatMap(({ authorId, organisationId, function: office }) =>
            authorId && organisationId ? [{ authorId, organisationId, function: office }] : [],
          ),
        );
        return questions.map((q) => (q.authorId ? named.shift()! : null));
      }),
      additions: batched(async (questions: QuestionRow[]) => {
        const found = await this.db.questionAddition.findMany({
          where: { questionId: { in: idsOf(questions) } },
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
        });
        return part(found, (a) => a.questionId, idsOf(questions));
      }),
      office: batched((questions: QuestionRow[]) => this.organisations(questions.map((q) => q.officeId))),
      steps: batched(async (questions: QuestionRow[]) => {
        const found = await this.db.questionStep.findMany({
          where: { questionId: { in: idsOf(questions) } },
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
        });
        const shown = found.map((step) => ({ ...step, day: step.day && dayOf(step.day) }));
        return part(shown, (s) => s.questionId, idsOf(questions));
      }),
      answers: batched((questions: QuestionRow[]) => this.answers(idsOf(questions))),
      answer: batched(async (questions: QuestionRow[]) => {
        const answers = await this.answers(idsOf(questions));
        return answers.map((each) => each.find((a) => !a.superseded) ?? null);
      }),
      mergedInto: batched(async (questions: QuestionRow[], actor) => {
        const targets = await this.rows.readable(actor, [...new Set(questions.flatMap((q) => q.mergedIntoId ?? []))]);
        const byId = new Map(targets.flatMap((t) => (t ? [[t.id, t]] : [])));
        return questions.map((q) => byId.get(q.mergedIntoId ?? '') ?? null);
      }),
      merged: batched(async (questions: QuestionRow[], actor) => {
        const found = await this.db.question.findMany({
          where: { mergedIntoId: { in: idsOf(questions) } },
          select: { id: true },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        });
        const merged = (await this.rows.readable(actor, idsOf(found))).filter((q) => q !== null);
        return part(merged, (q) => q.mergedIntoId!, idsOf(questions));
      }),
      faqEntry: batched((questions: QuestionRow[], actor) => this.faq.ofQuestions(actor, idsOf(questions))),
    },
    QuestionStep: {
      office: batched((steps: QuestionStep[]) => this.organisations(steps.map((s) => s.officeId))),
      fromOffice: batched((steps: QuestionStep[]) => this.organisations(steps.map((s) => s.fromOfficeId))),
      by: batched((steps: QuestionStep[]) =>
        personsById(
          this.database.sql,
          steps.map((s) => s.byId),
        ),
      ),
    },
    OfficialAnswer: {
      organisation: batched((answers: Answer[]) => this.organisations(answers.map((a) => a.organisationId))),
      author: batched((answers: Answer[]) => this.authors(answers)),
      supersedes: batched(async (answers: Answer[]) => {
        const found = await this.db.officialAnswer.findMany({ where: { id: { in: answers.flatMap((a) => a.supersedesId ?? []) } } });
        const byId = new Map(found.map((a) => [a.id, shown(a, true)]));
        return answers.map((a) => byId.get(a.supersedesId ?? '') ?? null);
      }),
    },
  };

  private get db() {
    return this.database.prisma;
  }

  private async answers(questionIds: readonly string[]) {
    const found = await this.db.officialAnswer.findMany({
      where: { questionId: { in: [...questionIds] } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    const replaced = new Set(found.flatMap((a) => a.supersedesId ?? []));
    return part(
      found.map((a) => shown(a, replaced.has(a.id))),
      (a) => a.questionId,
      questionIds,
    );
  }

  private organisations(ids: readonly (string | null)[]): Promise<(Organisation | null)[]> {
    return organisationsById(this.database.sql, ids);
  }

  private async authors(rows: readonly { authorId: string; organisationId: string; function: string }[]) {
    const [people, organisations] = await Promise.all([
      personsById(
        this.database.sql,
        rows.map((r) => r.authorId),
      ),
      this.organisations(rows.map((r) => r.organisationId)),
    ]);
    return rows.map((r, i) => ({
      personId: r.authorId,
      name: people[i]!.name,
      function: r.function,
      organisationId: r.organisationId,
      organisationName: organisations[i]!.name,
      organisationCode: organisations[i]!.code,
      organisationKind: organisations[i]!.kind,
    }));
  }
}

const shown = (answer: OfficialAnswer, superseded: boolean) => ({
  ...answer,
  superseded,
  validFrom: dayOf(answer.validFrom),
  validTo: answer.validTo && dayOf(answer.validTo),
  accepted: answer.acceptedAt !== null,
  outdated: superseded || answer.endedAt !== null,
});
