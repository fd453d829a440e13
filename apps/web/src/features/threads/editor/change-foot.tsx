import type { ComponentProps } from 'react';
import { Button } from '../../../ui/button.tsx';
import { DraftStatus } from '../draft/draft-status.tsx';
import { SendProblem } from './send-problem.tsx';

type ChangeFootProps = {
  state: ComponentProps<typeof DraftStatus>['state'];
  form: { busy: boolean; problem: string | null };
  /** What saving does, in words. */
  save: string;
  onDiscard: () => void;
  onSave: () => void;
};

/** Below a text that is changed in its place. */
export function ChangeFoot({ state, form, save, onDiscard, onSave }: ChangeFootProps) {
  return (
    <>
      <SendProblem unsent={false} problem={form.problem} />
      <div className="thr-editor__foot">
        <DraftStatus state={state} />
        <Button size="medium" onClick={onDiscard}>
          Verwerfen
        </Button>
        <Button variant="primary" size="medium" busy={form.busy} onClick={onSave}>
          {save}
        </Button>
      </div>
    </>
  );
}
