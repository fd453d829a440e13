import { Markdown } from '../../ui/markdown.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';

type SitePageProps = {
  title: string;
  /** The operator's text; null when none is set yet, undefined while it is loading. */
  text: string | null | undefined;
  failed?: boolean;
  onRetry?: () => void;
  /** 21.11.2026 */
  updated?: string | undefined;
};

/** Impressum, Datenschutz, Barrierefreiheit: texts that the operator sets. */
export function SitePage({ title, text, failed = false, onRetry, updated }: SitePageProps) {
  return (
    <>
      <PageHeader title={title} meta={updated && `Stand: ${updated}`} />
      {failed ? (
        <ErrorState {...(onRetry ? { onRetry } : {})} />
      ) : text === undefined ? (
        <LoadingRows />
      ) : text ? (
        <Markdown text={text} under={1} />
      ) : (
        <EmptyState>Der Betreiber hat hier noch keinen Text hinterlegt.</EmptyState>
      )}
    </>
  );
}
