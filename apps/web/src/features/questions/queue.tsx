import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { announce } from '../../ui/live-region.tsx';
import { RowList } from '../../ui/list.tsx';
import { Key } from '../../ui/marks.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { PlaceQuestionDocument } from './documents.generated.ts';
import { deedOf, QueueDeeds, QueueDialog, type Move, type QueueDeed } from './queue-deeds.tsx';
import { QueueRow } from './queue-row.tsx';
import { useRecently } from './use-recently.ts';
import { useStage, type Queued } from './use-stage.ts';
import './stage.scss';

/** So long rows keep their place after somebody pointed or typed in the list: nothing jumps away under the hand. */
const stillFor = 4_000;

/** What waits in an event, by given places, votes and time. `agendaItemId`: only what belongs to that item. */
export function Queue({ sprechstundeId, agendaItemId }: { sprechstundeId: string; agendaItemId: string | null }) {
  const stage = useStage(sprechstundeId);
  const { recent, touch, rest } = useRecently(stillFor);
  const [open, setOpen] = useState<{ deed: QueueDeed; id: string } | null>(null);
  const [place] = useMutation(PlaceQuestionDocument, { refetchQueries: ['EventQueue'], awaitRefetchQueries: true });
  const { busy, run } = useDeed();
  const rows = useHeldOrder(
    agendaItemId ? stage.waiting.filter((question) => question.agendaItemId === agendaItemId) : stage.waiting,
    recent && open === null,
  );
  const list = useKeptRow(rows);
  if (stage.error && !stage.known)
    return <ErrorState onRetry={() => void stage.refetch().catch(() => undefined)}>{sentenceOf(stage.error)}</ErrorState>;
  if (!stage.known) return <LoadingRows rows={5} />;

  const placed = stage.waiting.filter((question) => question.place !== null && question.discussedAt === null);
  const move = async (question: Queued, how: Move) => {
    const at = placed.indexOf(question);
    // Behind the last one that has a place, they stand by votes again.
    const to =
      how === 'first'
        ? 1
        : how === 'up'
          ? at < 0
            ? placed.length + 1
            : Math.max(1, at)
          : how === 'down' && at < placed.length - 1
            ? at + 2
            : null;
    if (busy || (how === 'down' && at < 0)) return;
    const done = await run(() => place({ variables: { id: question.id, place: to } }));
    rest();
    if (done) announce(to === null ? 'Steht wieder nach Stimmen' : `Platz ${to}`);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const item = target.closest('li');
    // Menus and dialogs of a row stand elsewhere in the document.
    if (!item || !event.currentTarget.contains(target) || event.ctrlKey || event.metaKey) return;
    const index = [...(item.parentElement?.children ?? [])].indexOf(item);
    const question = rows[index];
    if (!question) return;
    const can = question.viewerCan;
    const vertical = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const deed = event.altKey ? null : deedOf(event.key, can);
    if (vertical && event.altKey && can.steer) void move(question, vertical < 0 ? 'up' : 'down');
    else if (vertical && !event.altKey) item.parentElement?.children[index + vertical]?.querySelector<HTMLElement>('a')?.focus();
    else if (deed) setOpen({ deed, id: question.id });
    else if (event.key === 'j' && stage.steers) void stage.put(question.id);
    else return;
    event.preventDefault();
  };
  const orders = stage.waiting.some((question) => question.viewerCan.hide);
  const first = stage.waiting.find((question) => question.discussedAt === null);
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState>{agendaItemId ? 'Zu diesem Punkt wartet keine Frage.' : 'Zurzeit wartet keine Frage.'}</EmptyState>
      ) : (
        <div ref={list} onKeyDown={press} onKeyDownCapture={touch} onPointerMove={touch}>
          <RowList label="Warteschlange" ordered>
            {rows.map((question) => (
              <QueueRow
                key={question.id}
                question={question}
                isNext={stage.live && question.id === first?.id}
                act={
                  <QueueDeeds
                    question={question}
                    busy={busy || stage.busy}
                    onCall={stage.steers && question.viewerCan.steer ? () => void stage.put(question.id) : null}
                    onDeed={(deed) => setOpen({ deed, id: question.id })}
                    onMove={(how) => void move(question, how)}
                  />
                }
              />
            ))}
          </RowList>
        </div>
      )}
      {stage.total > stage.waiting.length && (
        <p className="ui-meta">{`Gezeigt werden die ersten ${stage.waiting.length} von ${stage.total} Fragen.`}</p>
      )}
      {orders && <Keys steers={stage.steers} />}
      {open && <QueueDialog {...open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** The keys work where the focus is in the list: letters never act from elsewhere. */
function Keys({ steers }: { steers: boolean }) {
  return (
    <p className="ui-meta qst-keys">
      Tasten in der Liste: <Key>↑</Key> <Key>↓</Key> wählen
      {steers && (
        <>
          , <Key>Alt</Key> <Key>↑</Key> und <Key>Alt</Key> <Key>↓</Key> ordnen, <Key>j</Key> jetzt beantworten
        </>
      )}
      , <Key>a</Key> amtlich antworten, <Key>z</Key> zuweisen, <Key>s</Key> zurückstellen, <Key>m</Key> zusammenführen, <Key>x</Key>{' '}
      ausblenden
    </p>
  );
}

/** While somebody points or types in the list rows keep their place, and new ones come at its end. */
function useHeldOrder<Row extends { id: string }>(rows: readonly Row[], still: boolean): readonly Row[] {
  const [held, hold] = useState<readonly string[] | null>(null);
  if (still && held === null) hold(rows.map((row) => row.id));
  if (!still && held !== null) hold(null);
  if (!still || held === null) return rows;
  const at = new Map(held.map((id, index) => [id, index]));
  return rows.toSorted((a, b) => (at.get(a.id) ?? held.length) - (at.get(b.id) ?? held.length));
}

/** A row that takes another place takes the focus along. */
function useKeptRow(rows: readonly { id: string }[]) {
  const list = useRef<HTMLDivElement>(null);
  const order = rows.map((row) => row.id).join();
  const focused = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = focused.current;
    if (element?.isConnected && document.activeElement === document.body) element.focus({ preventScroll: true });
    const remember = (event: FocusEvent) => {
      focused.current = event.target as HTMLElement;
    };
    const box = list.current;
    box?.addEventListener('focusin', remember);
    return () => box?.removeEventListener('focusin', remember);
  }, [order]);
  return list;
}
