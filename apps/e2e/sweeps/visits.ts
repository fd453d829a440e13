/** What addresses with an id need; found once, the way people get there. */
export interface Places {
  group: string;
  thread: string;
  question: string;
  faq: string;
  organisation: string;
  event: string;
  person: string;
  invitation: string;
  newsletter: string;
  announcement: string;
  /** Where an unsent announcement is written. */
  draft: string;
}

interface Visit {
  as: string | null;
  at?: (places: Places) => string;
  closedTo?: string;
  frame?: true;
  says?: string | null;
  first?: true;
}

const collected = new URL('../../api/test/sweeps/collected.ts', import.meta.url);
const { pages } = (await import(collected.href)) as { pages: Readonly<Record<string, Visit>> };

/** Who visits each declared page: `pages` in the sweep.ts of its feature. A page that is missing there fails the sweep. */
export const visits: Readonly<Record<string, Visit>> = Object.fromEntries(
  Object.entries(pages).toSorted(([, a], [, b]) => Number(b.first ?? false) - Number(a.first ?? false)),
);
