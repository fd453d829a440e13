import { useEffect, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useForm } from '../../../lib/use-form.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button, TextButton } from '../../../ui/button.tsx';
import { FormErrorSummary } from '../../../ui/form-errors.tsx';
import { formatAgo } from '../../../lib/dates.ts';
import { Icon } from '../../../ui/icon.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { ComposeFields } from './compose-fields.tsx';
import { SaveAnnouncementDocument, type AnnouncementFormFragment } from './documents.generated.ts';
import { differences, draftOf, inputOf, words, type Draft } from './draft.ts';
import { Sending } from './sending.tsx';
import { useAutosave, type SaveState } from './use-autosave.ts';
import { DiscardDialog } from './writer-deeds.tsx';

export const keptAt = (id: string): string => `mitteilung.${id}`;

type ComposerProps = { announcement: AnnouncementFormFragment; reread: () => Promise<unknown> };

/** The form at the left, whom it reaches at the right. It is saved by itself; sending asks once more. */
export function Composer({ announcement, reread }: ComposerProps) {
  const { id, office, viewerCan } = announcement;
  const [save] = useMutation(SaveAnnouncementDocument);
  const [asked, ask] = useState(false);
  const saved = draftOf(announcement);
  const form = useForm('mitteilung', words);
  const writing = useAutosave<Draft>({
    place: keptAt(id),
    saved,
    version: announcement.version,
    reread,
    save: async (draft, version) => {
      const { data } = await save({ variables: { id, version, draft: inputOf(draft, announcement) } });
      return { draft: draftOf(data!.saveAnnouncement), version: data!.saveAnnouncement.version };
    },
  });
  const { draft, change, conflict } = writing;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Mitteilungen', to: '/mitteilungen' },
          { label: 'Entwürfe', to: '/mitteilungen/entwuerfe' },
          { label: 'Neue Mitteilung' },
        ]}
        title="Mitteilung verfassen"
        documentTitle={`${draft.title.trim() || 'Mitteilung'} verfassen`}
        meta={`Im Namen von: ${office.title}`}
        aside={<SaveStatus state={writing.state} at={announcement.changedAt} refused={writing.refused} />}
      />
      <div className="ann-compose">
        <form className="ui-form" aria-label="Mitteilung" noValidate onSubmit={(event) => event.preventDefault()}>
          {conflict && (
            <div className="ann-conflict">
              <StaleNotice fields={differences(draft, saved, change)} how="Bis Sie entschieden haben, wird nichts gespeichert." />
              <Button onClick={writing.keepMine}>Meine Fassung gilt</Button>
            </div>
          )}
          {writing.refused && (
            <Alert kind="warning" title="Der Entwurf lässt sich so nicht speichern">
              <p>Eine Angabe ist zu lang oder enthält Zeichen, die nicht gespeichert werden können. Ihr Text bleibt in diesem Fenster.</p>
            </Alert>
          )}
          <FormErrorSummary errors={form.errors} />
          <ComposeFields draft={draft} change={change} form={form} template={announcement.template ?? null} />
          {viewerCan.discard && (
            <p>
              <TextButton icon="delete" onClick={() => ask(true)}>
                Entwurf löschen …
              </TextButton>
            </p>
          )}
        </form>
        <Sending announcement={announcement} writing={writing} form={form} />
      </div>
      <DiscardDialog id={id} open={asked} onClose={() => ask(false)} />
    </>
  );
}

/** Where what is written lies at this moment. */
function SaveStatus({ state, at, refused }: { state: SaveState; at: string; refused: boolean }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  if (state === 'here' || refused)
    return (
      <>
        <Icon name="cloud-off" size="small" /> Entwurf liegt in diesem Fenster
      </>
    );
  return (
    <>
      <Icon name="cloud-done" size="small" />{' '}
      {state === 'saved' ? `Entwurf gespeichert ${formatAgo(at, Math.max(now, Date.parse(at)))}` : 'Entwurf wird gespeichert'}
    </>
  );
}
