import { useMutation } from '@apollo/client/react';
import { formatDate, formatDayMonth } from '../../lib/dates.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { OrgMark, StatusBadge, Tag } from '../../ui/marks.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { markOf, useViewer } from '../people/index.ts';
import { AcceptAnswerDocument, type OfficialAnswerPartsFragment } from './documents.generated.ts';

type OfficialAnswerProps = {
  answer: OfficialAnswerPartsFragment;
  /** Whether the viewer says that it helped; only of the one that holds. */
  mayAccept?: boolean;
};

/** What an office says for the record: who, on which ground, and how long it holds. */
export function OfficialAnswer({ answer, mayAccept = false }: OfficialAnswerProps) {
  const viewer = useViewer();
  const { organisation, author, legalBasis, validFrom, validTo, supersedes } = answer;
  return (
    <article
      id={`antwort-${answer.id}`}
      className={classes('qst-official', answer.outdated && 'qst-official--old')}
      aria-label={`Amtliche Antwort vom ${formatDate(answer.createdAt)}`}
    >
      <div className="qst-official__head">
        <OrgMark code={organisation.code} kind={markOf(viewer, organisation)} />
        <Tag ink={!answer.outdated} icon={answer.outdated ? 'history' : 'verified'}>
          {answer.outdated ? 'Frühere amtliche Antwort' : 'Amtliche Antwort'}
        </Tag>
        <span className="ui-meta">
          <strong>{organisation.title}</strong>, {author.name}, {formatDayMonth(answer.createdAt)}
        </span>
        {answer.accepted && <StatusBadge status="success">angenommen</StatusBadge>}
      </div>
      <Markdown text={answer.body} under={3} />
      <dl className="ui-kv">
        {legalBasis && (
          <>
            <dt>Rechtsgrundlage</dt>
            <dd>{legalBasis}</dd>
          </>
        )}
        <dt>Gültig</dt>
        <dd>
          {validTo ? `vom ${formatDate(validFrom)} bis ${formatDate(validTo)}` : `seit ${formatDate(validFrom)}`}
          {answer.outdated && ', gilt nicht mehr'}
        </dd>
        {supersedes && (
          <>
            <dt>Ersetzt</dt>
            <dd>
              <a href={`#antwort-${supersedes.id}`}>Antwort vom {formatDate(supersedes.createdAt)}</a>
            </dd>
          </>
        )}
      </dl>
      {mayAccept && <Accept answer={answer} />}
    </article>
  );
}

function Accept({ answer: { id, accepted } }: { answer: OfficialAnswerPartsFragment }) {
  const [accept] = useMutation(AcceptAnswerDocument);
  const { busy, run } = useDeed();
  const done = { text: accepted ? 'Die Annahme ist zurückgenommen.' : 'Die Antwort ist angenommen.' };
  return (
    <p className="qst-foot">
      <Button
        icon={accepted ? 'undo' : 'thumb-up'}
        busy={busy}
        onClick={() => void run(() => accept({ variables: { answerId: id, accepted: !accepted } }), done)}
      >
        {accepted ? 'Annahme zurücknehmen' : 'Antwort annehmen'}
      </Button>
      <span className="ui-meta">Wer annimmt, wird nicht gezeigt.</span>
    </p>
  );
}
