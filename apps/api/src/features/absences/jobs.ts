import { job } from '../../platform/jobs/jobs.ts';

/** Somebody was named as a deputy, or for other days. */
export const deputyNamed = job<{ absenceId: string }>('absences.deputy_named');
