import { createContext, use } from 'react';
import type { ViewerQuery } from './documents.generated.ts';

/** The signed-in person, as the frame read them. */
export type Viewer = ViewerQuery['viewer'];
export const ViewerContext = createContext<Viewer | null>(null);

/** On pages behind the sign-in; there is always somebody. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('nobody is signed in');
  return viewer;
}

/** How an organisation's mark looks to the viewer: mine is yellow, the Land's is ink. */
export function markOf(viewer: Viewer, organisation: { id: string; kind: string }): 'mine' | 'land' | 'other' {
  if (viewer.affiliations.some((a) => a.organisation.id === organisation.id)) return 'mine';
  return organisation.kind === 'LAND_MINISTRY' || organisation.kind === 'LAND_AUTHORITY' ? 'land' : 'other';
}
