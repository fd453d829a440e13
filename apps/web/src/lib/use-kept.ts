import { useState } from 'react';
import { useSession } from './use-session.ts';

const storage = (): Storage | null => {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
};

/**
 * What is being written, kept in this tab until it is sent, also over a reload. It never goes to the server, unlike drafts of
 * posts: who asks without a name leaves nothing there before asking, and a form has no text that is worth a place there.
 */
export function useKept<Texts extends object>(key: string, empty: Texts) {
  const { subject } = useSession();
  const place = `kollab.kept.${subject}.${key}`;
  const [texts, setTexts] = useState<Texts>(() => {
    const kept = storage()?.getItem(place);
    return kept ? { ...empty, ...(JSON.parse(kept) as Partial<Texts>) } : empty;
  });
  const write = (change: Partial<Texts> | ((before: Texts) => Partial<Texts>)) =>
    setTexts((before) => {
      const now = { ...before, ...(typeof change === 'function' ? change(before) : change) };
      storage()?.setItem(place, JSON.stringify(now));
      return now;
    });
  const clear = () => {
    storage()?.removeItem(place);
    setTexts(empty);
  };
  return { texts, write, clear };
}
