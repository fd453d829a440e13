import { useParams, useSearchParams } from 'react-router';
import { skipToken, useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../../lib/errors.ts';
import { useRoom } from '../../../lib/use-live.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { FailedPage, ForbiddenState, LoadingPage, NotFoundState } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { EventState } from '../parts.tsx';
import { eventLabel, eventShort } from '../words.ts';
import { SprechstundeFormDocument, type EventFormFragment } from './documents.generated.ts';
import { EventDeeds } from './event-deeds.tsx';
import { EventForm } from './event-form.tsx';
import { ProgrammeForm } from './programme-form.tsx';
import { People } from './registrations.tsx';
import { ReviewForm } from './review-form.tsx';

const parts = [
  { key: 'termin', label: 'Termin', Form: EventForm },
  { key: 'ablauf', label: 'Ablauf', Form: ProgrammeForm },
  { key: 'personen', label: 'Anmeldungen und Gäste', Form: People },
  { key: 'rueckblick', label: 'Rückblick', Form: ReviewForm },
] as const;

/** Everything that the editor writes about one event, a part at a time; each part saves for itself. */
export function EditEventPage() {
  const { id = '' } = useParams();
  return <EditFrame key={id} id={id} />;
}

function EditFrame({ id }: { id: string }) {
  const ready = useRoom(`event:${id}`);
  const { data, error, refetch } = useQuery(
    SprechstundeFormDocument,
    ready ? { variables: { id }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  if (!data)
    return !error ? (
      <LoadingPage />
    ) : refusalOf(error).code === 'not_found' ? (
      <NotFoundState back={{ to: '/sprechstunden', label: 'Zu den Sprechstunden' }}>
        Diese Veranstaltung gibt es nicht, oder sie ist nicht für Sie freigegeben.
      </NotFoundState>
    ) : (
      <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>
    );
  if (!data.sprechstunde.viewerCan.edit)
    return (
      <ForbiddenState back={{ to: `/sprechstunden/${id}`, label: 'Zur Veranstaltung' }}>
        Veranstaltungen bearbeitet die Landesredaktion.
      </ForbiddenState>
    );
  return <EditParts event={data.sprechstunde} />;
}

function EditParts({ event }: { event: EventFormFragment }) {
  const [params] = useSearchParams();
  const part = parts.find(({ key }) => key === params.get('teil')) ?? parts[0];
  const path = `/sprechstunden/${event.id}/bearbeiten`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Sprechstunden', to: '/sprechstunden' },
          { label: eventShort(event), to: `/sprechstunden/${event.id}` },
          { label: 'Bearbeiten' },
        ]}
        documentTitle={`Bearbeiten, ${eventLabel(event)}`}
        title={eventLabel(event)}
        tags={<EventState event={event} />}
      />
      <EventDeeds event={event} here />
      <Tabs
        label="Teile der Veranstaltung"
        tabs={parts.map(({ key, label }) => ({
          to: key === 'termin' ? path : `${path}?teil=${key}`,
          label,
          current: key === part.key,
        }))}
      />
      <part.Form event={event} />
    </>
  );
}
