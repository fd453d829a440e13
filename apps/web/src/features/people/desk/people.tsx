import { lazy, Suspense, useState } from 'react';
import { formatDate } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { DeskPeopleDocument, type DeskPeopleQuery, type DeskPlaceFragment } from './documents.generated.ts';
import { useViewer } from '../viewer.ts';
import { organisationRoleWords } from '../words.ts';
import type { Desk } from './desk.ts';

const PlaceDialog = lazy(async () => ({ default: (await import('./place-dialogs.tsx')).PlaceDialog }));
const EndDialog = lazy(async () => ({ default: (await import('./place-dialogs.tsx')).EndDialog }));

const placesOf = (data: DeskPeopleQuery) => data.organisation.affiliations;

/** Who belongs to the organisation, or (`ended`) did. */
export function DeskPeople({ desk, ended = false }: { desk: Desk; ended?: boolean }) {
  const { nodes, total, error, more, busy, retry } = usePages(DeskPeopleDocument, { id: desk.id, ended }, placesOf);
  if (ended && nodes.length === 0) return null;
  const title = ended ? 'Frühere Personen' : 'Personen';
  return (
    <Section title={title} count={total ?? undefined}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows />
      ) : nodes.length === 0 ? (
        <EmptyState>Noch gehört niemand zu dieser Verwaltung.</EmptyState>
      ) : (
        <RowList label={title}>
          {nodes.map((place) => (
            <PlaceRow key={place.id} desk={desk} place={place} />
          ))}
        </RowList>
      )}
      {more && <Pager onMore={more} busy={busy} rest={(total ?? 0) - nodes.length} />}
    </Section>
  );
}

function PlaceRow({ desk, place }: { desk: Desk; place: DeskPlaceFragment }) {
  const viewer = useViewer();
  const [open, show] = useState<'change' | 'end' | null>(null);
  const { person, viewerCan } = place;
  const close = () => show(null);
  return (
    <>
      <Row
        title={person.id === viewer.person.id ? `${person.name} (Sie)` : person.name}
        read={place.endedAt !== null}
        mark={place.role === 'COORDINATOR' && !place.endedAt && <Tag>OZG-Koordination</Tag>}
        meta={
          <Dotted
            parts={[
              (place.role !== 'COORDINATOR' || place.endedAt) && organisationRoleWords[place.role],
              place.function !== organisationRoleWords[place.role] && place.function,
              place.deputy && 'in Vertretung',
              person.email,
              place.endedAt ? `${formatDate(place.beganAt)} bis ${formatDate(place.endedAt)}` : `seit ${formatDate(place.beganAt)}`,
            ]}
          />
        }
        act={
          (viewerCan.change || viewerCan.end) && (
            <>
              {viewerCan.change && (
                <Button icon="edit" aria-label={`${person.name} ändern …`} onClick={() => show('change')}>
                  Ändern …
                </Button>
              )}
              {viewerCan.end && (
                <Button variant="quiet" aria-label={`Zugehörigkeit von ${person.name} beenden …`} onClick={() => show('end')}>
                  Beenden …
                </Button>
              )}
            </>
          )
        }
      />
      <Suspense>
        {open === 'change' && <PlaceDialog place={place} onClose={close} />}
        {open === 'end' && <EndDialog place={place} organisation={desk.title} onClose={close} />}
      </Suspense>
    </>
  );
}
