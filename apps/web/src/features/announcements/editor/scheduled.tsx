import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { formatExact } from '../../../lib/dates.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { titleOf } from '../words.ts';
import { UnscheduleAnnouncementDocument, type AnnouncementFormFragment } from './documents.generated.ts';
import { DiscardDialog } from './writer-deeds.tsx';

/** It waits for its time: to be changed, it becomes a draft again. */
export function Scheduled({ announcement }: { announcement: AnnouncementFormFragment }) {
  const { id, publishAt, viewerCan } = announcement;
  const [unschedule] = useMutation(UnscheduleAnnouncementDocument);
  const { busy, run } = useDeed();
  const [asked, ask] = useState(false);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Mitteilungen', to: '/mitteilungen' },
          { label: 'Entwürfe', to: '/mitteilungen/entwuerfe' },
          { label: titleOf(announcement) },
        ]}
        title={titleOf(announcement)}
        lead={`Wird gesendet: ${publishAt ? formatExact(publishAt) : 'geplant'}. Wer sie bekommt, steht in diesem Augenblick fest.`}
      />
      <div className="ui-row">
        {viewerCan.unschedule && (
          <Button
            size="medium"
            icon="edit"
            busy={busy}
            onClick={() =>
              void run(() => unschedule({ variables: { id } }), { text: 'Wieder ein Entwurf. Er wird nicht von selbst gesendet.' })
            }
          >
            Wieder bearbeiten
          </Button>
        )}
        <LinkButton size="medium" icon="visibility" to={`/mitteilungen/${id}`}>
          Vorschau
        </LinkButton>
        {viewerCan.discard && (
          <Button size="medium" variant="quiet" icon="delete" onClick={() => ask(true)}>
            Löschen …
          </Button>
        )}
      </div>
      <DiscardDialog id={id} open={asked} onClose={() => ask(false)} />
    </>
  );
}
