import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { refusalOf } from '../../../lib/errors.ts';
import { useReconnect } from '../../../lib/use-live.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { same } from './draft.ts';

const quiet = 1_500;
const again = 8_000;
/** What passes by itself: it is tried again. */
const passing: ReadonlySet<string> = new Set(['offline', 'unavailable', 'unauthenticated', 'rate_limited']);

/** What is written here and not followed from the server. */
export type Written<Draft> = {
  draft: Draft | null;
  /** The part of it that the server has. */
  sent: Draft | null;
  /** What the server had when it was written, and its version. */
  base: Draft | null;
  version: number | null;
};
export const nothingWritten = { draft: null, sent: null, base: null, version: null };

/** What is shown, what is not saved yet, and whether somebody else saved since. */
export function standOf<Draft>(written: Written<Draft>, saved: Draft) {
  const { draft, sent, base } = written;
  const unsaved = draft !== null && !same(draft, sent);
  const behind = draft !== null && !same(base, saved);
  // The same words on both sides are no conflict.
  const overtaken = unsaved && behind && !same(draft, saved);
  return { shown: draft !== null && (unsaved || !behind) ? draft : saved, unsaved: unsaved && !same(draft, saved), overtaken };
}

export type SaveState = 'saved' | 'writing' | 'saving' | 'here';
type Saved<Draft> = { draft: Draft; version: number };
type Options<Draft> = {
  place: string;
  saved: Draft;
  version: number;
  /** Sends it; answers what stands on the server now. */
  save: (draft: Draft, version: number) => Promise<Saved<Draft>>;
  /** The server has another version: reads it. */
  reread: () => Promise<unknown>;
};

/**
 * A draft that is saved by itself when the keys are quiet. Until then, and without a connection, it is kept in this tab. It never
 * overwrites what somebody else saved meanwhile: then saving waits until one has chosen.
 */
export function useAutosave<Draft extends object>({ place, saved, version, save, reread }: Options<Draft>) {
  const kept = useKept<Written<Draft>>(place, nothingWritten);
  const [state, setState] = useState<SaveState>('saved');
  const [refused, refuse] = useState<Draft | null>(null);
  const flight = useRef<Promise<boolean> | null>(null);
  // Of this tab's own saves: known before the next drawing.
  const own = useRef<{ sent: Draft | null; version: number }>({ sent: null, version: 0 });
  const { shown, unsaved, overtaken } = standOf(kept.texts, saved);
  const busy = state === 'saving';
  const conflict = overtaken && !busy;

  const change = (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => {
    refuse(null);
    if (state !== 'saving') setState('writing');
    kept.write((before) => {
      const stand = standOf(before, saved);
      const made = typeof part === 'function' ? part(stand.shown) : part;
      const draft = { ...stand.shown, ...made };
      // Nothing of one's own was open: what one writes now stands upon what is saved.
      return before.draft === null || stand.shown === saved ? { draft, sent: saved, base: saved, version } : { draft };
    });
  };

  const run = async (): Promise<boolean> => {
    const upon = same(kept.texts.base, saved) ? version : (kept.texts.version ?? version);
    setState('saving');
    try {
      const now = await save(shown, Math.max(upon, own.current.version));
      own.current = { sent: shown, version: now.version };
      kept.write({ sent: shown, base: now.draft, version: now.version });
      setState('saved');
      return true;
    } catch (error) {
      const { code } = refusalOf(error);
      if (code === 'stale') await reread().catch(() => undefined);
      // The same words would be refused again.
      else if (!passing.has(code)) refuse(shown);
      setState('here');
      return false;
    }
  };
  /** Answers whether all that is written is on the server. */
  const flush = async (): Promise<boolean> => {
    await flight.current;
    if (!unsaved || same(shown, own.current.sent)) return true;
    if (conflict || refused === shown) return false;
    flight.current = run().finally(() => {
      flight.current = null;
    });
    return flight.current;
  };
  const late = useEffectEvent(() => void flush());
  const waits = unsaved && !conflict && !busy && refused !== shown;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(late, state === 'here' ? again : quiet);
    return () => clearTimeout(timer);
  }, [waits, shown, state]);
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && late();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      late();
    };
  }, []);
  useReconnect(() => void flush());
  return {
    draft: shown,
    unsaved,
    /** Somebody else saved what one was writing upon. */
    conflict,
    state: unsaved || busy ? state : ('saved' as const),
    change,
    /** From here on one's own counts. */
    keepMine: () => kept.write({ base: saved, version, sent: saved }),
    flush,
    /** It cannot be saved as it is written. */
    refused: unsaved && refused === shown,
    clear: kept.clear,
  };
}
