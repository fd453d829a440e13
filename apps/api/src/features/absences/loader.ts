import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { batched, type Loaders } from '../../platform/graphql/loaders.ts';
import { personsById } from '../people/index.ts';
import { Absences, type AbsenceView } from './service.ts';

@Injectable()
export class AbsenceLoaders {
  constructor(
    private readonly database: Database,
    private readonly absences: Absences,
  ) {}

  readonly loaders: Loaders = {
    Viewer: {
      absence: batched((viewers: { personId: string }[]) => Promise.all(viewers.map(({ personId }) => this.absences.of(personId)))),
      deputisesFor: batched((viewers: { personId: string }[]) =>
        Promise.all(viewers.map(({ personId }) => this.absences.deputisedBy(personId))),
      ),
    },
    Absence: {
      person: batched((rows: AbsenceView[]) =>
        personsById(
          this.database.sql,
          rows.map((row) => row.personId),
        ),
      ),
      deputy: batched((rows: AbsenceView[]) =>
        personsById(
          this.database.sql,
          rows.map((row) => row.deputyId),
        ),
      ),
    },
  };
}
