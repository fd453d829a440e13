import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { useForm } from '../../lib/use-form.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FormErrorSummary } from '../../ui/form-errors.tsx';
import { Row, RowList } from '../../ui/list.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { DeputyField } from './deputy-field.tsx';
import { EndAbsenceDocument, OwnAbsenceDocument, SetAbsenceDocument, type AbsencePartsFragment } from './documents.generated.ts';
import { spanWords } from './words.ts';

type Absence = NonNullable<AbsencePartsFragment['absence']>;
type Deputy = NonNullable<Absence['deputy']>;
interface Days {
  from: string | null;
  until: string | null;
  deputy: Deputy | null;
}

const words = {
  from: 'Nennen Sie den ersten Tag: heute oder später.',
  until: 'Nennen Sie den letzten Tag. Er liegt nicht vor dem ersten und höchstens ein Jahr danach.',
  deputyId: 'Wählen Sie eine Person aus der Liste, oder lassen Sie das Feld leer.',
};

/** When the viewer is away, and who gets their work meanwhile. Why is never asked. */
export function AbsenceSettings() {
  const { data, error, refetch } = useQuery(OwnAbsenceDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Section title="Abwesenheit" id="abwesenheit">
      <p className="ui-plaintext">
        Solange Sie abwesend sind, erhalten Sie weder Zusammenfassungen noch E-Mails zu Hinweisen. Danach kommt mit der nächsten
        Zusammenfassung, was Sie noch nicht gelesen haben. Ihre Vertretung erhält Erwähnungen, Antworten auf Ihre Beiträge, Fragen an Ihre
        Stelle und Mitteilungen, soweit sie diese selbst lesen darf. Was nur Sie persönlich betrifft, erhält sie nicht. Den Grund Ihrer
        Abwesenheit fragen wir nicht.
      </p>
      {data ? (
        <>
          <AbsenceForm absence={data.viewer.absence ?? null} />
          <StandingIn all={data.viewer.deputisesFor} />
        </>
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={2} />
      )}
    </Section>
  );
}

function AbsenceForm({ absence }: { absence: Absence | null }) {
  const toast = useToast();
  const open = absence && absence.phase !== 'OVER' ? absence : null;
  const saved: Days = { from: open?.from ?? null, until: open?.until ?? null, deputy: open?.deputy ?? null };
  const [days, setDays] = useState(saved);
  // Saved in another tab, or over: what was not touched here follows.
  const [known, know] = useState(saved);
  if (!isSame(saved, known)) {
    know(saved);
    if (isSame(days, known)) setDays(saved);
  }
  const [save] = useMutation(SetAbsenceDocument);
  const [end] = useMutation(EndAbsenceDocument);
  const form = useForm('abwesenheit', words);
  const deed = useDeed();
  const send = async () => {
    const input = { from: days.from ?? '', until: days.until ?? '', deputyId: days.deputy?.id ?? null };
    const sent = await form.send('setAbsence', input, () => save({ variables: { input } }));
    if (sent.ok) toast({ text: 'Ihre Abwesenheit ist eingetragen.' });
  };
  const finish = async () => {
    const text = open?.phase === 'CURRENT' ? 'Ihre Abwesenheit ist beendet.' : 'Ihre Abwesenheit ist gelöscht.';
    if (await deed.run(() => end(), { text })) setDays({ from: null, until: null, deputy: null });
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
      {absence && <p className="ui-plaintext">{stateOf(absence)}</p>}
      <DateField
        id={form.idOf('from')}
        label="Erster Tag"
        value={days.from}
        error={form.wrong('from')}
        onChange={(from) => setDays((all) => ({ ...all, from }))}
      />
      <DateField
        id={form.idOf('until')}
        label="Letzter Tag"
        value={days.until}
        error={form.wrong('until')}
        onChange={(until) => setDays((all) => ({ ...all, until }))}
      />
      <DeputyField
        id={form.idOf('deputyId')}
        value={days.deputy}
        error={form.wrong('deputyId')}
        onChange={(deputy) => setDays((all) => ({ ...all, deputy }))}
      />
      <div className="ui-row">
        <Button type="submit" size="medium" icon="check" busy={form.busy}>
          {open ? 'Abwesenheit ändern' : 'Abwesenheit eintragen'}
        </Button>
        {open && (
          <Button size="medium" busy={deed.busy} onClick={() => void finish()}>
            {open.phase === 'CURRENT' ? 'Ich bin wieder da' : 'Abwesenheit löschen'}
          </Button>
        )}
      </div>
    </form>
  );
}

function StandingIn({ all }: { all: AbsencePartsFragment['deputisesFor'] }) {
  if (all.length === 0) return null;
  return (
    <>
      <h3 className="ui-h3">Sie vertreten</h3>
      <RowList label="Sie vertreten">
        {all.map((each) => (
          <Row key={each.id} level="p" title={each.person.name} meta={spanWords(each)} />
        ))}
      </RowList>
    </>
  );
}

const stateOf = (absence: Absence): string =>
  `Sie ${absence.phase === 'OVER' ? 'waren' : 'sind'} ${spanWords(absence)} abwesend.${
    absence.deputy ? ` Vertretung: ${absence.deputy.name}.` : ''
  }`;
const isSame = (a: Days, b: Days): boolean => a.from === b.from && a.until === b.until && a.deputy?.id === b.deputy?.id;
