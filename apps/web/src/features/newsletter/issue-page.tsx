import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { formatLongDate } from '../../lib/dates.ts';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { FailedPage, LoadingPage, NotFoundState } from '../../ui/states.tsx';
import { NewsletterIssueDocument } from './documents.generated.ts';
import { IssueText } from './issue-text.tsx';
import './newsletter.scss';

const back = { to: '/newsletter', label: 'Zu allen Ausgaben' };

/** One issue, for everybody. */
export function IssuePage() {
  const { number = '' } = useParams();
  return /^[1-9]\d{0,8}$/.test(number) ? <Issue key={number} number={Number(number)} /> : <NotFoundState back={back} />;
}

function Issue({ number }: { number: number }) {
  const { data, error, refetch } = useQuery(NewsletterIssueDocument, { variables: { number } });
  if (!data) {
    if (!error) return <LoadingPage />;
    if (refusalOf(error).code === 'not_found') return <NotFoundState back={back}>Diese Ausgabe gibt es nicht.</NotFoundState>;
    return <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>;
  }
  const { title, publishedAt, ...issue } = data.newsletterIssue;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Newsletter', to: '/newsletter' }, { label: `Ausgabe ${number}` }]}
        title={title}
        meta={`Ausgabe ${number}, ${formatLongDate(publishedAt)}`}
      />
      <IssueText {...issue} />
      <p className="news-below">
        <LinkButton to="/newsletter" size="medium" icon="mail">
          Per E-Mail erhalten
        </LinkButton>
      </p>
    </>
  );
}
