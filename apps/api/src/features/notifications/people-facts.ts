import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { dayOf, germanDay } from '../../platform/days.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { deputyNamed } from '../absences/jobs.ts';
import { affiliationDecided, affiliationRequested } from '../people/jobs.ts';
import { barrierReported } from '../site/jobs.ts';
import { Audience } from './audience.ts';
import { causeOf } from './description.ts';
import { Notifier, recipient } from './notifier.ts';

/** Notices about affiliations and deputies, and about reports to the operator. */
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
    this.jobs.handle(deputyNamed, ({ absenceId }) => this.deputyNamed(absenceId));
    this.jobs.handle(barrierReported, ({ reportId }) => this.barrier(reportId));
  }

  private async requested(id: string): Promise<void> {
    const request = await this.request(id);
    if (request?.status !== 'REQUESTED') return;
    const { organisationId, organisation, person } = request;
    await this.notifier.tells(
      (await this.audience.coordinatorsOf(organisationId)).filter((each) => each.id !== person.id),
      // The organisation is part of the cause: a request that is assigned to another one later asks other people.
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

  /** The days are part of the cause: when they change, it is told again. */
  private async deputyNamed(absenceId: string): Promise<void> {
    const { prisma } = this.database;
    const absence = await prisma.absence.findUnique({ where: { id: absenceId } });
    if (!absence?.deputyId) return;
    const to = await prisma.person.findUnique({ where: { id: absence.deputyId }, select: recipient });
    if (!to) return;
    const [from, until] = [absence.fromDay, absence.untilDay].map(dayOf) as [string, string];
    const notice = {
      kind: 'DECISION',
      cause: causeOf('deputy_named', absenceId, from, until),
      actorName: await this.audience.nameOf(absence.personId),
      detail: from === until ? `am ${germanDay(from)}` : `vom ${germanDay(from)} bis ${germanDay(until)}`,
    } as const;
    await this.notifier.tells([to], notice, {});
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
