import { useId, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Dotted } from '../../ui/list.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Meter } from '../../ui/marks.tsx';
import { VisuallyHidden } from '../../ui/frame-parts.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { TickSubGoalDocument, type VolunteeringPartsFragment, type WorkPackagePartsFragment } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { Offer } from './volunteering.tsx';
import { WorkPackageDialog } from './work-package-dialog.tsx';

type WorkPackageRowProps = {
  group: Group;
  workPackage: WorkPackagePartsFragment;
  /** 4.1 */
  number: string;
  volunteerings: readonly VolunteeringPartsFragment[];
};

export function WorkPackageRow({ group, workPackage, number, volunteerings }: WorkPackageRowProps) {
  const [open, setOpen] = useState(false);
  const [editing, edit] = useState(false);
  const body = useId();
  const { title, responsible, due, subGoals, takenBy, description, viewerCan } = workPackage;
  const done = subGoals.filter((goal) => goal.done).length;
  return (
    <li className="wg-package">
      <p className="wg-package__number">{number}</p>
      <div>
        <h3 className="ui-list__title">
          <button type="button" className="wg-package__title" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
            {title}
            <Icon name={open ? 'keyboard-arrow-up' : 'keyboard-arrow-down'} size="small" />
          </button>
        </h3>
        <p className="ui-meta">
          <Dotted parts={[responsible && `V: ${responsible}`, due && `T: ${due}`, takenBy && `übernommen von ${takenBy.name}`]} />
        </p>
      </div>
      <div className="wg-package__state">
        {subGoals.length > 0 && (
          <Meter
            label={done === subGoals.length ? 'fertig' : `${done} von ${subGoals.length} Schritten`}
            text=""
            value={done}
            max={subGoals.length}
          />
        )}
      </div>
      <div className="wg-package__body" id={body} hidden={!open}>
        {open && (
          <>
            {description && <Markdown text={description} under={3} />}
            <SubGoals workPackage={workPackage} />
            <div className="ui-row">
              {!takenBy && <Offer group={group} volunteerings={volunteerings} workPackage={workPackage} />}
              {viewerCan.edit && (
                <Button icon="edit" onClick={() => edit(true)}>
                  Bearbeiten …
                </Button>
              )}
            </div>
          </>
        )}
      </div>
      {editing && <WorkPackageDialog groupId={group.id} workPackage={workPackage} onClose={() => edit(false)} />}
    </li>
  );
}

function SubGoals({ workPackage: { subGoals, viewerCan } }: { workPackage: WorkPackagePartsFragment }) {
  const [tick] = useMutation(TickSubGoalDocument);
  const { busy, run } = useDeed();
  if (subGoals.length === 0) return null;
  return (
    <ul className="wg-goals" aria-label="Schritte">
      {subGoals.map(({ id, title, done }) => (
        <li key={id}>
          {viewerCan.tick ? (
            <Checkbox
              label={title}
              checked={done}
              aria-disabled={busy || undefined}
              onChange={() => {
                if (!busy) void run(() => tick({ variables: { id, done: !done } }));
              }}
            />
          ) : (
            <p className={done ? 'wg-goals__done' : undefined}>
              {done ? <Icon name="check" /> : <span className="ui-item__gap" />}
              <span>
                {title}
                <VisuallyHidden>{done ? ', erledigt' : ', offen'}</VisuallyHidden>
              </span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
