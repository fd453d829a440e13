import { useEffect, useState, type RefObject } from 'react';

/** Is the element in the screen, or within `margin` of it? `again` looks anew, for what stays in view while the page grows. */
export function useInView(ref: RefObject<Element | null>, margin: number, again: unknown): boolean {
  const [inView, setInView] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: `${margin}px 0px`,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, margin, again]);
  return inView;
}
