import { useQuery } from '@apollo/client/react';
import { formatDate } from '../../lib/dates.ts';
import { SiteTextDocument, type SiteTextQueryVariables } from './documents.generated.ts';
import { SitePage } from './site-page.tsx';

/** One of the operator's texts, read from the server. */
export function TextPage({ textKey, title }: { textKey: SiteTextQueryVariables['key']; title: string }) {
  const { data, error, refetch } = useQuery(SiteTextDocument, { variables: { key: textKey } });
  const text = data?.siteText;
  return (
    <SitePage
      title={title}
      text={text && (text.body || null)}
      failed={error !== undefined && !text}
      onRetry={() => void refetch()}
      // Version 0 is the text that the platform comes with: nobody has set it yet.
      updated={text && text.version > 0 ? formatDate(text.updatedAt) : undefined}
    />
  );
}
