import { useRef, useState, type SubmitEvent } from 'react';
import { limits } from '@kollab/contract/limits';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextInput } from '../../ui/field.tsx';
import { FormErrorSummary, type FormError } from '../../ui/form-errors.tsx';

export type BarrierReport = { problem: string; page: string; contact: string | null };

type BarrierFormProps = {
  onSend: (report: BarrierReport) => void;
  state: 'open' | 'sending' | 'sent' | 'failed';
  /** What the server says about a failed sending. */
  failure?: string | undefined;
  /** The page one came from, already filled in. */
  page?: string;
};

const longest = { problem: 5000, page: limits.url.max, contact: limits.email.max } as const;
const shortest = 10;
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function check(report: BarrierReport): FormError[] {
  const errors: FormError[] = [];
  if (report.problem.length < shortest) errors.push({ field: 'problem', message: 'Beschreiben Sie bitte in einem Satz, was nicht geht.' });
  else if (report.problem.length > longest.problem)
    errors.push({ field: 'problem', message: `Die Beschreibung ist zu lang: höchstens ${longest.problem} Zeichen.` });
  if (report.page === '') errors.push({ field: 'page', message: 'Nennen Sie bitte die Seite.' });
  if (report.contact !== null && !mail.test(report.contact))
    errors.push({ field: 'contact', message: 'Diese E-Mail-Adresse ist nicht vollständig.' });
  return errors;
}

/** Tells the operator where somebody cannot get on. Works without sign-in. */
export function BarrierForm({ onSend, state, failure, page = '' }: BarrierFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FormError[]>([]);
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.current || state === 'sending') return;
    const values = new FormData(form.current);
    const value = (name: string) => {
      const entry = values.get(name);
      return typeof entry === 'string' ? entry.trim() : '';
    };
    const report = { problem: value('problem'), page: value('page'), contact: value('contact') || null };
    const found = check(report);
    setErrors(found);
    if (found.length === 0) onSend(report);
  };

  return state === 'sent' ? (
    <Alert kind="success" title="Danke, Ihre Meldung ist angekommen" urgent>
      <p>Wir prüfen sie. Haben Sie eine Adresse angegeben, erhalten Sie dort eine Antwort.</p>
    </Alert>
  ) : (
    <form className="ui-form" ref={form} noValidate onSubmit={send}>
      {state === 'failed' && (
        <Alert kind="danger" title="Die Meldung ist nicht angekommen" urgent>
          <p>{failure ?? 'Bitte senden Sie sie gleich noch einmal.'} Ihre Angaben stehen noch da.</p>
        </Alert>
      )}
      <FormErrorSummary errors={errors} />
      <TextArea
        id="problem"
        name="problem"
        label="Was ist das Problem?"
        hint="Zum Beispiel: Der Screenreader liest den Knopf nicht vor."
        error={wrong('problem')}
        required
      />
      <TextInput
        id="page"
        name="page"
        label="Auf welcher Seite?"
        hint="Die Adresse oder der Name der Seite"
        defaultValue={page}
        maxLength={longest.page}
        error={wrong('page')}
        required
      />
      <TextInput
        id="contact"
        name="contact"
        type="email"
        label="Ihre E-Mail-Adresse"
        hint="Nur, wenn Sie eine Antwort möchten"
        optional
        autoComplete="email"
        maxLength={longest.contact}
        error={wrong('contact')}
      />
      <div>
        <Button type="submit" variant="primary" size="medium" icon="send" busy={state === 'sending'}>
          Meldung senden
        </Button>
      </div>
    </form>
  );
}
