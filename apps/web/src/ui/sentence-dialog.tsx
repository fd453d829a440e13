import { useState, type ReactNode } from 'react';
import { limits } from '@kollab/contract/limits';
import { useForm, type InputName } from '../lib/use-form.ts';
import { TextArea } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useToast, type ToastMessage } from './toast.tsx';

const reasonWords = `Bitte begründen Sie mit einem Satz, höchstens ${limits.sentence.max} Zeichen.`;

type SentenceDialogProps<Variables> = {
  title: string;
  /** The deed and its reach: "Anfrage ablehnen", not "OK". */
  confirm: string;
  /** The input of the contract that the variables are checked with. */
  input: InputName;
  /** What the sentence is called there. */
  field?: 'reason' | 'statement';
  label?: string;
  hint?: string;
  /** Said at the field when it is missing or too long. */
  wrong?: string;
  optional?: boolean;
  danger?: boolean;
  variables: (sentence: string) => Variables;
  send: (variables: Variables) => Promise<unknown>;
  said?: ToastMessage;
  onClose: () => void;
  /** What happens, before the field. */
  children?: ReactNode;
};

/** A deed that wants one sentence with it: a reason that somebody reads, or a word to who decides. */
export function SentenceDialog<Variables>({
  title,
  confirm,
  input,
  field = 'reason',
  label = 'Begründung',
  hint,
  wrong = reasonWords,
  optional = false,
  danger = false,
  variables: variablesOf,
  send,
  said,
  onClose,
  children,
}: SentenceDialogProps<Variables>) {
  const toast = useToast();
  const [sentence, write] = useState('');
  const [words] = useState({ [field]: wrong });
  const form = useForm(input, words);
  const submit = async () => {
    const variables = variablesOf(sentence);
    const sent = await form.send(input, variables, () => send(variables));
    if (!sent.ok) return;
    onClose();
    if (said) toast(said);
  };
  return (
    <FormDialog title={title} confirm={confirm} danger={danger} form={form} onClose={onClose} onSend={submit}>
      {children}
      <TextArea
        id={form.idOf(field)}
        label={label}
        {...(hint && { hint })}
        optional={optional}
        rows={3}
        value={sentence}
        maxLength={limits.sentence.max}
        error={form.wrong(field)}
        onChange={(event) => write(event.target.value)}
      />
    </FormDialog>
  );
}
