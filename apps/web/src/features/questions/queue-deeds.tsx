import { lazy, Suspense } from 'react';
import { useQuery } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { QuestionDocument } from './documents.generated.ts';
import type { Queued } from './use-stage.ts';

const Dialogs = lazy(async () => ({ default: (await import('./dialogs/dialogs.tsx')).Dialogs }));

/** What is done with a question in front of everybody, each by a key of its own. */
export const queueDeeds = {
  answer: { key: 'a', label: 'Amtlich antworten …' },
  assign: { key: 'z', label: 'Zuweisen …' },
  defer: { key: 's', label: 'Zurückstellen …' },
  merge: { key: 'm', label: 'Zusammenführen …' },
  hide: { key: 'x', label: 'Ausblenden …' },
} as const;
export type QueueDeed = keyof typeof queueDeeds;
const names = Object.keys(queueDeeds) as QueueDeed[];

/** Which of its deeds a key means, for who may do it. */
export const deedOf = (key: string, can: Queued['viewerCan']): QueueDeed | null =>
  names.find((name) => queueDeeds[name].key === key && can[name]) ?? null;

/** Moves within the queue. */
export type Move = 'first' | 'up' | 'down' | 'votes';

type QueueDeedsProps = {
  question: Queued;
  /** The event runs, and the viewer conducts it. */
  onCall: (() => void) | null;
  busy: boolean;
  onDeed: (deed: QueueDeed) => void;
  onMove: (move: Move) => void;
};

export function QueueDeeds({ question, onCall, busy, onDeed, onMove }: QueueDeedsProps) {
  const can = question.viewerCan;
  const moves: MenuEntry[] = can.steer
    ? [
        { id: 'first', label: 'Als Nächstes', onSelect: () => onMove('first') },
        { id: 'up', label: 'Einen Platz vor', onSelect: () => onMove('up') },
        ...(question.place === null
          ? []
          : [
              { id: 'down', label: 'Einen Platz zurück', onSelect: () => onMove('down') },
              { id: 'votes', label: 'Wieder nach Stimmen', onSelect: () => onMove('votes') },
            ]),
      ]
    : [];
  const deeds = names
    .filter((name) => can[name])
    .map((name): MenuEntry => ({ id: name, label: queueDeeds[name].label, danger: name === 'hide', onSelect: () => onDeed(name) }));
  const entries = [...moves, ...deeds];
  if (entries.length === 0) return null;
  return (
    <div className="ui-row">
      {onCall && (
        <Button busy={busy} onClick={onCall} aria-label={`Jetzt beantworten: ${question.title}`}>
          Jetzt
        </Button>
      )}
      <Menu label={`Weitere Schritte: ${question.title}`} entries={entries} />
    </div>
  );
}

/** The form of a deed needs the whole question. */
export function QueueDialog({ deed, id, onClose }: { deed: QueueDeed; id: string; onClose: () => void }) {
  const question = useQuery(QuestionDocument, { variables: { id } }).data?.question;
  if (!question) return null;
  return (
    <Suspense>
      <Dialogs deed={deed} question={question} onClose={onClose} />
    </Suspense>
  );
}
