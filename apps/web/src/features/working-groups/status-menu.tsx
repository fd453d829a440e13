import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from '@apollo/client/react';
import type { GroupStatus } from '@kollab/contract';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { MarkdownField } from '../../ui/markdown-field.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { ChangeStatusDocument, RevertStatusDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { groupTitle } from './words.ts';

type Step = 'PAUSED' | 'CLOSED';

/** What leads do with the group as a whole: edit, begin, pause, close, and take the last of these back. */
export function StatusMenu({ group }: { group: Group }) {
  const navigate = useNavigate();
  const [step, ask] = useState<Step | null>(null);
  const [change] = useMutation(ChangeStatusDocument);
  const [revert] = useMutation(RevertStatusDocument);
  const { run } = useDeed();
  const { id, status } = group;
  const begin = (text: string) =>
    void run(() => change({ variables: { id, status: 'ACTIVE' satisfies GroupStatus, reason: null } }), { text });
  const entries: MenuEntry[] = [
    { id: 'edit', label: 'Bearbeiten', icon: 'edit', onSelect: () => void navigate(`/arbeitsgruppen/${id}/bearbeiten`) },
  ];
  if (status === 'PLANNED')
    entries.push({ id: 'begin', label: 'Arbeit beginnen', icon: 'arrow-forward', onSelect: () => begin('Die Gruppe arbeitet jetzt.') });
  if (status === 'PAUSED')
    entries.push({
      id: 'resume',
      label: 'Arbeit wieder aufnehmen',
      icon: 'arrow-forward',
      onSelect: () => begin('Die Gruppe arbeitet wieder.'),
    });
  if (status === 'ACTIVE') entries.push({ id: 'pause', label: 'Pausieren …', icon: 'pause-circle', onSelect: () => ask('PAUSED') });
  if (status !== 'CLOSED') entries.push({ id: 'close', label: 'Abschließen …', icon: 'task-alt', onSelect: () => ask('CLOSED') });
  if (status === 'CLOSED')
    entries.push({
      id: 'revert',
      label: 'Abschluss zurücknehmen',
      icon: 'undo',
      onSelect: () => void run(() => revert({ variables: { id } }), { text: 'Der Abschluss ist zurückgenommen.' }),
    });
  return (
    <>
      <Menu label={`Weiteres zu ${groupTitle(group)}`} entries={entries} />
      {step && <StatusDialog group={group} step={step} onClose={() => ask(null)} />}
    </>
  );
}

const texts = {
  PAUSED: {
    title: 'Arbeitsgruppe pausieren',
    said: 'Die Arbeitsgruppe pausiert.',
    what: 'Solange die Gruppe pausiert, kann niemand schreiben. Lesen geht weiter.',
  },
  CLOSED: {
    title: 'Arbeitsgruppe abschließen',
    said: 'Die Arbeitsgruppe ist abgeschlossen.',
    what: 'Danach kann niemand mehr schreiben oder mitarbeiten. Alles bleibt lesbar. Sie können den Abschluss zurücknehmen.',
  },
};
const words = { reason: `Bitte schreiben Sie etwas dazu, höchstens ${limits.text.max} Zeichen.` };

function StatusDialog({ group, step, onClose }: { group: Group; step: Step; onClose: () => void }) {
  const toast = useToast();
  const [reason, write] = useState('');
  const [change] = useMutation(ChangeStatusDocument);
  const [revert] = useMutation(RevertStatusDocument);
  const { run } = useDeed();
  const form = useForm('stand', words);
  const text = texts[step];
  const send = async () => {
    const variables = { id: group.id, status: step, reason };
    const sent = await form.send('changeStatus', variables, () => change({ variables }));
    if (!sent.ok) return;
    toast({ text: text.said, undo: { run: () => void run(() => revert({ variables: { id: group.id } })) } });
    onClose();
  };
  return (
    <FormDialog title={text.title} confirm={text.title} form={form} onClose={onClose} onSend={send}>
      <p>{text.what}</p>
      {step === 'PAUSED' ? (
        <TextArea
          id={form.idOf('reason')}
          label="Warum, und bis wann?"
          rows={3}
          value={reason}
          maxLength={limits.text.max}
          error={form.wrong('reason')}
          onChange={(event) => write(event.target.value)}
        />
      ) : (
        <MarkdownField id={form.idOf('reason')} label="Abschlussbericht" value={reason} error={form.wrong('reason')} onChange={write} />
      )}
    </FormDialog>
  );
}
