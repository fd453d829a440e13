import { useDeferredValue, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { formatDate } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { useForm } from '../../../lib/use-form.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Row, RowList } from '../../../ui/list.tsx';
import { OrgMark } from '../../../ui/marks.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { NameCoordinatorDocument, WithoutCoordinationDocument, type WithoutCoordinationQuery } from './documents.generated.ts';
import { markOf, useViewer } from '../viewer.ts';

type Organisation = WithoutCoordinationQuery['organisations']['nodes'][number];
const organisationsOf = (data: WithoutCoordinationQuery) => data.organisations;

/** The administrations that nobody coordinates yet, and the deed that changes it. */
export function CoordinationPage() {
  const viewer = useViewer();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const filter = { withoutCoordinator: true, ...(search && { text: search }) };
  const { nodes, total, error, more, busy, retry } = usePages(WithoutCoordinationDocument, { filter }, organisationsOf);
  const [naming, name] = useState<Organisation | null>(null);
  usePageTitle('Ohne Koordination, Verwaltung');
  return (
    <Section title="Ohne OZG-Koordination" count={total ?? undefined}>
      <div className="people-filters">
        <SearchField label="Verwaltung suchen" value={text} onChange={setText} />
      </div>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={5} />
      ) : nodes.length === 0 ? (
        <EmptyState>
          {search ? `Keine Verwaltung ohne Koordination passt zu „${search}“.` : 'Jede Verwaltung hat eine Koordination.'}
        </EmptyState>
      ) : (
        <RowList label="Verwaltungen ohne OZG-Koordination">
          {nodes.map((organisation) => (
            <Row
              key={organisation.id}
              lead={<OrgMark code={organisation.code} kind={markOf(viewer, organisation)} />}
              title={organisation.title}
              to={`/kommunen/${organisation.id}/verwalten`}
              act={
                <Button icon="mail" aria-label={`Erste Koordination benennen …: ${organisation.title}`} onClick={() => name(organisation)}>
                  Erste Koordination benennen …
                </Button>
              }
            />
          ))}
        </RowList>
      )}
      {more && <Pager onMore={more} busy={busy} rest={(total ?? 0) - nodes.length} />}
      {naming && <NameDialog organisation={naming} onClose={() => name(null)} />}
    </Section>
  );
}

const words = { email: 'Schreiben Sie eine vollständige E-Mail-Adresse, zum Beispiel vorname.name@stadt.de.' };

function NameDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const toast = useToast();
  const [email, write] = useState('');
  const [nameCoordinator] = useMutation(NameCoordinatorDocument, { refetchQueries: ['DeskInvitations'] });
  const form = useForm('benennen', words);
  const send = async () => {
    const variables = { organisationId: organisation.id, email };
    const sent = await form.send('nameCoordinator', variables, () => nameCoordinator({ variables }));
    if (!sent.ok) return;
    const until = sent.result.data?.nameCoordinator.expiresAt;
    toast({ text: `Die Einladung an ${email.trim()} ist unterwegs${until ? ` und gilt bis ${formatDate(until)}` : ''}.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Erste Koordination: ${organisation.title}`}
      confirm="Benennen und einladen"
      form={form}
      onClose={onClose}
      onSend={send}
    >
      <p>Die Person bekommt eine Einladung. Nimmt sie an, lädt sie selbst weitere ein. Das wird protokolliert.</p>
      <TextInput
        id={form.idOf('email')}
        label="E-Mail-Adresse"
        type="email"
        autoComplete="off"
        value={email}
        maxLength={limits.email.max}
        error={form.wrong('email')}
        onChange={(event) => write(event.target.value)}
      />
    </FormDialog>
  );
}
