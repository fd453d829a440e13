import { useMutation } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { Icon } from '../../ui/icon.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { VoteQuestionDocument, type QuestionRowPartsFragment } from './documents.generated.ts';
import './questions.scss';

type Voted = Pick<QuestionRowPartsFragment, 'id' | 'title' | 'voteCount' | 'viewerVoted' | 'viewerCan'>;

/** One vote a person, given and taken back by the same button; a plain count for who only reads. */
export function Vote({ question }: { question: Voted }) {
  const { id, title, voteCount, viewerVoted } = question;
  const [vote] = useMutation(VoteQuestionDocument);
  const { busy, run } = useDeed();
  const votes = counted(voteCount, 'Stimme', 'Stimmen');
  if (!question.viewerCan.vote && !viewerVoted)
    return (
      <span className="qst-vote qst-vote--still">
        <span aria-hidden="true">{voteCount}</span>
        <span className="ui-hidden">{votes}</span>
      </span>
    );
  return (
    <button
      type="button"
      className="qst-vote"
      aria-pressed={viewerVoted}
      aria-disabled={busy || undefined}
      aria-label={`Diese Frage mittragen: ${title}, ${votes}`}
      title={viewerVoted ? 'Stimme zurücknehmen' : 'Diese Frage mittragen'}
      onClick={() => {
        if (!busy) void run(() => vote({ variables: { id, on: !viewerVoted } }));
      }}
    >
      <Icon name="keyboard-arrow-up" />
      <span>{voteCount}</span>
    </button>
  );
}
