import { useState } from 'react';
import { Link } from 'react-router';
import { TextButton } from '../../../ui/button.tsx';
import { MarkdownBody } from '../../../ui/markdown-body.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import type { ThreadQuery } from '../documents.generated.ts';
import { EditStand } from './edit-stand.tsx';

/** "Stand der Diskussion": where it stands, in the words of its lead or author. */
export function Stand({ thread }: { thread: ThreadQuery['thread'] }) {
  const { stand } = thread;
  const [editing, edit] = useState(false);
  const mayWrite = thread.viewerCan.writeStand;
  if (editing) return <EditStand thread={thread} onClose={() => edit(false)} />;
  if (!stand)
    return mayWrite ? (
      <p className="thr-nostand ui-noprint">
        <TextButton icon="edit" onClick={() => edit(true)}>
          Stand der Diskussion zusammenfassen
        </TextButton>
      </p>
    ) : null;
  return (
    <section className="ui-quoteblock thr-stand" aria-labelledby="stand">
      <div className="thr-stand__head">
        <h2 id="stand">Stand der Diskussion</h2>
        <span className="ui-meta">
          zusammengefasst von {stand.by.name}, <Link to={`?beitrag=${stand.no}`}>Beitrag {stand.no}</Link>, <RelativeTime at={stand.at} />
        </span>
      </div>
      <MarkdownBody text={stand.text} under={2} />
      {mayWrite && (
        <TextButton icon="edit" onClick={() => edit(true)}>
          Stand bearbeiten
        </TextButton>
      )}
    </section>
  );
}
