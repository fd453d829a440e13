import { useState } from 'react';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextArea, TextInput } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import {
  GroupContentDocument,
  RemoveWorkPackageDocument,
  SaveWorkPackageDocument,
  type WorkPackagePartsFragment,
} from './documents.generated.ts';
import { emptyStep, SubGoalsField, type SubGoalDraft } from './sub-goals-field.tsx';

type WorkPackage = WorkPackagePartsFragment;
type TextName = 'title' | 'description' | 'responsible' | 'due';
const labels: Record<TextName, string> = {
  title: 'Titel',
  description: 'Beschreibung',
  responsible: 'V: Verantwortlich',
  due: 'T: Termin',
};
const words = {
  title: `Ein Titel hat ${limits.title.min} bis ${limits.title.max} Zeichen.`,
  description: `Höchstens ${limits.text.max} Zeichen.`,
  responsible: `Höchstens ${limits.title.max} Zeichen.`,
  due: 'Höchstens 60 Zeichen.',
  subGoals: 'Ein Schritt ist zu lang.',
};
const seen = { refetchQueries: ['GroupContent'] };

const textsOf = (of: WorkPackage | null) => ({
  title: of?.title ?? '',
  description: of?.description ?? '',
  responsible: of?.responsible ?? '',
  due: of?.due ?? '',
});
const stepsOf = (of: WorkPackage | null): SubGoalDraft[] => of?.subGoals.map((goal) => ({ ...goal, key: goal.id })) ?? [emptyStep()];

type WorkPackageDialogProps = { groupId: string; /** null: a new one */ workPackage: WorkPackage | null; onClose: () => void };

export function WorkPackageDialog({ groupId, workPackage, onClose }: WorkPackageDialogProps) {
  const client = useApolloClient();
  const [save] = useMutation(SaveWorkPackageDocument, seen);
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [version, setVersion] = useState(workPackage?.version ?? null);
  const [texts, write] = useState(() => textsOf(workPackage));
  const [steps, setSteps] = useState(() => stepsOf(workPackage));
  const [theirs, setTheirs] = useState<WorkPackage | null>(null);
  const form = useForm('arbeitspaket', words);

  const send = async () => {
    const subGoals = steps.filter((step) => step.title.trim() !== '').map(({ id, title, done }) => ({ id, title, done }));
    const input = { clientMutationId, ...texts, subGoals };
    const sent = await form.send('workPackage', input, () => save({ variables: { groupId, id: workPackage?.id ?? null, version, input } }));
    if (sent.ok) onClose();
    else if (sent.refusal?.code === 'stale') {
      const { data } = await client.query({ query: GroupContentDocument, variables: { id: groupId }, fetchPolicy: 'network-only' });
      const now = data?.workingGroup.workPackages.find((other) => other.id === workPackage?.id);
      if (!now) return;
      setTheirs(now);
      setVersion(now.version);
    }
  };
  const field = (name: TextName) => ({
    id: form.idOf(name),
    label: labels[name],
    value: texts[name],
    error: form.wrong(name),
    onChange: (event: { target: { value: string } }) => write((all) => ({ ...all, [name]: event.target.value })),
  });
  const differing = (Object.keys(labels) as TextName[]).filter((name) => theirs && theirs[name] !== texts[name]);
  return (
    <FormDialog
      title={workPackage ? 'Arbeitspaket bearbeiten' : 'Arbeitspaket anlegen'}
      confirm={workPackage ? 'Arbeitspaket speichern' : 'Arbeitspaket anlegen'}
      form={theirs ? { ...form, problem: null } : form}
      onClose={onClose}
      onSend={send}
    >
      {theirs && (
        <StaleNotice
          fields={[
            ...differing.map((name) => ({
              label: labels[name],
              theirs: theirs[name],
              take: () => write((all) => ({ ...all, [name]: theirs[name] })),
            })),
            ...(sameSteps(theirs, steps)
              ? []
              : [
                  {
                    label: 'Schritte',
                    theirs: theirs.subGoals.map((goal) => `${goal.done ? 'erledigt: ' : ''}${goal.title}`).join('\n'),
                    take: () => setSteps(stepsOf(theirs)),
                  },
                ]),
          ]}
        />
      )}
      <TextInput {...field('title')} maxLength={limits.title.max} />
      <TextArea {...field('description')} optional rows={4} hint="Aufzählungen, Verweise und Tabellen in Markdown" />
      <TextInput {...field('responsible')} optional hint="Personen, Verwaltungen oder „alle“" maxLength={limits.title.max} />
      <TextInput {...field('due')} optional hint="Zum Beispiel 12/26, 1. Quartal 2027 oder 30.11.2026" maxLength={60} />
      <SubGoalsField goals={steps} onChange={setSteps} />
      {workPackage && <Remove workPackage={workPackage} onDone={onClose} />}
    </FormDialog>
  );
}

const sameSteps = (theirs: WorkPackage, steps: readonly SubGoalDraft[]): boolean =>
  JSON.stringify(theirs.subGoals.map((goal) => [goal.id, goal.title])) === JSON.stringify(steps.map((step) => [step.id, step.title]));

function Remove({ workPackage, onDone }: { workPackage: WorkPackage; onDone: () => void }) {
  const [asked, ask] = useState(false);
  const [remove] = useMutation(RemoveWorkPackageDocument, seen);
  const { busy, run } = useDeed();
  return (
    <div>
      <Button variant="quiet" icon="delete" onClick={() => ask(true)}>
        Arbeitspaket entfernen …
      </Button>
      <ConfirmDialog
        title="Arbeitspaket entfernen?"
        open={asked}
        busy={busy}
        danger
        confirm="Arbeitspaket entfernen"
        onClose={() => ask(false)}
        onConfirm={() =>
          void run(() => remove({ variables: { id: workPackage.id } }), { text: 'Das Arbeitspaket ist entfernt.' }).then(
            (done) => done && onDone(),
          )
        }
      >
        <p>„{workPackage.title}“ und seine Schritte gehen verloren. Das lässt sich nicht zurücknehmen.</p>
      </ConfirmDialog>
    </div>
  );
}
