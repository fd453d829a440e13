import { useRef } from 'react';
import { limits } from '@kollab/contract/limits';
import { Button, IconButton } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/frame-parts.tsx';

/** `key` stands for a step while it is written, also before it is saved. */
export type SubGoalDraft = { key: string; id: string | null; title: string; done: boolean };
export const emptyStep = (): SubGoalDraft => ({ key: crypto.randomUUID(), id: null, title: '', done: false });

/** The steps of a work package: write, order, remove. */
export function SubGoalsField({ goals, onChange }: { goals: readonly SubGoalDraft[]; onChange: (goals: SubGoalDraft[]) => void }) {
  const box = useRef<HTMLFieldSetElement>(null);
  const focus = (index: number, part: string) =>
    requestAnimationFrame(() => {
      const row = box.current?.querySelectorAll('li')[index];
      (
        row?.querySelector<HTMLElement>(`${part}:not(:disabled)`) ??
        row?.querySelector('input') ??
        box.current?.querySelector<HTMLElement>('button')
      )?.focus();
    });
  const move = (index: number, by: -1 | 1) => {
    const next = [...goals];
    const [goal] = next.splice(index, 1);
    if (goal) next.splice(index + by, 0, goal);
    onChange(next);
    focus(index + by, by === -1 ? '[data-up]' : '[data-down]');
  };
  return (
    <fieldset className="kern-fieldset" ref={box}>
      <legend className="kern-label">
        Schritte <span className="kern-label__optional">freiwillig</span>
      </legend>
      <div className="kern-fieldset__body">
        <ol className="wg-steps">
          {goals.map((goal, index) => (
            <li key={goal.key}>
              <label>
                <VisuallyHidden>Schritt {index + 1}</VisuallyHidden>
                <input
                  className="kern-form-input__input"
                  value={goal.title}
                  maxLength={limits.title.max}
                  onChange={(event) => onChange(goals.map((g) => (g === goal ? { ...g, title: event.target.value } : g)))}
                />
              </label>
              <IconButton
                data-up
                size="small"
                icon="arrow-upward"
                label={`Schritt ${index + 1} nach oben`}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <IconButton
                data-down
                size="small"
                icon="arrow-downward"
                label={`Schritt ${index + 1} nach unten`}
                disabled={index === goals.length - 1}
                onClick={() => move(index, 1)}
              />
              <IconButton
                size="small"
                icon="delete"
                label={`Schritt ${index + 1} entfernen`}
                onClick={() => {
                  onChange(goals.filter((g) => g !== goal));
                  focus(Math.min(index, goals.length - 2), 'input');
                }}
              />
            </li>
          ))}
        </ol>
        {goals.length < 50 && (
          <Button
            icon="add"
            onClick={() => {
              onChange([...goals, emptyStep()]);
              focus(goals.length, 'input');
            }}
          >
            Schritt hinzufügen
          </Button>
        )}
      </div>
    </fieldset>
  );
}
