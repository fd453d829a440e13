import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { useForm } from '../../lib/use-form.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { FieldError, Select } from '../../ui/field.tsx';
import { FormErrorSummary } from '../../ui/form-errors.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { OwnMailSettingsDocument, SetMailSettingsDocument, type MailTimesFragment } from './documents.generated.ts';
import './mailing.scss';

const dayNames = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const words = { days: 'Wählen Sie mindestens einen Tag, oder schalten Sie die E-Mails aus.' };

/** When mails about notices come. */
export function MailSettings() {
  const { data, error, refetch } = useQuery(OwnMailSettingsDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Section title="E-Mails" id="e-mails">
      <p className="ui-plaintext">
        Was Sie noch nicht gelesen haben, kommt gesammelt in einer Zusammenfassung. Sofort kommt nur, wenn jemand Sie erwähnt, Ihre Frage
        beantwortet oder eine Frist in den nächsten 48 Stunden abläuft. Einladungen, Anfragen an Sie und Entscheidungen kommen immer.
      </p>
      {data ? (
        <Times times={data.viewer.mailSettings} />
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={2} />
      )}
    </Section>
  );
}

function Times({ times }: { times: MailTimesFragment }) {
  const toast = useToast();
  const [on, setOn] = useState(times.on);
  const [days, setDays] = useState<readonly number[]>(times.days);
  const [hour, setHour] = useState(times.hour);
  const [quietFrom, setQuietFrom] = useState(times.quietFrom);
  const [quietTo, setQuietTo] = useState(times.quietTo);
  const [save] = useMutation(SetMailSettingsDocument, { refetchQueries: ['OwnMailSettings'] });
  const form = useForm('mails', words);
  const wrong = form.wrong('days');
  const send = async () => {
    const input = { on, days: [...days], hour, quietFrom, quietTo };
    const sent = await form.send('setMailSettings', input, () => save({ variables: { input } }));
    if (sent.ok) toast({ text: on ? 'Gespeichert.' : 'Gespeichert. Sie erhalten keine E-Mails zu Hinweisen mehr.' });
  };
  return (
    <form
      className="ui-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.busy) void send();
      }}
    >
      {form.problem && <Alert kind="danger" title={form.problem} urgent />}
      <FormErrorSummary errors={form.errors} />
      <Checkbox label="E-Mails zu Hinweisen erhalten" checked={on} onChange={(event) => setOn(event.target.checked)} />
      {on && (
        <>
          <fieldset
            className={wrong ? 'kern-fieldset kern-fieldset--error' : 'kern-fieldset'}
            id={form.idOf('days')}
            tabIndex={-1}
            aria-describedby={wrong ? 'mails-days-error' : undefined}
          >
            <legend className="kern-label">Tage der Zusammenfassung</legend>
            <div className="kern-fieldset__body mail-days">
              {dayNames.map((name, i) => (
                <Checkbox
                  key={name}
                  label={name}
                  checked={days.includes(i + 1)}
                  onChange={(event) => setDays(event.target.checked ? [...days, i + 1] : days.filter((day) => day !== i + 1))}
                />
              ))}
            </div>
            <FieldError id="mails-days-error" error={wrong} />
          </fieldset>
          <Hour
            label="Uhrzeit der Zusammenfassung"
            hint="An Feiertagen kommt keine. Dann steht alles in der nächsten."
            value={hour}
            onChange={setHour}
          />
          <Hour
            label="Ruhezeit von"
            hint="In der Ruhezeit kommt nichts sofort. Zweimal dieselbe Uhrzeit: keine Ruhezeit."
            value={quietFrom}
            onChange={setQuietFrom}
          />
          <Hour label="Ruhezeit bis" value={quietTo} onChange={setQuietTo} />
        </>
      )}
      <div>
        <Button type="submit" size="medium" icon="check" busy={form.busy}>
          E-Mails speichern
        </Button>
      </div>
    </form>
  );
}

function Hour({ value, onChange, ...texts }: { label: string; hint?: string; value: number; onChange: (hour: number) => void }) {
  return (
    <Select {...texts} value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {hours.map((hour) => (
        <option key={hour} value={hour}>
          {hour}:00 Uhr
        </option>
      ))}
    </Select>
  );
}
