import { useEffect, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import type { Place } from './sections.ts';

const kept = 'kollab.keys';
const listeners = new Set<() => void>();

const shortcutsOn = (): boolean => {
  try {
    return localStorage.getItem(kept) !== 'off';
  } catch {
    return true;
  }
};

/** Speech input types letters by accident, so the keys can be switched off (WCAG 2.1.4). */
export function switchShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(kept);
    else localStorage.setItem(kept, 'off');
  } catch {
    // Without storage they stay on.
  }
  listeners.forEach((listener) => listener());
}

export const useShortcutsOn = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, shortcutsOn);

const writing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="menuitem"], [role="option"]'));

/** `?` shows the keys, `g` and then a letter goes to a section. Never while writing. */
export function useShortcuts(places: readonly Place[], onHelp: () => void): void {
  const navigate = useNavigate();
  const on = useShortcutsOn();
  useEffect(() => {
    if (!on) return;
    let going = 0;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || writing(event.target)) return;
      if (event.key === '?') {
        event.preventDefault();
        onHelp();
      } else if (event.key === 'g') {
        going = event.timeStamp;
      } else if (going && event.timeStamp - going < 1500) {
        going = 0;
        const place = places.find(({ key }) => key === event.key);
        if (place) void navigate(place.to);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, places, onHelp, navigate]);
}
