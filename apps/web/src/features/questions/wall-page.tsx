import { useEffect, useLayoutEffect, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { skipToken, useQuery } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dotted } from '../../ui/list.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { FailedPage, LoadingPage, NotFoundState } from '../../ui/states.tsx';
import { WallEventDocument } from './documents.generated.ts';
import { askerWords, officeWords, useStage, type Queued, type Stage } from './use-stage.ts';
import { useRecently } from './use-recently.ts';
import './stage.scss';

const back = { to: '/sprechstunden', label: 'Zu den Sprechstunden' };

/** For the beamer: what is being answered and what comes next, to be read from the last row. */
export function WallPage() {
  const { id = '' } = useParams();
  return <Wall key={id} id={id} />;
}

function Wall({ id }: { id: string }) {
  const ready = useRoom(`event:${id}`);
  const event = useQuery(WallEventDocument, ready ? { variables: { sprechstundeId: id } } : skipToken);
  const stage = useStage(id, ready);
  const error = event.error ?? (stage.known ? undefined : stage.error);
  if (error)
    return refusalOf(error).code === 'not_found' ? (
      <NotFoundState back={back}>Diese Veranstaltung gibt es nicht, oder sie ist nicht für Sie freigegeben.</NotFoundState>
    ) : (
      <FailedPage onRetry={() => void Promise.all([event.refetch(), stage.refetch()]).catch(() => undefined)}>
        {sentenceOf(error)}
      </FailedPage>
    );
  if (!event.data || !stage.known) return <LoadingPage />;
  const { no, title, series } = event.data.sprechstunde;
  return <Shown id={id} label={series ? `${no == null ? '' : `${no}. `}${series.name}: ${title}` : title} stage={stage} />;
}

function Shown({ id, label, stage }: { id: string; label: string; stage: Stage }) {
  usePageTitle(`${label}, Leinwand`);
  const { recent, touch } = useRecently(3_000);
  const list = useFit();
  useKeys(id, stage);
  const { current, waiting, total } = stage;
  const shown = [...(current ? [current] : []), ...waiting.filter((question) => question.discussedAt === null)].slice(0, 3);
  const next = shown.find((question) => question !== current);
  return (
    <div className="qst-wall ui-now" data-kern-theme="dark" onPointerMove={touch} onPointerDown={touch}>
      <div className="qst-wall__head">
        <h1 tabIndex={-1}>{label}</h1>
        <p>{total === 0 ? 'Keine Frage wartet' : counted(total, 'Frage wartet', 'Fragen warten')}</p>
      </div>
      {shown.length === 0 ? (
        <p className="qst-wall__empty">Stellen Sie Ihre Frage auf der Seite dieser Sprechstunde.</p>
      ) : (
        <ol className="qst-wall__list" ref={list} aria-live="polite">
          {shown.map((question) => (
            <Large key={question.id} question={question} now={question === current} next={question === next} />
          ))}
        </ol>
      )}
      <div className={classes('qst-wall__deeds', recent && 'qst-wall__deeds--shown')} role="group" aria-label="Leinwand">
        {stage.steers && (
          <>
            <Button icon="arrow-back" busy={stage.busy} disabled={!stage.back} onClick={() => stage.back?.()}>
              Vorherige
            </Button>
            <Button icon="arrow-forward" busy={stage.busy} disabled={!stage.forward} onClick={() => stage.forward?.()}>
              Nächste
            </Button>
          </>
        )}
        <Button
          onClick={() => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())}
        >
          Vollbild
        </Button>
        <LinkButton icon="close" to={`/sprechstunden/${id}`}>
          Schließen
        </LinkButton>
      </div>
    </div>
  );
}

function Large({ question, now, next }: { question: Queued; now: boolean; next: boolean }) {
  return (
    <li className={now ? 'qst-wall__now' : undefined}>
      <p className="qst-wall__meta">
        <Dotted
          parts={[
            now ? <strong key="now">Wird gerade beantwortet</strong> : next && <strong key="next">Als Nächstes</strong>,
            counted(question.voteCount, 'Stimme', 'Stimmen'),
            now && askerWords(question),
            now && officeWords(question),
          ]}
        />
      </p>
      <h2>{question.title}</h2>
    </li>
  );
}

/** Presenters send page keys and arrows; Esc leaves. */
function useKeys(id: string, { steers, busy, forward, back: backward }: Stage) {
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const go = ['ArrowRight', 'ArrowDown', 'PageDown'].includes(event.key)
        ? forward
        : ['ArrowLeft', 'ArrowUp', 'PageUp'].includes(event.key)
          ? backward
          : undefined;
      if (event.key === 'Escape') void navigate(`/sprechstunden/${id}`);
      else if (go !== undefined && steers) {
        event.preventDefault();
        if (!busy) go?.();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [id, navigate, steers, busy, forward, backward]);
}

/** Steps of size, from large to the smallest that can still be read from the last row: 4 % of the height (`stage.scss`). */
const sizes = 5;

/** As large as it fits without scrolling; where even the smallest does not, fewer questions are shown. */
function useFit() {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const fit = () => {
      const items = [...box.children] as HTMLElement[];
      for (const item of items) item.hidden = false;
      for (let count = items.length; count > 0; count -= 1) {
        for (const [index, item] of items.entries()) item.hidden = index >= count;
        for (let size = 0; size < sizes; size += 1) {
          box.dataset['size'] = String(size);
          if (box.scrollHeight <= box.clientHeight) return;
        }
      }
    };
    fit();
    window.addEventListener('resize', fit);
    void document.fonts.ready.then(fit);
    return () => window.removeEventListener('resize', fit);
  });
  return list;
}
