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
  /** Which administrations take part, by their official keys, and of how many; null when that is not told. */
  askParticipation: () => Promise<{ keys: readonly string[]; administrations: number } | null>;
};

export const SiteDataContext = createContext<SiteData>({ signIn: null, demoAccounts: [], askParticipation: () => Promise.resolve(null) });
export const useSiteData = (): SiteData => use(SiteDataContext);
