import { useParams } from 'react-router';
import { skipToken, useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../../lib/errors.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { useRoom } from '../../../lib/use-live.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Section } from '../../../ui/section.tsx';
import { FailedPage, ForbiddenState, LoadingPage, NotFoundState } from '../../../ui/states.tsx';
import { useViewer } from '../../people/index.ts';
import { titleOf } from '../words.ts';
import { Composer, keptAt } from './composer.tsx';
import { AnnouncementFormDocument, type AnnouncementFormFragment } from './documents.generated.ts';
import type { Draft } from './draft.ts';
import { nothingWritten, type Written } from './use-autosave.ts';
import { Scheduled } from './scheduled.tsx';
import '../announcements.scss';

const back = { to: '/mitteilungen', label: 'Zu den Mitteilungen' };

/** Where an announcement is written, alone or by several of the same office. */
export function ComposePage() {
  const { id = '' } = useParams();
  if (!useViewer().writesAnnouncements)
    return <ForbiddenState back={back}>Mitteilungen schreiben Redaktion und Fachreferate des Landes.</ForbiddenState>;
  return <Compose key={id} id={id} />;
}

function Compose({ id }: { id: string }) {
  const ready = useRoom(`announcement:${id}`);
  const { data, error, refetch } = useQuery(
    AnnouncementFormDocument,
    ready ? { variables: { id }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const announcement = data?.announcement;
  if (error && (!announcement || refusalOf(error).code === 'not_found'))
    return refusalOf(error).code === 'not_found' ? (
      <>
        <NotFoundState back={back}>Diesen Entwurf gibt es nicht, oder er gehört einer anderen Redaktion.</NotFoundState>
        <Unsent id={id} />
      </>
    ) : (
      <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>
    );
  if (!announcement) return <LoadingPage />;
  if (announcement.viewerCan.edit) return <Composer announcement={announcement} reread={() => refetch()} />;
  return announcement.status === 'SCHEDULED' ? <Scheduled announcement={announcement} /> : <Sent announcement={announcement} />;
}

/** Somebody else was faster, or the address was kept. */
function Sent({ announcement }: { announcement: AnnouncementFormFragment }) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Mitteilungen', to: '/mitteilungen' }, { label: 'Gesendet' }]}
        title={titleOf(announcement)}
        lead="Diese Mitteilung ist schon gesendet. Ändern lässt sie sich nur noch mit einer Berichtigung."
        actions={
          <LinkButton size="medium" to={`/mitteilungen/${announcement.id}`}>
            Mitteilung ansehen
          </LinkButton>
        }
      />
      <Unsent id={announcement.id} />
    </>
  );
}

/** What was written in this tab and came too late to be saved: still to be copied. */
function Unsent({ id }: { id: string }) {
  const { draft, sent } = useKept<Written<Draft>>(keptAt(id), nothingWritten).texts;
  if (!draft || draft.body === sent?.body || !draft.body.trim()) return null;
  return (
    <Section title="Ihr nicht gespeicherter Text">
      <p className="ui-plaintext">{draft.body}</p>
    </Section>
  );
}
