import { Link } from 'react-router';
import { MarkdownBody } from '../../../ui/markdown-body.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import type { ThreadQuery } from '../documents.generated.ts';

/** "Stand der Diskussion": where it stands, in the words of its lead or author. */
export function Stand({ stand }: { stand: NonNullable<ThreadQuery['thread']['stand']> }) {
  return (
    <section className="ui-quoteblock thr-stand" aria-labelledby="stand">
      <p className="ui-meta">
        <b id="stand">Stand der Diskussion</b>
        <span className="ui-sep">
          zusammengefasst von {stand.by.name}, <Link to={`?beitrag=${stand.no}`}>Beitrag {stand.no}</Link>, <RelativeTime at={stand.at} />
        </span>
      </p>
      <MarkdownBody text={stand.text} under={2} />
    </section>
  );
}
