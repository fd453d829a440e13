import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { formatDate } from '../../lib/dates.ts';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Tag } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Columns, Section } from '../../ui/section.tsx';
import { FailedPage, LoadingPage, NotFoundState } from '../../ui/states.tsx';
import { FaqEntryDocument, type FaqEntryPartsFragment } from './documents.generated.ts';
import './questions.scss';

const EditFaqDialog = lazy(async () => ({ default: (await import('./dialogs/faq-dialogs.tsx')).EditFaqDialog }));

/** One lasting answer, with its versions and when it was last checked. */
export function FaqEntryPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(FaqEntryDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const entry = data?.faqEntry;
  if (entry) return <Entry key={entry.id} entry={entry} />;
  if (!error) return <LoadingPage />;
  return refusalOf(error).code === 'not_found' ? (
    <NotFoundState back={{ to: '/faq', label: 'Zu den FAQ' }}>
      Diesen Eintrag gibt es nicht, oder er ist nicht für Sie freigegeben.
    </NotFoundState>
  ) : (
    <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>
  );
}

function Entry({ entry }: { entry: FaqEntryPartsFragment }) {
  const [editing, edit] = useState(false);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'FAQ', to: '/faq' }, { label: 'Eintrag' }]}
        documentTitle={`${entry.question}, FAQ`}
        eyebrow="FAQ"
        title={entry.question}
        tags={entry.topics.map((topic) => (
          <Link key={topic.id} to={`/faq?thema=${topic.key}`}>
            <Tag>{topic.name}</Tag>
          </Link>
        ))}
        actions={
          entry.viewerCan.edit && (
            <Button size="medium" icon="edit" onClick={() => edit(true)}>
              Prüfen und ändern …
            </Button>
          )
        }
      />
      <Columns rail={<About entry={entry} />}>
        {entry.outdated && (
          <Alert kind="warning" title="Die amtliche Antwort dahinter gilt nicht mehr">
            <p>Bitte verlassen Sie sich nicht darauf, bis der Eintrag geprüft ist.</p>
          </Alert>
        )}
        {entry.reviewDue && entry.viewerCan.edit && (
          <Alert kind="info" title={`Die Prüfung ist seit dem ${formatDate(entry.reviewOn)} fällig`}>
            <p>Stimmt alles noch, genügt es, unverändert zu speichern.</p>
          </Alert>
        )}
        <Markdown text={entry.answer} under={1} />
        <Versions entry={entry} />
      </Columns>
      {editing && (
        <Suspense>
          <EditFaqDialog entry={entry} onClose={() => edit(false)} />
        </Suspense>
      )}
    </>
  );
}

function About({ entry }: { entry: FaqEntryPartsFragment }) {
  return (
    <Section title="Zu diesem Eintrag">
      <dl className="ui-kv">
        {entry.office && (
          <>
            <dt>Stelle</dt>
            <dd>{entry.office.title}</dd>
          </>
        )}
        <dt>Zuletzt geprüft</dt>
        <dd>{formatDate(entry.checkedAt)}</dd>
        <dt>Nächste Prüfung</dt>
        <dd>{formatDate(entry.reviewOn)}</dd>
        {entry.source && (
          <>
            <dt>Gefragt in</dt>
            <dd>
              {entry.source}
              {entry.askedAt && `, ${formatDate(entry.askedAt)}`}
            </dd>
          </>
        )}
        {entry.sourceQuestion && (
          <>
            <dt>Ursprung</dt>
            <dd>
              <Link to={`/fragen/${entry.sourceQuestion.id}`}>{entry.sourceQuestion.title}</Link>
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

function Versions({ entry: { versions } }: { entry: FaqEntryPartsFragment }) {
  if (versions.length < 2) return null;
  return (
    <Section title="Frühere Fassungen" count={versions.length - 1}>
      <div className="qst-versions">
        {versions.slice(1).map((one) => (
          <details key={one.version}>
            <summary>
              Fassung {one.version} vom {formatDate(one.at)}
            </summary>
            <p>
              <strong>{one.question}</strong>
            </p>
            <Markdown text={one.answer} under={2} />
          </details>
        ))}
      </div>
    </Section>
  );
}
