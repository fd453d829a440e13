import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { LiveHandlers } from './live.ts';

/** What a feature above may put below a post: it is drawn once a post, so it asks for all of the discussion at once. */
export type PostAction = ComponentType<{ post: { id: string; threadId: string; no: number } }>;

/** What a small feature brings along: `feature.ts` in its folder, one line in app/features.ts. */
export interface Feature {
  /** Behind the sign-in. Pages are loaded when they are opened (`lazy`). */
  routes?: readonly RouteObject[];
  live?: Partial<LiveHandlers>;
  postActions?: readonly PostAction[];
}

type LiveOf<F extends Feature> = (F extends { live: infer L } ? (live: L) => void : never) extends (live: infer All) => void ? All : never;

/** All that these features hear; the type knows which events those are. */
export const liveOf = <F extends Feature>(features: readonly F[]): LiveOf<F> =>
  Object.assign({}, ...features.map((feature) => feature.live)) as LiveOf<F>;
