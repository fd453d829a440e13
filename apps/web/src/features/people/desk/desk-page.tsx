import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../../lib/errors.ts';
import { useRoom } from '../../../lib/use-live.ts';
import { Button } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { FailedPage, ForbiddenState, LoadingPage, NotFoundState } from '../../../ui/states.tsx';
import type { Desk } from './desk.ts';
import { OrganisationDeskDocument } from './documents.generated.ts';
import { DeskInvitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MailDomains } from './mail-domains.tsx';
import { DeskPeople } from './people.tsx';
import { DeskRequests } from './requests.tsx';
import '../people.scss';

const back = { to: '/kommunen', label: 'Zu den Kommunen' };

/** Where the coordination of one organisation decides who belongs to it. */
export function DeskPage() {
  const { id = '' } = useParams();
  return <DeskOf key={id} id={id} />;
}

function DeskOf({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(OrganisationDeskDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const desk = data?.organisation;
  const ready = useRoom(desk?.viewerCan.readDesk ? `organisation:${id}` : null);
  if (!desk)
    return !error ? (
      <LoadingPage />
    ) : refusalOf(error).code === 'not_found' ? (
      <NotFoundState back={back}>Diese Verwaltung gibt es hier nicht.</NotFoundState>
    ) : (
      <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>
    );
  if (!desk.viewerCan.readDesk)
    return (
      <ForbiddenState back={{ to: `/kommunen/${id}`, label: `Zu ${desk.title}` }}>
        Hier verwaltet die OZG-Koordination von {desk.title}, wer dazugehört.
      </ForbiddenState>
    );
  return ready && <Parts desk={desk} />;
}

function Parts({ desk }: { desk: Desk }) {
  const [inviting, invite] = useState(false);
  const { manage } = desk.viewerCan;
  return (
    <>
      <PageHeader
        title={`${desk.title} verwalten`}
        lead={
          desk.hasCoordinator
            ? 'Wer dazugehört, wer eingeladen ist, wer anfragt.'
            : 'Diese Verwaltung hat noch keine OZG-Koordination. Bis dahin entscheidet die Betriebsverwaltung des Landes.'
        }
        crumbs={[{ label: 'Kommunen', to: '/kommunen' }, { label: desk.title, to: `/kommunen/${desk.id}` }, { label: 'Verwalten' }]}
        actions={
          manage && (
            <Button size="medium" variant="primary" icon="mail" onClick={() => invite(true)}>
              Person einladen …
            </Button>
          )
        }
      />
      <div className="ui-flow">
        <DeskRequests desk={desk} />
        <DeskPeople desk={desk} />
        <DeskInvitations desk={desk} onInvite={() => invite(true)} />
        <MailDomains desk={desk} />
        <DeskPeople desk={desk} ended />
      </div>
      {inviting && <InviteDialog desk={desk} onClose={() => invite(false)} />}
    </>
  );
}
