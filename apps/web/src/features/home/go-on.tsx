import { useMutation } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { Counter } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { OrganisationMarks } from '../people/index.ts';
import { DiscardFromHomeDocument, type HomeQuery } from './documents.generated.ts';
import { draftPlace, groupLabel } from './drafts.ts';

type Unread = HomeQuery['home']['unread'][number];
type Draft = HomeQuery['home']['drafts'][number];

/** Discussions with something new, and texts that are not sent yet. */
export function GoOn({ unread, drafts }: { unread: readonly Unread[]; drafts: readonly Draft[] }) {
  return (
    <RowList>
      {unread.map((thread) => (
        <UnreadRow key={thread.id} thread={thread} />
      ))}
      {drafts.map((draft) => (
        <DraftRow key={draft.key} draft={draft} />
      ))}
    </RowList>
  );
}

function UnreadRow({ thread }: { thread: Unread }) {
  return (
    <Row
      title={thread.title}
      to={thread.path}
      mark={<Counter value={thread.unreadCount} unit={thread.unreadCount === 1 ? 'neuer Beitrag' : 'neue Beiträge'} />}
      meta={
        <Dotted
          parts={[
            thread.group && groupLabel(thread.group),
            thread.readNo > 0 ? `Sie waren bei Beitrag ${thread.readNo}` : 'noch nicht gelesen',
            <>
              zuletzt {thread.lastAuthor && `${thread.lastAuthor.name}, `}
              <RelativeTime at={thread.lastPostAt} />
            </>,
          ]}
        />
      }
      act={<OrganisationMarks organisations={thread.recentOrganisations} />}
    />
  );
}

function DraftRow({ draft }: { draft: Draft }) {
  const [discard] = useMutation(DiscardFromHomeDocument, { refetchQueries: ['Home'] });
  const { busy, run } = useDeed();
  const { title, to } = draftPlace(draft);
  const words = draft.body.split(/\s+/).filter((word) => word !== '').length;
  return (
    <Row
      title={`Ihr Entwurf: ${title}`}
      {...(to ? { to } : {})}
      meta={
        <>
          <Icon name="edit" size="small" />{' '}
          <Dotted
            parts={[
              <RelativeTime key="at" at={draft.updatedAt} />,
              `${counted(words, 'Wort', 'Wörter')}, noch nicht gesendet`,
              !to && 'der Ort ist für Sie nicht mehr zu lesen',
            ]}
          />
        </>
      }
      act={
        !to && (
          <Button
            icon="delete"
            busy={busy}
            onClick={() => void run(() => discard({ variables: { key: draft.key } }), { text: 'Der Entwurf ist verworfen.' })}
          >
            Verwerfen
          </Button>
        )
      }
    />
  );
}
