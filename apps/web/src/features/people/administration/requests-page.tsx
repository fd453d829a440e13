import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '../../../lib/errors.ts';
import { useForm } from '../../../lib/use-form.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { AssignRequestDocument, UnansweredRequestsDocument, type UnansweredRequestsQuery } from './documents.generated.ts';
import { OrganisationField } from '../../organisations/index.ts';

type Request = UnansweredRequestsQuery['unansweredRequests']['nodes'][number];
const requestsOf = (data: UnansweredRequestsQuery) => data.unansweredRequests;

/** Requests that no coordinator answers: without an organisation, or for one that has no coordination yet. */
export function RequestsPage() {
  const { nodes, total, error, more, busy, retry } = usePages(UnansweredRequestsDocument, {}, requestsOf);
  usePageTitle('Anfragen, Verwaltung');
  return (
    <Section title="Anfragen" count={total ?? undefined} aside="ohne Verwaltung oder ohne Koordination, die antwortet">
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows />
      ) : nodes.length === 0 ? (
        <EmptyState>Keine Anfrage wartet auf Sie.</EmptyState>
      ) : (
        <RowList label="Anfragen">
          {nodes.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </RowList>
      )}
      {more && <Pager onMore={more} busy={busy} rest={(total ?? 0) - nodes.length} />}
    </Section>
  );
}

function RequestRow({ request }: { request: Request }) {
  const [assigning, assign] = useState(false);
  const { person, organisation, statement, createdAt } = request;
  return (
    <>
      <Row
        title={person.name}
        meta={
          <Dotted
            parts={[
              organisation ? `möchte zu ${organisation.title}` : 'nennt keine Verwaltung',
              `„${statement}“`,
              person.email,
              <RelativeTime key="at" at={createdAt} />,
            ]}
          />
        }
        act={
          <>
            {organisation && <LinkButton to={`/kommunen/${organisation.id}/verwalten`}>Dort entscheiden</LinkButton>}
            <Button
              variant={organisation ? 'quiet' : 'secondary'}
              aria-label={`${person.name} einer Verwaltung zuweisen …`}
              onClick={() => assign(true)}
            >
              Zuweisen …
            </Button>
          </>
        }
      />
      {assigning && <AssignDialog request={request} onClose={() => assign(false)} />}
    </>
  );
}

const words = { organisationId: 'Wählen Sie die Verwaltung aus der Liste.' };

function AssignDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const toast = useToast();
  const [organisationId, choose] = useState<string | null>(null);
  const [assign] = useMutation(AssignRequestDocument, { refetchQueries: ['UnansweredRequests', 'AdministrationCounts'] });
  const form = useForm('zuweisen', words);
  const send = async () => {
    const value = { organisationId: organisationId ?? '', statement: request.statement };
    const sent = await form.send('requestAffiliation', value, () =>
      assign({ variables: { requestId: request.id, organisationId: value.organisationId } }),
    );
    if (!sent.ok) return;
    toast({ text: `Die Anfrage von ${request.person.name} liegt jetzt dort.` });
    onClose();
  };
  return (
    <FormDialog title={`${request.person.name} zuweisen`} confirm="Anfrage zuweisen" form={form} onClose={onClose} onSend={send}>
      <p>„{request.statement}“</p>
      <OrganisationField
        id={form.idOf('organisationId')}
        label="Verwaltung"
        hint="Ihre Koordination wird gefragt. Gibt es noch keine, entscheiden Sie auf der Seite der Verwaltung."
        value={organisationId}
        onChange={choose}
        error={form.wrong('organisationId')}
      />
    </FormDialog>
  );
}
