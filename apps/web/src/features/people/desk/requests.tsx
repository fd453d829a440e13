import { useId, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { capitalised, countInWords } from '../../../lib/counts.ts';
import { useForm } from '../../../lib/use-form.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Panel } from '../../../ui/section.tsx';
import { SentenceDialog } from '../../../ui/sentence-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import {
  ConfirmAffiliationDocument,
  DeclineAffiliationDocument,
  DeskRequestsDocument,
  type DeskRequestsQuery,
} from './documents.generated.ts';
import type { Desk } from './desk.ts';
import { RoleFields, roleFieldWords, type RoleValue } from './role-fields.tsx';

type Request = DeskRequestsQuery['organisation']['affiliationRequests']['nodes'][number];
const requestsOf = (data: DeskRequestsQuery) => data.organisation.affiliationRequests;
/** What shows requests and people; others hear of it by events. */
const seen = { refetchQueries: ['DeskRequests', 'DeskPeople', 'UnansweredRequests', 'AdministrationCounts', 'Home'] };

/** Who waits for an answer, before everything else. Nothing when nobody does. */
export function DeskRequests({ desk }: { desk: Desk }) {
  const heading = useId();
  const { nodes, total, more, busy } = usePages(DeskRequestsDocument, { id: desk.id }, requestsOf);
  if (!total) return null;
  return (
    <Panel labelledBy={heading}>
      <h2 className="ui-h3" id={heading}>
        {capitalised(countInWords(total, 'Person möchte', 'Personen möchten'))} dazugehören
      </h2>
      <RowList>
        {nodes.map((request) => (
          <RequestRow key={request.id} desk={desk} request={request} />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </Panel>
  );
}

function RequestRow({ desk, request }: { desk: Desk; request: Request }) {
  const [answer, ask] = useState<'confirm' | 'decline' | null>(null);
  const { person, statement, createdAt } = request;
  const close = () => ask(null);
  return (
    <>
      <Row
        title={person.name}
        meta={<Dotted parts={[`„${statement}“`, person.email, <RelativeTime key="at" at={createdAt} />]} />}
        act={
          desk.viewerCan.manage && (
            <>
              <Button icon="check" aria-label={`${person.name} bestätigen …`} onClick={() => ask('confirm')}>
                Bestätigen …
              </Button>
              <Button variant="quiet" aria-label={`${person.name} ablehnen …`} onClick={() => ask('decline')}>
                Ablehnen …
              </Button>
            </>
          )
        }
      />
      {answer === 'confirm' && <ConfirmDialog desk={desk} request={request} onClose={close} />}
      {answer === 'decline' && <DeclineDialog request={request} onClose={close} />}
    </>
  );
}

function ConfirmDialog({ desk, request, onClose }: { desk: Desk; request: Request; onClose: () => void }) {
  const toast = useToast();
  const [value, choose] = useState<RoleValue>({ role: 'MEMBER', function: '' });
  const [confirm] = useMutation(ConfirmAffiliationDocument, seen);
  const form = useForm('bestaetigen', roleFieldWords);
  const send = async () => {
    const variables = { requestId: request.id, ...value };
    const sent = await form.send('confirmAffiliation', variables, () => confirm({ variables }));
    if (!sent.ok) return;
    onClose();
    toast({ text: `${request.person.name} gehört jetzt zu ${desk.title}.` });
  };
  return (
    <FormDialog title={`${request.person.name} bestätigen`} confirm="Bestätigen" form={form} onClose={onClose} onSend={send}>
      <p>
        „{request.statement}“{request.person.email && <span className="ui-meta"> {request.person.email}</span>}
      </p>
      <RoleFields value={value} onChange={choose} idOf={form.idOf} wrong={form.wrong} />
    </FormDialog>
  );
}

function DeclineDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const [decline] = useMutation(DeclineAffiliationDocument, seen);
  return (
    <SentenceDialog
      title={`Anfrage von ${request.person.name} ablehnen`}
      confirm="Anfrage ablehnen"
      hint="Die anfragende Person liest sie. Sie kann noch einmal anfragen."
      input="declineAffiliation"
      variables={(reason) => ({ requestId: request.id, reason })}
      send={(variables) => decline({ variables })}
      said={{ text: `Die Anfrage von ${request.person.name} ist abgelehnt.` }}
      onClose={onClose}
    />
  );
}
