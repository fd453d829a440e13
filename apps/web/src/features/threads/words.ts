import type { FollowLevel, ReactionKind } from '@kollab/contract';
import type { IconName } from '../../ui/icon.tsx';
import { formatDayMonth } from '../../lib/dates.ts';

export const reactionWords: Record<ReactionKind, { label: string; icon: IconName }> = {
  AGREE: { label: 'Zustimmung', icon: 'thumb-up' },
  THANKS: { label: 'Danke', icon: 'sentiment-satisfied' },
  IDEA: { label: 'Gute Idee', icon: 'lightbulb' },
  DONE: { label: 'Erledigt', icon: 'task-alt' },
  UNCLEAR: { label: 'Unklar', icon: 'help' },
};

export const followWords: Record<FollowLevel, { label: string; hint: string }> = {
  ALL: { label: 'Alles', hint: 'jeder neue Beitrag' },
  IMPORTANT: { label: 'Wichtiges', hint: 'Erwähnung, Antwort an Sie, Zusammenfassung' },
  MENTIONS: { label: 'Nur Erwähnungen', hint: 'wenn Sie, Ihre Verwaltung oder Ihre Rolle genannt sind' },
  MUTED: { label: 'Stumm', hint: 'keine Hinweise, nur hier sichtbar' },
};

/** "3. bis 16. November", "28. Oktober bis 3. November", "3. November" */
export function daysBetween(from: string, to: string): string {
  const [first, last] = [formatDayMonth(from), formatDayMonth(to)];
  if (first === last) return first;
  const [day, ...month] = first.split(' ');
  return last.endsWith(month.join(' ')) ? `${day} bis ${last}` : `${first} bis ${last}`;
}

/** "Robin Entwurf, Digitalisierung, Stadt Merseburg" without gaps where nothing is known. */
export const joinedWords = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(', ');
