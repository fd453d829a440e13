import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';

type TriggerProps = {
  'aria-expanded': boolean;
  'aria-controls': string | undefined;
  onClick: () => void;
  ref: RefObject<HTMLButtonElement | null>;
};

type DisclosureProps = {
  trigger: (props: TriggerProps) => ReactNode;
  children: (close: () => void) => ReactNode;
};

/** A button that opens a small panel of links and controls below it. Esc, a click elsewhere and leaving by Tab close it. */
export function Disclosure({ trigger, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div
      className="ui-account"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      {trigger({ 'aria-expanded': open, 'aria-controls': open ? id : undefined, onClick: () => setOpen(!open), ref: button })}
      {open && (
        <div className="ui-drop" id={id}>
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  );
}
