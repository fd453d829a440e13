import { createContext, use } from 'react';

export type DemoAccount = {
  /** What is typed into the sign-in form, for instance `koordination.halle`. */
  login: string;
  name: string;
  organisation: string;
  code: string;
  kind: 'land' | 'other';
  /** What one sees as this person. */
  about: string;
};

/** What the pages without sign-in need to know. The providers fill it. */
export type SiteData = {
  /** Null while the sign-in service cannot be reached. */
  signIn: ((login?: string) => void) | null;
  /** Empty unless the server says that it is a demonstration. */
  demoAccounts: readonly DemoAccount[];
  /** Official keys of the administrations that take part in a group; null when that is not told. */
  participating: ReadonlySet<string> | null;
};

export const SiteDataContext = createContext<SiteData>({ signIn: null, demoAccounts: [], participating: null });
export const useSiteData = (): SiteData => use(SiteDataContext);
