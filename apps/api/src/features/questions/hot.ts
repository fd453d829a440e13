import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { HotEvents } from '../../platform/events/hot.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { questionAbilities, type QuestionView } from './policy.ts';

/** Whoever reads the event and has no further part in it. */
const reader: Actor = {
  personId: '',
  name: '',
  email: '',
  emailVerified: true,
  actsForId: null,
  globalRoles: [],
  affiliations: [],
};

/**
 * With two hundred people in one event, a new question must not make two hundred screens ask: who has no further part in the
 * event gets it with the news, as every reader may see it. Whoever has a role there asks for what they may do.
 */
@Injectable()
export class QuestionFragments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: HotEvents,
  ) {}

  onModuleInit(): void {
    this.events.register(
      'question.asked',
      ({ homeId }) => homeId,
      async (payloads) => {
        const found = await this.fresh(payloads.map((payload) => payload.questionId));
        return payloads.map((payload) => found.get(payload.questionId));
      },
    );
  }

  /** What has moved on since it was asked is asked for. */
  private async fresh(ids: string[]): Promise<Map<string, object>> {
    const questions = await this.database.prisma.question.findMany({
      where: {
        id: { in: ids },
        state: 'OPEN',
        hiddenAt: null,
        place: null,
        discussedAt: null,
        officeId: null,
        sprechstunde: { status: { in: ['ANNOUNCED', 'LIVE', 'DONE'] } },
      },
      include: { author: true, organisation: true },
    });
    return new Map(
      questions.map((q) => {
        const id = q.sprechstundeId!;
        const may = { reads: true, writes: true, leads: false, active: true } as const;
        const home = { kind: 'EVENT', id, room: `event:${id}`, ...may, seatOf: null, seated: false, isPublic: true } as const;
        const view: QuestionView = { ...q, home, hidden: false, mine: false, touched: q.voteCount > 0, published: false };
        const { vote, edit, answer, assign, defer, merge, hide, steer } = questionAbilities(reader, view);
        const asker = q.author &&
          q.organisation && {
            __typename: 'Author',
            personId: q.author.id,
            name: q.author.name,
            organisationId: q.organisation.id,
            organisationName: q.organisation.name,
            organisationCode: q.organisation.code,
            organisationKind: q.organisation.kind,
          };
        const row = {
          __typename: 'Question',
          id: q.id,
          agendaItemId: q.agendaItemId,
          title: q.title,
          anonymous: q.anonymous,
          asker,
          mine: false,
          createdAt: q.createdAt.toISOString(),
          state: q.state,
          office: null,
          dueOn: null,
          overdue: false,
          recheckOn: null,
          voteCount: q.voteCount,
          viewerVoted: false,
          place: null,
          discussedAt: null,
          viewerCan: { __typename: 'QuestionAbilities', vote, edit, answer, assign, defer, merge, hide, steer },
        };
        return [q.id, row];
      }),
    );
  }
}
