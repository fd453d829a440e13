import { Link } from 'react-router';
import { counted } from '../../lib/counts.ts';
import { Button } from '../../ui/button.tsx';
import { Dotted } from '../../ui/list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { askerWords, officeWords, useStage } from './use-stage.ts';
import './stage.scss';

/** In the head of an event that runs: what is being answered, and for who conducts it, how it goes on. */
export function CurrentQuestion({ sprechstundeId }: { sprechstundeId: string }) {
  const { known, current, since, steers, busy, put, forward, back } = useStage(sprechstundeId);
  if (!known) return null;
  return (
    <>
      <div className="qst-now" aria-live="polite">
        {current ? (
          <>
            <p className="ui-meta">
              <Dotted
                parts={[
                  <strong key="now">Wird gerade beantwortet</strong>,
                  since && <RelativeTime key="since" at={since} />,
                  counted(current.voteCount, 'Stimme', 'Stimmen'),
                ]}
              />
            </p>
            <h2 className="qst-now__title">
              <Link to={`/fragen/${current.id}`}>{current.title}</Link>
            </h2>
            <p className="ui-meta">
              <Dotted parts={[askerWords(current), officeWords(current)]} />
            </p>
          </>
        ) : (
          <p className="ui-meta">Zurzeit wird keine Frage beantwortet.</p>
        )}
      </div>
      {steers && (
        <div className="ui-row" role="group" aria-label="Fragen aufrufen">
          <Button size="medium" icon="arrow-back" busy={busy} disabled={!back} onClick={() => back?.()}>
            Vorherige
          </Button>
          <Button size="medium" icon="arrow-forward" busy={busy} disabled={!forward} onClick={() => forward?.()}>
            Nächste Frage
          </Button>
          {current && (
            <Button size="medium" icon="check" busy={busy} onClick={() => void put(null)}>
              Frage abschließen
            </Button>
          )}
        </div>
      )}
    </>
  );
}
