import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';

export type ToastMessage = {
  text: string;
  /** Offers to take it back while the toast stands. */
  undo?: { label?: string; run: () => void };
  /** Called when the time is over or the toast was closed without undoing. */
  onGone?: () => void;
  seconds?: number;
};

type Shown = ToastMessage & { id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a short message at the bottom, for 10 s with an undo and 6 s without. */
export const useToast = () => use(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const next = useRef(0);
  const add = useCallback((message: ToastMessage) => {
    next.current += 1;
    const id = next.current;
    setShown((all) => [...all, { ...message, id }]);
  }, []);
  const remove = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), []);
  const region = useMemo(
    () => (
      <div className="ui-toasts" role="status" aria-live="polite">
        {shown.map((toast) => (
          <Toast key={toast.id} toast={toast} remove={remove} />
        ))}
      </div>
    ),
    [shown, remove],
  );
  return (
    <ToastContext value={add}>
      {children}
      {region}
    </ToastContext>
  );
}

function Toast({ toast, remove }: { toast: Shown; remove: (id: number) => void }) {
  const [held, hold] = useState(false);
  const seconds = toast.seconds ?? (toast.undo ? 10 : 6);
  const left = useRef(seconds * 1000);
  const gone = useRef(toast.onGone);
  useEffect(() => {
    // Reading or reaching for the button stops the clock.
    if (held) return;
    const since = Date.now();
    const timer = setTimeout(() => {
      remove(toast.id);
      gone.current?.();
    }, left.current);
    return () => {
      clearTimeout(timer);
      left.current -= Date.now() - since;
    };
  }, [held, remove, toast.id]);
  return (
    <div
      className="ui-toast"
      data-kern-theme="dark"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <p>{toast.text}</p>
      {toast.undo && (
        <Button
          icon="undo"
          onClick={() => {
            remove(toast.id);
            toast.undo?.run();
          }}
        >
          {toast.undo.label ?? 'Rückgängig'}
        </Button>
      )}
      <IconButton
        icon="close"
        size="small"
        label="Meldung schließen"
        onClick={() => {
          remove(toast.id);
          gone.current?.();
        }}
      />
      <i
        className="ui-toast__left"
        aria-hidden="true"
        style={{ animationDuration: `${seconds}s`, animationPlayState: held ? 'paused' : 'running' }}
      />
    </div>
  );
}
