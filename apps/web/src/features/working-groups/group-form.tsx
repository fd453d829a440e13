import type { ReactNode } from 'react';
import type { useForm } from '../../lib/use-form.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { FormErrorSummary } from '../../ui/form-errors.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { GroupFields, type GroupDraft } from './group-fields.tsx';

type GroupFormProps = {
  draft: GroupDraft;
  change: (part: Partial<GroupDraft>) => void;
  form: ReturnType<typeof useForm>;
  /** Written and not yet saved. */
  unsaved: boolean;
  confirm: string;
  back: string;
  onSend: () => void;
  /** Above the fields. */
  notice?: ReactNode;
  /** Below the fields. */
  children?: ReactNode;
};

/** All that describes a group, for a new one and for one that is changed. */
export function GroupForm({ draft, change, form, unsaved, confirm, back, onSend, notice, children }: GroupFormProps) {
  return (
    <form
      className="ui-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.busy) onSend();
      }}
    >
      {form.problem && !notice && <Alert kind="danger" title={form.problem} urgent />}
      <FormErrorSummary errors={form.errors} />
      {notice}
      <GroupFields draft={draft} change={change} form={form} />
      {children}
      <div className="ui-row">
        <Button type="submit" variant="primary" size="medium" busy={form.busy}>
          {confirm}
        </Button>
        <LinkButton to={back} variant="quiet" size="medium">
          Abbrechen
        </LinkButton>
      </div>
      <LeaveGuard unsaved={unsaved && !form.busy} />
    </form>
  );
}
