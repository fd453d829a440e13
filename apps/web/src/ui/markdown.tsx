import { lazy, Suspense } from 'react';
import type { MarkdownProps } from './markdown-body.tsx';

export type { MarkdownProps } from './markdown-body.tsx';

const MarkdownBody = lazy(async () => ({ default: (await import('./markdown-body.tsx')).MarkdownBody }));

/** Text as people wrote it. The parser comes in its own chunk; until it is there the plain text stands in its place. */
export function Markdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<div className="ui-plaintext">{props.text}</div>}>
      <MarkdownBody {...props} />
    </Suspense>
  );
}
