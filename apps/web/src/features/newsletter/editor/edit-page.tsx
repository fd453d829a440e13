import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useMutation, useQuery } from '@apollo/client/react';
import { formatExact } from '../../../lib/dates.ts';
import { refusalOf, sentenceOf } from '../../../lib/errors.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { FailedPage, LoadingPage, NotFoundState } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { DiscardNewsletterIssueDocument, NewsletterDraftDocument, type NewsletterDraftPartsFragment } from './documents.generated.ts';
import { EditorsOnly } from './editors-only.tsx';
import { Preview } from './preview.tsx';
import { WriteForm } from './write-form.tsx';
import '../newsletter.scss';

const desk = { to: '/newsletter/redaktion', label: 'Zur Redaktion' };

export function EditPage() {
  const { id = '' } = useParams();
  return (
    <EditorsOnly>
      <Edit key={id} id={id} />
    </EditorsOnly>
  );
}

function Edit({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(NewsletterDraftDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (!data) {
    if (!error) return <LoadingPage />;
    if (refusalOf(error).code === 'not_found') return <NotFoundState back={desk}>Diese Ausgabe gibt es nicht mehr.</NotFoundState>;
    return <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>;
  }
  return <Issue issue={data.newsletterDraft} />;
}

function Issue({ issue }: { issue: NewsletterDraftPartsFragment }) {
  const [params] = useSearchParams();
  const shown = params.get('teil') === 'vorschau';
  const path = `/newsletter/redaktion/${issue.id}`;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Newsletter', to: '/newsletter' }, { label: 'Redaktion', to: desk.to }, { label: 'Ausgabe' }]}
        title={issue.title || 'Neue Ausgabe'}
        eyebrow={issue.number ? `Ausgabe ${issue.number}` : 'Entwurf'}
        actions={issue.viewerCan.edit && <Discard issue={issue} />}
      />
      {issue.viewerCan.edit ? (
        <>
          <Tabs
            label="Teile der Ausgabe"
            tabs={[
              { to: path, label: 'Schreiben', current: !shown },
              { to: `${path}?teil=vorschau`, label: 'Vorschau und Versand', current: shown },
            ]}
          />
          {shown ? <Preview issue={issue} /> : <WriteForm issue={issue} />}
        </>
      ) : (
        <Published issue={issue} />
      )}
    </>
  );
}

function Discard({ issue }: { issue: NewsletterDraftPartsFragment }) {
  const navigate = useNavigate();
  const { busy, run } = useDeed();
  const [open, ask] = useState(false);
  const [discard] = useMutation(DiscardNewsletterIssueDocument);
  const go = async () => {
    ask(false);
    if (await run(() => discard({ variables: { id: issue.id } }), { text: 'Der Entwurf ist gelöscht.' })) void navigate(desk.to);
  };
  return (
    <>
      <Button icon="delete" size="medium" busy={busy} onClick={() => ask(true)}>
        Entwurf löschen …
      </Button>
      <ConfirmDialog
        title="Entwurf löschen?"
        open={open}
        confirm="Entwurf löschen"
        danger
        onClose={() => ask(false)}
        onConfirm={() => void go()}
      >
        <p>Der Text ist danach für alle in der Redaktion weg.</p>
      </ConfirmDialog>
    </>
  );
}

/** How far the mails are; grows by itself. */
function Published({ issue: { number, publishedAt, finishedAt, sentCount, recipientCount } }: { issue: NewsletterDraftPartsFragment }) {
  return (
    <div className="news-subscribe">
      <Alert kind={finishedAt ? 'success' : 'info'} title={finishedAt ? 'Die Ausgabe ist verschickt' : 'Der Versand läuft'}>
        <p role="status">
          {sentCount} von {recipientCount} E-Mails sind dem Postausgang übergeben.
          {publishedAt && ` Veröffentlicht ${formatExact(publishedAt)}.`}
        </p>
        {!finishedAt && <p>Sie können diese Seite schließen. Der Versand geht weiter, auch nach einer Unterbrechung.</p>}
      </Alert>
      <div>
        <LinkButton to={`/newsletter/${number}`} size="medium">
          Ausgabe lesen
        </LinkButton>
      </div>
    </div>
  );
}
