import { useState } from 'react';
import { useKept } from './use-kept.ts';

type Written<Draft> = {
  draft: Draft | null;
  /** What was saved when the first letter was changed, and its version. */
  base: Draft | null;
  version: number | null;
};
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Something saved, while it is edited. As long as nothing is written it follows what others save; what is written stays in this
 * tab until it is saved or given up, also over a refusal and a reload. Only when somebody else saved *these* fields meanwhile
 * does saving meet their version: then both are shown.
 */
export function useEdited<Draft extends object>(place: string, saved: Draft, version: number) {
  const kept = useKept<Written<Draft>>(place, { draft: null, base: null, version: null });
  const [theirs, setTheirs] = useState<Draft | null>(null);
  const { draft, base } = kept.texts;
  const overtaken = draft !== null && !same(base, saved);
  return {
    draft: draft ?? saved,
    /** Upon what one writes; null while nothing is written. */
    base: draft && base,
    /** Written and not yet saved. */
    unsaved: draft !== null && !same(draft, saved),
    change: (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) =>
      kept.write((before) => {
        const now = before.draft ?? saved;
        return {
          draft: { ...now, ...(typeof part === 'function' ? part(now) : part) },
          ...(before.draft === null && { base: saved, version }),
        };
      }),
    /** The version to send: that on which one wrote, where somebody else changed the same fields since. */
    version: overtaken ? (kept.texts.version ?? version) : version,
    theirs,
    /** Something that others added and that goes with what is written. */
    join: (part: Partial<Draft>, now: Draft, nowVersion: number) =>
      kept.write(({ draft: before }) => (before ? { draft: { ...before, ...part }, base: now, version: nowVersion } : {})),
    /** The server refused the version: from here on one writes upon this one, which is shown beside one's own. */
    meet: (now: Draft, nowVersion: number) => {
      setTheirs(now);
      kept.write({ base: now, version: nowVersion });
    },
    clear: () => {
      setTheirs(null);
      kept.clear();
    },
  };
}
