import { job } from '../../platform/jobs/jobs.ts';

/** Somebody was named as a deputy, or the days of their absence changed. */
export const deputyNamed = job<{ absenceId: string }>('absences.deputy_named');
