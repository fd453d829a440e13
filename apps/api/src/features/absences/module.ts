import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { Deputies } from './deputies.ts';
import { AbsenceLoaders } from './loader.ts';
import { AbsenceResolver } from './resolver.ts';
import { Absences } from './service.ts';

@Module({
  providers: [AbsenceResolver, AbsenceLoaders, Absences, Deputies],
  exports: [AbsenceLoaders, Deputies],
})
export class AbsencesModule {
  constructor(ownData: OwnData) {
    ownData.hold([
      { table: 'absence', title: 'Abwesenheiten und Vertretungen', where: 't.person_id = $1::uuid OR t.deputy_id = $1::uuid' },
    ]);
  }
}
