import type { ReactNode } from 'react';
import { useMutation } from '@apollo/client/react';
import { followLevels, type FollowLevel } from '@kollab/contract/vocabulary';
import { capitalised } from '../../lib/counts.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages, type PagedList } from '../../lib/use-pages.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { Row, RowList } from '../../ui/list.tsx';
import { ChoiceMenu } from '../../ui/menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { Wishes } from '../relevance/index.ts';
import { followHints, followWords, groupTitle } from '../working-groups/index.ts';
import {
  FollowedGroupsDocument,
  FollowedThreadsDocument,
  FollowGroupDocument,
  FollowThreadDocument,
  type FollowedGroupsQuery,
  type FollowedThreadsQuery,
} from './documents.generated.ts';

/** All that the viewer has chosen to hear more or less of, in one place, and the way back for each. */
export function FollowingPage() {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Hinweise', to: '/hinweise' }, { label: 'Was Sie verfolgen' }]}
        title="Was Sie verfolgen"
        lead="Wovon Sie Hinweise erhalten, und wovon Sie mehr oder weniger sehen. Niemand sonst sieht das."
      />
      <div className="ui-flow">
        <Groups />
        <Threads />
        <Wishes />
      </div>
    </>
  );
}

const groupsOf = (data: FollowedGroupsQuery) => data.workingGroups;
const threadsOf = (data: FollowedThreadsQuery) => data.followedThreads;
type Group = FollowedGroupsQuery['workingGroups']['nodes'][number];
type Thread = FollowedThreadsQuery['followedThreads']['nodes'][number];

function Groups() {
  const list = usePages(FollowedGroupsDocument, {}, groupsOf);
  const empty = (
    <EmptyState action={<LinkButton to="/arbeitsgruppen?liste=offen">Offene Arbeitsgruppen ansehen</LinkButton>}>
      Sie arbeiten noch in keiner Arbeitsgruppe mit.
    </EmptyState>
  );
  return (
    <Section id="gruppen" title="Arbeitsgruppen" count={list.total || undefined}>
      <Listed list={list} empty={empty} label="Arbeitsgruppen">
        {(group) => <GroupRow key={group.id} group={group} />}
      </Listed>
    </Section>
  );
}

function Threads() {
  const list = usePages(FollowedThreadsDocument, {}, threadsOf);
  const empty = (
    <EmptyState>Keine. Jede Diskussion folgt ihrer Arbeitsgruppe, bis Sie in ihr unter „Folgen“ etwas anderes wählen.</EmptyState>
  );
  return (
    <Section id="diskussionen" title="Diskussionen mit eigener Einstellung" count={list.total || undefined}>
      <Listed list={list} empty={empty} label="Diskussionen">
        {(thread) => <ThreadRow key={thread.id} thread={thread} />}
      </Listed>
    </Section>
  );
}

type ListedProps<Node> = { list: PagedList<Node>; empty: ReactNode; label: string; children: (node: Node) => ReactNode };

function Listed<Node>({ list: { nodes, total, error, more, busy, retry }, empty, label, children }: ListedProps<Node>) {
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={2} />;
  if (nodes.length === 0) return empty;
  return (
    <>
      <RowList label={label}>{nodes.map(children)}</RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}

const chosen = followLevels.map((value) => ({ value, label: followWords[value] }));

function GroupRow({ group: { viewerFollow, viewerFollowOwn, ...group } }: { group: Group }) {
  const [follow] = useMutation(FollowGroupDocument);
  const { run } = useDeed();
  return (
    <Row
      title={groupTitle(group)}
      to={`/arbeitsgruppen/${group.id}`}
      meta={capitalised(followHints[viewerFollow])}
      act={
        <ChoiceMenu<FollowLevel | 'USUAL'>
          label="Folgen"
          about={groupTitle(group)}
          options={[
            { value: 'USUAL', label: 'wie üblich', hint: `${followWords.IMPORTANT}: ${followHints.IMPORTANT}` },
            ...chosen.map((option) => ({ ...option, hint: followHints[option.value] })),
          ]}
          value={viewerFollowOwn ? viewerFollow : 'USUAL'}
          onChange={(value) =>
            void run(() => follow({ variables: { groupId: group.id, level: value === 'USUAL' ? null : value } }), { text: 'Gespeichert.' })
          }
        />
      }
    />
  );
}

const hints: Record<FollowLevel, string> = {
  ALL: 'ein Hinweis zu jedem neuen Beitrag',
  IMPORTANT: 'Antworten an Sie, Erwähnungen und der Stand der Diskussion',
  MENTIONS: 'nur wenn Sie, Ihre Verwaltung oder Ihre Rolle genannt sind',
  MUTED: 'keine Hinweise aus dieser Diskussion',
};

function ThreadRow({ thread: { id, title, path, viewerFollow, group, announcementId } }: { thread: Thread }) {
  const [follow] = useMutation(FollowThreadDocument, { refetchQueries: ['FollowedThreads'] });
  const { run } = useDeed();
  const place = group ? groupTitle(group) : announcementId ? 'Kommentare zu einer Mitteilung' : 'Antworten auf eine Frage';
  return (
    <Row
      title={title}
      to={path}
      meta={place}
      act={
        <ChoiceMenu<FollowLevel | 'USUAL'>
          label="Folgen"
          about={title}
          options={[
            ...chosen.map((option) => ({ ...option, hint: hints[option.value] })),
            { value: 'USUAL', label: group ? 'wie die Arbeitsgruppe' : 'wie üblich', hint: 'Der Eintrag verlässt dann diese Liste.' },
          ]}
          value={viewerFollow}
          onChange={(value) =>
            void run(() => follow({ variables: { threadId: id, level: value === 'USUAL' ? null : value } }), {
              text: value === 'USUAL' ? `„${title}“ hat keine eigene Einstellung mehr.` : 'Gespeichert.',
            })
          }
        />
      }
    />
  );
}
