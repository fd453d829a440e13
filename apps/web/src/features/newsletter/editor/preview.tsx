import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/choice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { IssueText } from '../issue-text.tsx';
import {
  NewsletterPreviewDocument,
  PublishNewsletterIssueDocument,
  TestNewsletterIssueDocument,
  type NewsletterDraftPartsFragment,
  type NewsletterPreviewQuery,
} from './documents.generated.ts';
import { missingWord } from './draft.ts';
import { MailFrame } from './mail-frame.tsx';

/** What is saved, as it would go out now. */
export function Preview({ issue }: { issue: NewsletterDraftPartsFragment }) {
  const { data, error, refetch } = useQuery(NewsletterPreviewDocument, { variables: { id: issue.id }, fetchPolicy: 'network-only' });
  if (!data) return error ? <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState> : <LoadingRows />;
  return <Shown issue={issue} preview={data.newsletterPreview} />;
}

type ShownProps = { issue: NewsletterDraftPartsFragment; preview: NewsletterPreviewQuery['newsletterPreview'] };

function Shown({ issue, preview }: ShownProps) {
  const [view, show] = useState<'web' | 'mail' | 'text'>('web');
  const [asked, ask] = useState(false);
  const { busy, run } = useDeed();
  const [test] = useMutation(TestNewsletterIssueDocument);
  const [publish] = useMutation(PublishNewsletterIssueDocument);
  const { id, version } = issue;
  const addresses = counted(preview.recipients, 'Adresse', 'Adressen');
  const send = () => {
    ask(false);
    void run(() => publish({ variables: { id, version } }), { text: `Ausgabe ${preview.number} ist veröffentlicht. Der Versand läuft.` });
  };
  return (
    <div className="ui-flow">
      {preview.missing.length > 0 && (
        <Alert kind="warning" title="Vor dem Veröffentlichen fehlt noch etwas">
          <ul>
            {preview.missing.map((path) => (
              <li key={path}>{missingWord(path)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="ui-row">
        <Button
          size="medium"
          icon="mail"
          busy={busy}
          onClick={() => void run(() => test({ variables: { id } }), { text: 'Die Probe ist an Ihre Adresse unterwegs.' })}
        >
          Probe an mich senden
        </Button>
        {preview.missing.length === 0 && (
          <Button variant="primary" size="medium" icon="send" busy={busy} onClick={() => ask(true)}>
            Veröffentlichen und senden …
          </Button>
        )}
        <p className="ui-meta">Hier steht, was gespeichert ist.</p>
      </div>
      <ConfirmDialog
        title={`Ausgabe ${preview.number} veröffentlichen?`}
        open={asked}
        confirm="Veröffentlichen und senden"
        onClose={() => ask(false)}
        onConfirm={send}
      >
        <p>Sie geht an {addresses} und ist sofort ohne Anmeldung zu lesen. Danach lässt sie sich nicht mehr ändern.</p>
      </ConfirmDialog>
      <div>
        <Segmented
          label="Ansicht der Vorschau"
          value={view}
          onChange={show}
          options={[
            { value: 'web', label: 'Im Web' },
            { value: 'mail', label: 'Als E-Mail' },
            { value: 'text', label: 'Als E-Mail (Text)' },
          ]}
        />
      </div>
      {view === 'web' ? (
        <div role="group" aria-label="Vorschau im Web">
          <IssueText greeting={issue.greeting} parts={preview.parts} outlook={issue.outlook} />
        </div>
      ) : (
        <div role="group" aria-label="Vorschau als E-Mail">
          <p>
            <strong>Betreff:</strong> {preview.subject}
          </p>
          {view === 'mail' ? (
            <MailFrame html={preview.html} title="Die E-Mail, wie ein Programm sie zeigt" />
          ) : (
            <div className="ui-plaintext news-mail">{preview.text}</div>
          )}
        </div>
      )}
    </div>
  );
}
