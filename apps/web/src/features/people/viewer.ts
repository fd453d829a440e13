import { createContext, use } from 'react';
import type { ViewerQuery } from './documents.generated.ts';

/** The signed-in person, as the frame read them. `groupCount`: in how many groups they hold a seat. */
export type Viewer = ViewerQuery['viewer'] & { groupCount?: number };
export const ViewerContext = createContext<Viewer | null>(null);

/** On pages behind the sign-in; there is always somebody. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('nobody is signed in');
  return viewer;
}

/** Signed in, but without any place: no organisation, no role, no seat in a group. */
export const isNewcomer = ({ affiliations, globalRoles, groupCount = 0 }: Viewer): boolean =>
  affiliations.length === 0 && globalRoles.length === 0 && groupCount === 0;

/** How an organisation's mark looks to the viewer: mine is yellow, the Land's is ink. */
export function markOf(viewer: Viewer, organisation: { id: string; kind: string }): 'mine' | 'land' | 'other' {
  if (viewer.affiliations.some((a) => a.organisation.id === organisation.id)) return 'mine';
  return organisation.kind === 'LAND_MINISTRY' || organisation.kind === 'LAND_AUTHORITY' ? 'land' : 'other';
}
