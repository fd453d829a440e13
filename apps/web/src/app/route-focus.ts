import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** How long a page may take to show its heading: on a slow line longer than one would like. */
const patience = 20_000;

/**
 * After a navigation the focus goes to the new page's heading, so that a screen reader reads where one is and Tab goes on
 * from there. It stays where it is on tabs, which belong to the page that remains, and when the reader has moved on.
 */
export function useRouteFocus(): void {
  const { pathname, hash } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (document.activeElement?.closest('.ui-tabs')) return;
    const from = document.activeElement;
    const arrive = (): boolean => {
      const target =
        (hash && document.getElementById(decodeURIComponent(hash.slice(1)))) ||
        document.querySelector<HTMLElement>('main h1:not([data-passing])');
      if (!target) return false;
      if (document.activeElement === from || document.activeElement === document.body) {
        if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
        target.focus({ preventScroll: !hash });
      }
      return true;
    };
    if (arrive()) return;
    const observer = new MutationObserver(() => {
      if (arrive()) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), patience);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [pathname, hash]);
}
