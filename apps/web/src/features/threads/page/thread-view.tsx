import { useMemo } from 'react';
import { counted } from '../../../lib/counts.ts';
import { formatDayMonth } from '../../../lib/dates.ts';
import type { PostAction } from '../../../lib/feature.ts';
import { groupTitle } from '../../working-groups/index.ts';
import { Dotted } from '../../../ui/list.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Columns } from '../../../ui/section.tsx';
import type { ThreadQuery } from '../documents.generated.ts';
import { Rail } from './rail.tsx';
import { Stand } from './stand.tsx';
import { ThreadFlow, useThreadPosts } from './thread-flow.tsx';
import { ThreadMenu } from './thread-menu.tsx';

type Thread = ThreadQuery['thread'];
/** A discussion, whose group is there. */
export type GroupThread = Thread & { group: NonNullable<Thread['group']> };

export function ThreadView({ thread, actions }: { thread: GroupThread; actions: readonly PostAction[] }) {
  const posts = useThreadPosts(thread);
  const lastNo = Math.max(posts.state.lastNo, thread.lastNo);
  const organisations = useMemo(() => new Set(thread.participants.map((p) => p.organisation.id)).size, [thread.participants]);
  const { group } = thread;

  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Arbeitsgruppen', to: '/arbeitsgruppen' },
          { label: groupTitle(group), to: `/arbeitsgruppen/${group.id}` },
          { label: 'Diskussionen', to: `/arbeitsgruppen/${group.id}/diskussionen` },
          { label: thread.title },
        ]}
        title={thread.title}
        meta={
          <Dotted
            parts={[
              'Diskussion',
              thread.closed ? 'geschlossen' : `offen seit ${formatDayMonth(thread.createdAt)}`,
              `${counted(lastNo, 'Beitrag', 'Beiträge')} von ${counted(thread.participantCount, 'Person', 'Personen')}${
                thread.participants.length === thread.participantCount ? ` aus ${counted(organisations, 'Verwaltung', 'Verwaltungen')}` : ''
              }`,
            ]}
          />
        }
        actions={<ThreadMenu thread={thread} />}
        {...(thread.pinned || thread.closed ? { tags: <States thread={thread} /> } : {})}
      />
      <Columns rail={<Rail thread={thread} />}>
        <div className="thr-flow">
          <Stand thread={thread} />
          <h2 className="ui-hidden">Beiträge</h2>
          <ThreadFlow thread={thread} posts={posts} actions={actions} silent={silentIn(thread)} />
        </div>
      </Columns>
    </>
  );
}

function States({ thread }: { thread: Thread }) {
  return (
    <>
      {thread.pinned && <Tag icon="keep">Angeheftet</Tag>}
      {thread.closed && <Tag icon="lock">Geschlossen</Tag>}
    </>
  );
}

/** Why there is nothing to write here. */
function silentIn({ closed, group }: GroupThread): string {
  if (closed) return 'Die Diskussion ist geschlossen. Lesen geht weiter.';
  return group.viewerCan.write
    ? 'Hier können Sie zurzeit nicht schreiben.'
    : 'Hier schreiben die Mitglieder der Arbeitsgruppe, solange sie arbeitet. Sie lesen mit.';
}
