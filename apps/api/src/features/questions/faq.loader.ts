import { Injectable } from '@nestjs/common';
import type { Topic } from '../../generated/prisma/client.ts';
import { isInsider } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import { organisationsById } from '../organisations/index.ts';
import { FaqRows, type FaqRow } from './faq-rows.ts';
import { QuestionRows } from './question-rows.ts';

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

/** How the fields of FAQ entries and topics are read. */
@Injectable()
export class FaqLoaders {
  constructor(
    private readonly database: Database,
    private readonly faq: FaqRows,
    private readonly questions: QuestionRows,
  ) {}

  readonly loaders: Loaders = {
    FaqEntry: {
      topics: batched(async (entries: FaqRow[]) => {
        const found = await this.database.prisma.faqTopic.findMany({
          where: { entryId: { in: idsOf(entries) } },
          include: { topic: true },
          orderBy: { topic: { position: 'asc' } },
        });
        const byEntry = Map.groupBy(found, (t) => t.entryId);
        return entries.map((e) => (byEntry.get(e.id) ?? []).map((t): Topic => t.topic));
      }),
      office: batched((entries: FaqRow[]) =>
        organisationsById(
          this.database.sql,
          entries.map((e) => e.officeId),
        ),
      ),
      outdated: batched(async (entries: FaqRow[]) => {
        const outdated = await this.faq.outdated(idsOf(entries));
        return entries.map((e) => outdated.has(e.id));
      }),
      versions: batched(async (entries: FaqRow[]) => {
        const found = await this.database.prisma.faqVersion.findMany({
          where: { entryId: { in: idsOf(entries) } },
          orderBy: { version: 'desc' },
        });
        const byEntry = Map.groupBy(found, (v) => v.entryId);
        return entries.map((e) => byEntry.get(e.id) ?? []);
      }),
      sourceQuestion: batched((entries: FaqRow[], actor) =>
        this.questions.readable(
          actor,
          entries.map((e) => e.questionId),
        ),
      ),
    },
    Topic: {
      faqCount: batched(async (topics: Topic[], actor) => {
        if (!isInsider(actor)) return topics.map(() => 0);
        const counts = await this.database.prisma.faqTopic.groupBy({
          by: ['topicId'],
          where: { topicId: { in: idsOf(topics) } },
          _count: true,
        });
        const byTopic = new Map(counts.map((c) => [c.topicId, c._count]));
        return topics.map((t) => byTopic.get(t.id) ?? 0);
      }),
    },
  };
}
