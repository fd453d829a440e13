import type { QuestionState } from '@kollab/contract';
import { formatDayMonth } from '../../lib/dates.ts';
import type { QuestionRowPartsFragment, QuestionStepPartsFragment } from './documents.generated.ts';

export const stateWords: Record<QuestionState, string> = {
  OPEN: 'offen',
  ASSIGNED: 'zugewiesen',
  DEFERRED: 'zurückgestellt',
  ANSWERED: 'amtlich beantwortet',
  OUTDATED: 'Antwort veraltet',
  WITHDRAWN: 'zurückgezogen',
  MERGED: 'zusammengeführt',
};

type Stand = Pick<QuestionRowPartsFragment, 'state' | 'office' | 'dueOn' | 'overdue' | 'recheckOn'>;

/** What is to be expected now, in one sentence. */
export function standOf({ state, office, dueOn, overdue, recheckOn }: Stand): string {
  const who = office?.title ?? 'Die zuständige Stelle';
  switch (state) {
    case 'OPEN':
      return 'Noch hat keine Stelle diese Frage übernommen.';
    case 'ASSIGNED':
      return dueOn ? `${who} antwortet bis ${formatDayMonth(dueOn)}${overdue ? '. Dieser Tag ist vorbei.' : '.'}` : `${who} antwortet.`;
    case 'DEFERRED':
      return recheckOn
        ? `Noch nicht zu beantworten, wieder am ${formatDayMonth(recheckOn)}. Dann geht sie von selbst an ${office?.title ?? 'die zuständige Stelle'}.`
        : 'Noch nicht zu beantworten.';
    case 'ANSWERED':
      return `${who} hat amtlich geantwortet.`;
    case 'OUTDATED':
      return 'Die amtliche Antwort gilt nicht mehr. Eine neue steht noch aus.';
    case 'WITHDRAWN':
      return 'Diese Frage wurde zurückgezogen.';
    case 'MERGED':
      return 'Diese Frage wurde mit einer gleichen zusammengeführt.';
  }
}

/** The short form beside the title in a list. */
export function standTag({ state, office, recheckOn }: Stand): string {
  if (state === 'ASSIGNED' && office) return `an ${office.title}`;
  if (state === 'DEFERRED' && recheckOn) return `wieder am ${formatDayMonth(recheckOn)}`;
  return stateWords[state];
}

export function stepWords({ kind, office, fromOffice, day }: QuestionStepPartsFragment): string {
  const to = office?.title ?? 'eine Stelle';
  const until = day ? `, Antwort zugesagt bis ${formatDayMonth(day)}` : '';
  switch (kind) {
    case 'ASSIGNED':
      return `Zugewiesen an ${to}${until}`;
    case 'FORWARDED':
      return `Weitergeleitet ${fromOffice ? `von ${fromOffice.title} ` : ''}an ${to}${until}`;
    case 'RETURNED':
      return fromOffice ? `Zurückgegeben von ${fromOffice.title}` : 'Zurückgegeben';
    case 'DEFERRED':
      return day ? `Zurückgestellt bis ${formatDayMonth(day)}` : 'Zurückgestellt';
    case 'RESUMED':
      return `Wieder aufgenommen von ${to}${until}`;
    case 'DUE_AGAIN':
      return `Wieder an ${to} gegangen, wie vorgesehen`;
    case 'ANSWERED':
      return `Amtlich beantwortet von ${to}`;
    case 'OUTDATED':
      return 'Als veraltet gemeldet oder abgelaufen';
    case 'MERGED':
      return 'Mit einer gleichen Frage zusammengeführt';
    case 'WITHDRAWN':
      return 'Zurückgezogen';
  }
}
