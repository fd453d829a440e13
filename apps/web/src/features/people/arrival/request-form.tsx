import { useState } from 'react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { FormErrorSummary } from '../../../ui/form-errors.tsx';
import { OrganisationField } from '../../organisations/index.ts';

export type SendRequest = (input: { organisationId: string | null; statement: string }) => Promise<unknown>;

const words = {
  organisationId: 'Wählen Sie Ihre Verwaltung aus der Liste.',
  statement: `Schreiben Sie einen Satz, höchstens ${limits.sentence.max} Zeichen.`,
};

/** Names an organisation, says a sentence, and asks to be let in. */
export function RequestForm({ send }: { send: SendRequest }) {
  const [organisationId, choose] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [statement, write] = useState('');
  const form = useForm('ankommen', words);
  const submit = () => {
    // Without an organisation LAND_ADMIN is asked: that has to be meant, not forgotten.
    const value = { organisationId: missing ? null : (organisationId ?? ''), statement };
    void form.send('requestAffiliation', value, () => send({ ...value, statement: statement.trim() }));
  };
  return (
    <form
      className="ui-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.busy) submit();
      }}
    >
      {form.problem && <Alert kind="danger" title={form.problem} urgent />}
      <FormErrorSummary errors={form.errors} />
      {!missing && (
        <OrganisationField
          id={form.idOf('organisationId')}
          label="Verwaltung"
          hint="Tippen Sie einen Teil des Namens oder den Amtlichen Gemeindeschlüssel."
          value={organisationId}
          onChange={choose}
          error={form.wrong('organisationId')}
        />
      )}
      <Checkbox
        label="Meine Verwaltung steht nicht in der Liste"
        hint="Dann ordnet Sie die Betriebsverwaltung des Landes zu."
        checked={missing}
        onChange={(event) => setMissing(event.target.checked)}
      />
      <TextArea
        id={form.idOf('statement')}
        label="Was machen Sie dort?"
        hint="Ein Satz, damit man Sie erkennt. Zum Beispiel: Ich arbeite im Bauamt und kümmere mich um den digitalen Bauantrag."
        rows={3}
        value={statement}
        maxLength={limits.sentence.max}
        error={form.wrong('statement')}
        onChange={(event) => write(event.target.value)}
      />
      <div>
        <Button type="submit" variant="primary" size="medium" icon="send" busy={form.busy}>
          Anfrage senden
        </Button>
      </div>
    </form>
  );
}
