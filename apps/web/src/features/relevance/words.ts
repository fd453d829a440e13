import type { PreferenceLevel, RelevanceMatter, RelevanceSection } from '../../generated/schema.ts';

export const sectionWords: Record<RelevanceSection, string> = {
  FRIST: 'Frist',
  HANDLUNG: 'Handlung',
  KENNTNIS: 'Kenntnis',
  HINTERGRUND: 'Hintergrund',
};

export const matterWords: Record<RelevanceMatter, string> = {
  ANNOUNCEMENT: 'Mitteilungen',
  QUESTION: 'Fragen',
  EVENT: 'Termine',
  REQUEST: 'Anfragen und Entscheidungen',
  THREAD: 'Diskussionen',
};

export const levelWords: Record<PreferenceLevel | 'NONE', string> = {
  NONE: 'Wie für alle',
  FOLLOW: 'Folgen',
  LESS: 'Weniger davon',
};
