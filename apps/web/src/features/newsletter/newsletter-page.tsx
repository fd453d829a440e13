import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { FailedPage, LoadingPage } from '../../ui/states.tsx';
import { NewsletterDocument } from './documents.generated.ts';
import { Subscribing } from './subscribing.tsx';
import './newsletter.scss';

/** The newsletter, for everybody. */
export function NewsletterPage() {
  const { data, error, refetch } = useQuery(NewsletterDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage> : <LoadingPage />;
  const { newsletter } = data;
  return (
    <>
      <PageHeader
        title={newsletter.name}
        eyebrow="Newsletter"
        lead="Neues aus der Zusammenarbeit von Land und Kommunen, in wenigen Minuten gelesen. Sie brauchen dafür kein Konto."
      />
      <Section title="Per E-Mail erhalten">
        <Subscribing newsletter={newsletter} />
      </Section>
    </>
  );
}
