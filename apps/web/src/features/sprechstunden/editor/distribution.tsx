import { useState } from 'react';
import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { sentenceOf } from '../../../lib/errors.ts';
import { useForm } from '../../../lib/use-form.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { OrganisationField } from '../../organisations/index.ts';
import {
  AddToDistributionDocument,
  DistributionDocument,
  DistributionPeopleDocument,
  RemoveFromDistributionDocument,
  type DistributionQuery,
} from './documents.generated.ts';

type Entry = DistributionQuery['distributionList']['nodes'][number];
const entriesOf = (data: DistributionQuery) => data.distributionList;
const seen = { refetchQueries: ['Distribution'], awaitRefetchQueries: true };

/** "Sprechstunden-Verteiler": who gets the invitation seven days before. */
export function Distribution({ series }: { series: { id: string; name: string } }) {
  const [adding, add] = useState(false);
  const { nodes, total, error, more, busy, retry } = usePages(DistributionDocument, { seriesId: series.id, first: 50 }, entriesOf);
  return (
    <Section
      title="Verteiler"
      count={total ?? undefined}
      aside={
        <Button icon="add" onClick={() => add(true)}>
          In den Verteiler …
        </Button>
      }
    >
      <p className="ui-meta">
        {limits.eventInvitationDays} Tage vor jedem angekündigten Termin geht die Einladung einmal an alle, die hier stehen.
      </p>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={3} />
      ) : nodes.length === 0 ? (
        <EmptyState>Noch steht niemand im Verteiler.</EmptyState>
      ) : (
        <RowList label="Verteiler">
          {nodes.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </RowList>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
      {adding && <AddDialog series={series} onClose={() => add(false)} />}
    </Section>
  );
}

function EntryRow({ entry }: { entry: Entry }) {
  const [asked, ask] = useState(false);
  const [remove] = useMutation(RemoveFromDistributionDocument, seen);
  const { busy, run } = useDeed();
  return (
    <Row
      title={entry.name}
      meta={<Dotted parts={[entry.email !== entry.name && entry.email, entry.person ? 'auf der Plattform' : 'nur per E-Mail']} />}
      act={
        <>
          <Button variant="quiet" aria-label={`${entry.name} entfernen …`} onClick={() => ask(true)}>
            Entfernen …
          </Button>
          <ConfirmDialog
            title="Aus dem Verteiler entfernen?"
            open={asked}
            busy={busy}
            confirm="Entfernen"
            onClose={() => ask(false)}
            onConfirm={() =>
              void run(() => remove({ variables: { id: entry.id } }), { text: `${entry.name} steht nicht mehr im Verteiler.` }).then(() =>
                ask(false),
              )
            }
          >
            <p>{entry.name} erhält keine Einladungen mehr.</p>
          </ConfirmDialog>
        </>
      }
    />
  );
}

const ways = [
  { value: 'person', label: 'Jemanden von der Plattform', hint: 'mit der Adresse, die dort gerade gilt' },
  { value: 'address', label: 'Eine andere Adresse', hint: 'zum Beispiel ein Funktionspostfach' },
] as const;
const words = {
  organisationId: 'Wählen Sie eine Stelle aus der Liste.',
  personId: 'Wählen Sie eine Person aus der Liste.',
  email: 'Diese E-Mail-Adresse ist nicht vollständig.',
  name: `Höchstens ${limits.name.max} Zeichen.`,
};

function AddDialog({ series, onClose }: { series: { id: string; name: string }; onClose: () => void }) {
  const toast = useToast();
  const [way, choose] = useState<(typeof ways)[number]['value']>('person');
  const [organisationId, setOrganisation] = useState<string | null>(null);
  const [personId, setPerson] = useState<string | null>(null);
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [missing, miss] = useState(false);
  const [add] = useMutation(AddToDistributionDocument, seen);
  const people = useQuery(DistributionPeopleDocument, organisationId === null ? skipToken : { variables: { organisationId } });
  const affiliations = people.data?.organisation.affiliations.nodes ?? [];
  const form = useForm('verteiler', words);
  const send = async () => {
    // The schema knows one of two; which one is meant is known here.
    miss(way === 'person' && personId === null);
    if (way === 'person' && personId === null) return;
    const input =
      way === 'person' ? { personId, email: null, name: null } : { personId: null, email: email.trim(), name: name.trim() || null };
    const sent = await form.send('distribution', input, () => add({ variables: { seriesId: series.id, input } }));
    if (!sent.ok) return;
    toast({ text: `${sent.result.data?.addToDistribution.name ?? 'Die Adresse'} steht im Verteiler.` });
    onClose();
  };
  return (
    <FormDialog title="In den Verteiler aufnehmen" confirm="In den Verteiler" form={form} onClose={onClose} onSend={send}>
      <RadioGroup legend="Wen möchten Sie aufnehmen?" options={ways} value={way} onChange={choose} />
      {way === 'person' ? (
        <>
          <OrganisationField
            id={form.idOf('organisationId')}
            label="Verwaltung oder Stelle"
            value={organisationId}
            error={missing && organisationId === null ? words.organisationId : undefined}
            onChange={(id) => {
              setOrganisation(id);
              setPerson(null);
              miss(false);
            }}
          />
          {organisationId !== null && (
            <Combobox
              key={`${organisationId} ${affiliations.length > 0}`}
              id={form.idOf('personId')}
              label="Person"
              choices={affiliations.map(({ person, function: does }) => ({ id: person.id, label: person.name, detail: does }))}
              value={personId}
              error={missing ? words.personId : form.wrong('personId')}
              empty={people.loading ? 'Wird geladen' : 'Von hier ist noch niemand auf der Plattform.'}
              onChange={(id) => {
                setPerson(id);
                miss(false);
              }}
            />
          )}
        </>
      ) : (
        <>
          <TextInput
            id={form.idOf('email')}
            type="email"
            label="E-Mail-Adresse"
            autoComplete="off"
            maxLength={limits.email.max}
            value={email}
            error={form.wrong('email')}
            onChange={(event) => setEmail(event.target.value)}
          />
          <TextInput
            id={form.idOf('name')}
            label="Name"
            hint="Steht in der Anrede"
            optional
            maxLength={limits.name.max}
            value={name}
            error={form.wrong('name')}
            onChange={(event) => setName(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
