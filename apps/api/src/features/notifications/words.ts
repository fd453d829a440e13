import type { FactRow } from './description.ts';

/** The words for a fact about something with a name: a group, an announcement. */
export interface Words {
  /** Why the reader gets it. */
  reason: string;
  /** With the name. */
  named: (row: FactRow, name: string) => string;
  /** Without it: the reader may not see the thing any more. */
  neutral: string;
  /** The part of the path below the thing's own page. */
  page?: string;
}

export const withReason = (sentence: string, reason: string): string => (reason ? `${sentence} Grund: ${reason}` : sentence);
