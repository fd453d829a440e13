import { lazy, Suspense, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { ShowQuestionDocument, type QuestionPartsFragment } from './documents.generated.ts';

const Dialogs = lazy(async () => ({ default: (await import('./dialogs/dialogs.tsx')).Dialogs }));

export type DeedName =
  'answer' | 'assign' | 'edit' | 'add' | 'defer' | 'resume' | 'return' | 'publishFaq' | 'reportOutdated' | 'merge' | 'hide' | 'withdraw';

const order: readonly DeedName[] = [
  'answer',
  'assign',
  'resume',
  'edit',
  'add',
  'publishFaq',
  'defer',
  'return',
  'merge',
  'reportOutdated',
  'withdraw',
  'hide',
];
/** So many stand on the page; the rest is in the menu. */
const shown = 3;

const labelOf = (name: DeedName, { office, state, answer }: QuestionPartsFragment): string =>
  ({
    answer: answer ? 'Neue amtliche Antwort …' : 'Amtlich antworten …',
    assign: office && state !== 'OPEN' ? 'Weiterleiten …' : 'Zuweisen …',
    resume: 'Wieder aufnehmen …',
    edit: 'Frage ändern …',
    add: 'Ergänzen …',
    publishFaq: 'In die FAQ aufnehmen …',
    defer: 'Zurückstellen …',
    return: 'Zurückgeben …',
    merge: 'Zusammenführen …',
    reportOutdated: 'Antwort als veraltet melden …',
    withdraw: 'Frage zurückziehen …',
    hide: 'Frage ausblenden …',
  })[name];

/** What the viewer may do with it; the same is asked of the server again. */
export function QuestionDeeds({ question }: { question: QuestionPartsFragment }) {
  const [open, setOpen] = useState<DeedName | null>(null);
  const [show] = useMutation(ShowQuestionDocument);
  const { busy, run } = useDeed();
  const can = question.viewerCan;
  const possible = order.filter((name) => can[name]);
  // Somebody else may take the deed away while its form is open; what was typed stays.
  if (possible.length === 0 && !can.show && !open) return null;
  const rest: MenuEntry[] = possible
    .slice(shown)
    .map((name) => ({ id: name, label: labelOf(name, question), danger: name === 'withdraw', onSelect: () => setOpen(name) }));
  return (
    <div className="ui-row" role="group" aria-label="Was Sie hier tun können">
      {possible.slice(0, shown).map((name) => (
        <Button key={name} size="medium" variant={name === 'answer' ? 'primary' : 'secondary'} onClick={() => setOpen(name)}>
          {labelOf(name, question)}
        </Button>
      ))}
      {can.show && (
        <Button
          size="medium"
          icon="visibility"
          busy={busy}
          onClick={() => void run(() => show({ variables: { id: question.id } }), { text: 'Die Frage ist wieder für alle zu sehen.' })}
        >
          Wieder einblenden
        </Button>
      )}
      {rest.length > 0 && <Menu label="Weitere Schritte zu dieser Frage" entries={rest} />}
      {open && (
        <Suspense>
          <Dialogs deed={open} question={question} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}
