import { useCallback, useEffect, useRef, useState } from 'react';

/** Whether `touch` was called within these milliseconds; `rest` ends it at once. */
export function useRecently(milliseconds: number) {
  const [recent, setRecent] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touch = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setRecent(false), milliseconds);
    setRecent(true);
  }, [milliseconds]);
  const rest = useCallback(() => {
    clearTimeout(timer.current);
    setRecent(false);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { recent, touch, rest };
}
