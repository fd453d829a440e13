import type { WorkingGroupsQueryVariables } from './documents.generated.ts';

/** The lists of the page, by the word in the address. */
export const listViews = { meine: 'Meine', alle: 'Alle', offen: 'Offen zum Mitmachen', vorschlaege: 'Vorschläge' } as const;
export type ListView = keyof typeof listViews;

export function viewFilter(view: ListView, text: string): NonNullable<WorkingGroupsQueryVariables['filter']> {
  const words = text === '' ? {} : { text };
  switch (view) {
    case 'meine':
      return { ...words, mine: true };
    case 'offen':
      return { ...words, joinable: true };
    case 'vorschlaege':
      return { ...words, statuses: ['PROPOSED'] };
    case 'alle':
      return words;
  }
}
