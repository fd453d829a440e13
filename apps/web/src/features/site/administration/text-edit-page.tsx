import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { formatExact } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { useForm } from '../../../lib/use-form.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/choice.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { FormErrorSummary } from '../../../ui/form-errors.tsx';
import { Markdown } from '../../../ui/markdown.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { ErrorState, LoadingRows, EmptyState } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { SetSiteTextDocument, SiteTextDocument, type SiteTextQuery } from '../documents.generated.ts';
import { texts, type TextKey } from './text-names.ts';
import './administration.scss';

type SiteText = SiteTextQuery['siteText'];
const words = { body: `Der Text hat 1 bis ${limits.post.max.toLocaleString('de-DE')} Zeichen.` };

export function TextEditPage() {
  const { key = '' } = useParams();
  const text = texts.find(({ path }) => path === key);
  // The page's heading is that of the administration.
  if (!text)
    return <EmptyState action={<LinkButton to="/verwaltung/texte">Zu den Texten</LinkButton>}>Diesen Text gibt es nicht.</EmptyState>;
  return <TextOf key={key} textKey={text.key} title={text.title} />;
}

function TextOf({ textKey, title }: { textKey: TextKey; title: string }) {
  const { data, error, refetch } = useQuery(SiteTextDocument, { variables: { key: textKey }, fetchPolicy: 'cache-and-network' });
  usePageTitle(`${title} bearbeiten, Verwaltung`);
  return (
    <>
      <p className="people-back ui-alone">
        <Link to="/verwaltung/texte">Alle Texte</Link>
      </p>
      {data ? (
        <Editor text={data.siteText} title={title} />
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows />
      )}
    </>
  );
}

/** Writes from a known version: what somebody else saved meanwhile is shown beside, never overwritten unseen. */
function Editor({ text, title }: { text: SiteText; title: string }) {
  const toast = useToast();
  const [body, write] = useState(text.body);
  const [version, setVersion] = useState(text.version);
  const [theirs, setTheirs] = useState<string | null>(null);
  const [view, show] = useState<'write' | 'preview'>('write');
  const [save] = useMutation(SetSiteTextDocument);
  const client = useApolloClient();
  const form = useForm('text', words);
  const send = async () => {
    const variables = { key: text.key, version, body };
    const sent = await form.send('setSiteText', variables, () => save({ variables }));
    if (sent.ok) {
      setTheirs(null);
      setVersion(sent.result.data?.setSiteText.version ?? version);
      toast({ text: `${title} ist gespeichert und gilt sofort.` });
    } else if (sent.refusal?.code === 'stale') {
      const { data } = await client.query({ query: SiteTextDocument, variables: { key: text.key }, fetchPolicy: 'network-only' });
      if (!data) return;
      setTheirs(data.siteText.body);
      setVersion(data.siteText.version);
    } else {
      show('write');
    }
  };
  return (
    <Section title={title} aside={version > 0 ? `zuletzt gespeichert: ${formatExact(text.updatedAt)}` : 'noch der mitgelieferte Text'}>
      <form
        className="site-edit"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.busy) void send();
        }}
      >
        {theirs !== null ? (
          <StaleNotice fields={theirs === body ? [] : [{ label: title, theirs, take: () => write(theirs) }]} />
        ) : (
          form.problem && <Alert kind="danger" title={form.problem} urgent />
        )}
        <FormErrorSummary errors={form.errors} />
        <Segmented
          label="Ansicht"
          options={[
            { value: 'write', label: 'Schreiben' },
            { value: 'preview', label: 'Vorschau' },
          ]}
          value={view}
          onChange={show}
        />
        {view === 'write' ? (
          <TextArea
            id={form.idOf('body')}
            label="Text"
            hint="Überschriften, Listen, Tabellen und Verweise in Markdown. Die größte Überschrift beginnt mit einem #."
            rows={20}
            value={body}
            error={form.wrong('body')}
            onChange={(event) => write(event.target.value)}
          />
        ) : (
          <div className="site-edit__preview" role="region" aria-label="Vorschau">
            <Markdown text={body} under={2} />
          </div>
        )}
        <div>
          <Button type="submit" variant="primary" size="medium" icon="check" busy={form.busy}>
            {title} speichern
          </Button>
        </div>
      </form>
    </Section>
  );
}
