import type { ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../../lib/errors.ts';
import { FailedPage, ForbiddenState, LoadingPage } from '../../../ui/states.tsx';
import { NewsletterDocument } from '../documents.generated.ts';

/** A draft is absent for others; that they are in the wrong place they are told all the same. */
export function EditorsOnly({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(NewsletterDocument);
  if (!data) return error ? <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage> : <LoadingPage />;
  if (data.newsletter.viewerEdits) return children;
  return (
    <ForbiddenState back={{ to: '/newsletter', label: 'Zum Newsletter' }}>Den Newsletter schreibt die Landesredaktion.</ForbiddenState>
  );
}
