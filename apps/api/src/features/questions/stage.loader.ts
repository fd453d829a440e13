import { Injectable } from '@nestjs/common';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import { Database } from '../../platform/database/database.ts';
import { batched, perRow, type Loaders } from '../../platform/graphql/loaders.ts';
import { QuestionRows } from './question-rows.ts';
import { isShown } from './stage.service.ts';

/** What is being answered in events that run, for who may read it. */
@Injectable()
export class StageLoaders {
  private readonly current = perRow(async (events: Sprechstunde[], actor) => {
    const running = events.flatMap((event) => (event.status === 'LIVE' ? [event.id] : []));
    if (running.length === 0) return events.map(() => null);
    const stages = await this.database.prisma.eventStage.findMany({
      where: { sprechstundeId: { in: running }, questionId: { not: null } },
    });
    const questions = await this.rows.readable(
      actor,
      stages.map((stage) => stage.questionId!),
    );
    const shown = new Map(
      stages.flatMap(({ sprechstundeId, since }, i) => {
        const question = questions[i];
        return question && isShown(question) ? [[sprechstundeId, { question, since }] as const] : [];
      }),
    );
    return events.map((event) => shown.get(event.id) ?? null);
  });

  readonly loaders: Loaders = {
    Sprechstunde: {
      currentQuestion: batched(async (events: Sprechstunde[], actor) =>
        (await this.current(events, actor)).map((s) => s?.question ?? null),
      ),
      currentSince: batched(async (events: Sprechstunde[], actor) => (await this.current(events, actor)).map((s) => s?.since ?? null)),
    },
  };

  constructor(
    private readonly database: Database,
    private readonly rows: QuestionRows,
  ) {}
}
