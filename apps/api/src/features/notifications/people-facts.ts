import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { affiliationDecided, affiliationRequested } from '../people/jobs.ts';
import { barrierReported } from '../site/jobs.ts';
import { Audience } from './audience.ts';
import { causeOf } from './description.ts';
import { Notifier } from './notifier.ts';

/** Who belongs where, and what reaches the operator's people. */
@Injectable()
export class PeopleFacts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly audience: Audience,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(affiliationRequested, ({ requestId }) => this.requested(requestId));
    this.jobs.handle(affiliationDecided, ({ requestId }) => this.decided(requestId));
    this.jobs.handle(barrierReported, ({ reportId }) => this.barrier(reportId));
  }

  private async requested(id: string): Promise<void> {
    const request = await this.request(id);
    if (request?.status !== 'REQUESTED') return;
    const { organisationId, organisation, person } = request;
    await this.notifier.tells(
      (await this.audience.coordinatorsOf(organisationId)).filter((each) => each.id !== person.id),
      // Assigned to an organisation later, it asks other people: the organisation belongs to the cause.
      { kind: 'REQUEST', cause: causeOf('affiliation_requested', id, organisationId ?? ''), organisationId, actorName: person.name },
      { organisation: organisation?.title ?? null },
    );
  }

  private async decided(id: string): Promise<void> {
    const request = await this.request(id);
    if (request?.status !== 'CONFIRMED' && request?.status !== 'DECLINED') return;
    const { organisationId, organisation, person, reason, status } = request;
    await this.notifier.tells(
      [person],
      {
        kind: 'DECISION',
        cause: causeOf(status === 'CONFIRMED' ? 'affiliation_confirmed' : 'affiliation_declined', id),
        organisationId,
        detail: status === 'DECLINED' ? (reason ?? '') : '',
      },
      { organisation: organisation?.title ?? null },
    );
  }

  private async barrier(reportId: string): Promise<void> {
    const report = await this.database.prisma.barrierReport.findUnique({ where: { id: reportId } });
    if (!report || report.doneAt) return;
    await this.notifier.tells(
      await this.audience.holders('LAND_ADMIN'),
      { kind: 'REQUEST', cause: causeOf('barrier_reported', reportId) },
      {},
    );
  }

  private request(id: string) {
    return this.database.prisma.affiliationRequest.findUnique({ where: { id }, include: { person: true, organisation: true } });
  }
}
