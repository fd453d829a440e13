import type { ReactNode } from 'react';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FormErrorSummary, type FormError } from './form-errors.tsx';

type FormDialogProps = {
  title: string;
  onClose: () => void;
  onSend: () => Promise<void>;
  /** The deed and its reach: "Anfrage senden", not "OK". */
  confirm: string;
  children: ReactNode;
  danger?: boolean;
  /** What `useForm` knows of it. */
  form: { busy: boolean; errors: readonly FormError[]; problem: string | null };
};

/** A few fields in front of the page. Rendered only while it is open, so that it begins empty each time. */
export function FormDialog({
  title,
  onClose,
  onSend,
  confirm,
  children,
  danger = false,
  form: { busy, errors, problem },
}: FormDialogProps) {
  return (
    <Dialog title={title} open onClose={onClose}>
      <form
        className="ui-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void onSend();
        }}
      >
        {problem && <Alert kind="danger" title={problem} urgent />}
        {errors.length > 1 && <FormErrorSummary errors={errors} />}
        {children}
        <div className="ui-dialog__act">
          <Button size="medium" onClick={onClose}>
            Abbrechen
          </Button>
          <Button type="submit" size="medium" variant="primary" danger={danger} busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
