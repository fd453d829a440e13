import type { Feature } from '../../lib/feature.ts';

export const absences = {
  live: {
    'absence.changed': (_, { refetch }) => refetch('OwnAbsence'),
  },
} satisfies Feature;
