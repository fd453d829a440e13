import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { batched, ofViewer, type Loaders } from '../../platform/graphql/loaders.ts';
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
      absence: ofViewer(({ personId }) => this.absences.of(personId)),
      deputisesFor: ofViewer(({ personId }) => this.absences.deputisedBy(personId)),
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
