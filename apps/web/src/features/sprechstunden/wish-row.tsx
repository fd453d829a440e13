import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Dotted, Row } from '../../ui/list.tsx';
import { Tag } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { VoteWishDocument, WithdrawWishDocument, type WishPartsFragment } from './documents.generated.ts';
import { WishDecisions } from './wish-decisions.tsx';
import { eventLabel, wishWords } from './words.ts';

type Wish = WishPartsFragment;
/** So many names in a line; the rest as a number. */
const named = 4;

export function WishRow({ wish }: { wish: Wish }) {
  return (
    <Row
      lead={<Votes wish={wish} />}
      level="h2"
      title={wish.title}
      mark={wish.status === 'OPEN' ? undefined : <Tag>{wishWords[wish.status]}</Tag>}
      meta={
        <Dotted
          parts={[`${wish.author.name}, ${wish.organisation.title}`, <RelativeTime key="at" at={wish.createdAt} />, votersOf(wish)]}
        />
      }
      foot={<Matter wish={wish} />}
      act={
        <>
          {wish.viewerCan.decide && wish.status === 'OPEN' && <WishDecisions wish={wish} />}
          {wish.viewerCan.withdraw && <Withdraw wish={wish} />}
        </>
      }
    />
  );
}

function votersOf({ voters }: Wish): string {
  const names = voters.slice(0, named).map(({ name }) => name);
  const rest = voters.length - names.length;
  return names.length === 0 ? '' : `dafür: ${names.join(', ')}${rest > 0 ? ` und ${counted(rest, 'weitere', 'weitere')}` : ''}`;
}

/** What it is about, and what became of it. */
function Matter({ wish: { description, reason, mergedInto, sprechstunde } }: { wish: Wish }) {
  if (!description && !reason && !mergedInto && !sprechstunde) return null;
  return (
    <div className="spr-matter">
      {description && <p className="ui-plaintext">{description}</p>}
      {sprechstunde && (
        <p>
          <Link to={`/sprechstunden/${sprechstunde.id}`}>{eventLabel(sprechstunde)}</Link>
        </p>
      )}
      {mergedInto && <p>Zusammengeführt mit „{mergedInto.title}“</p>}
      {reason && <p>Begründung: {reason}</p>}
    </div>
  );
}

function Votes({ wish }: { wish: Wish }) {
  const [vote] = useMutation(VoteWishDocument);
  const { run } = useDeed();
  const { id, title, voteCount, viewerVoted, viewerCan } = wish;
  if (!viewerCan.vote)
    return (
      <span className="spr-vote">
        <span className="ui-hidden">Stimmen: </span>
        {voteCount}
      </span>
    );
  const on = !viewerVoted;
  return (
    <button
      type="button"
      className="spr-vote"
      aria-pressed={viewerVoted}
      aria-label={`Dafür stimmen: ${title}, ${counted(voteCount, 'Stimme', 'Stimmen')}`}
      onClick={() =>
        void run(() =>
          vote({
            variables: { id, on },
            optimisticResponse: { voteWish: { ...wish, voteCount: voteCount + (on ? 1 : -1), viewerVoted: on } },
          }),
        )
      }
    >
      <Icon name="keyboard-arrow-up" size="small" />
      {voteCount}
    </button>
  );
}

function Withdraw({ wish }: { wish: Wish }) {
  const [asked, ask] = useState(false);
  const [withdraw] = useMutation(WithdrawWishDocument, { refetchQueries: ['TopicWishes'] });
  const { busy, run } = useDeed();
  return (
    <>
      <Button variant="quiet" aria-label={`Zurückziehen …: ${wish.title}`} onClick={() => ask(true)}>
        Zurückziehen …
      </Button>
      <ConfirmDialog
        title="Themenwunsch zurückziehen?"
        open={asked}
        busy={busy}
        confirm="Themenwunsch zurückziehen"
        onClose={() => ask(false)}
        onConfirm={() =>
          void run(() => withdraw({ variables: { id: wish.id } }), { text: 'Der Themenwunsch ist zurückgezogen.' }).then(() => ask(false))
        }
      >
        <p>„{wish.title}“ steht dann nicht mehr zur Wahl.</p>
      </ConfirmDialog>
    </>
  );
}
