import type { SiteTextQueryVariables } from '../documents.generated.ts';

export type TextKey = SiteTextQueryVariables['key'];

/** The operator's texts, by the word in the address, which is also that of the page that shows them. */
export const texts: readonly { path: string; key: TextKey; title: string }[] = [
  { path: 'impressum', key: 'IMPRESSUM', title: 'Impressum' },
  { path: 'datenschutz', key: 'DATENSCHUTZ', title: 'Datenschutz' },
  { path: 'barrierefreiheit', key: 'BARRIEREFREIHEIT', title: 'Barrierefreiheit' },
];
