import { useEffect, useRef, type ReactNode } from 'react';
import type { useForm } from '../lib/use-form.ts';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { FormErrorSummary } from './form-errors.tsx';
import { StaleNotice, type StaleField } from './stale-notice.tsx';

type EditFormProps = {
  /** What it edits, for those who jump by landmarks. */
  label: string;
  form: ReturnType<typeof useForm>;
  unsaved: boolean;
  confirm: string;
  onSend: () => void;
  /** Gives up what is written. */
  onDiscard: () => void;
  /** What somebody else saved meanwhile and is another than what is written; null: nobody did. */
  differences?: readonly StaleField[] | null;
  /** Beside the button. */
  note?: ReactNode;
  children: ReactNode;
};

/** A form of the editor: errors above and at the fields, what somebody else saved, and the way back to what is saved. */
export function EditForm({ label, form, unsaved, confirm, onSend, onDiscard, differences = null, note, children }: EditFormProps) {
  const head = useRef<HTMLDivElement>(null);
  // The button is below a long form: what it answers would be out of sight.
  useEffect(() => {
    if (form.problem) head.current?.focus();
  }, [form.problem]);
  return (
    <form
      className="ui-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.busy) onSend();
      }}
    >
      {(form.problem ?? differences) && (
        <div ref={head} tabIndex={-1} role="group" aria-label="Nicht gespeichert">
          {differences ? <StaleNotice fields={differences} /> : form.problem && <Alert kind="danger" title={form.problem} urgent />}
        </div>
      )}
      <FormErrorSummary errors={form.errors} />
      {children}
      <div className="ui-row">
        <Button type="submit" variant="primary" size="medium" busy={form.busy}>
          {confirm}
        </Button>
        {unsaved && (
          <Button variant="quiet" size="medium" icon="undo" onClick={onDiscard}>
            Verwerfen
          </Button>
        )}
        <span className="ui-meta">
          {unsaved ? 'Noch nicht gespeichert. Ihr Text bleibt in diesem Fenster, auch wenn Sie neu laden.' : note}
        </span>
      </div>
    </form>
  );
}
