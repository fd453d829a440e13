import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useForm } from '../../../lib/use-form.ts';
import { DraftConflict } from '../draft/draft-status.tsx';
import { merged, TwoTexts } from '../draft/two-texts.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { ChangeFoot } from '../editor/change-foot.tsx';
import { Editor } from '../editor/editor.tsx';
import { placeOfThread } from '../editor/place.ts';
import { ThreadDocument, WriteStandDocument, type ThreadQuery } from '../documents.generated.ts';

const most = 2_000;
const words = { text: `Höchstens ${most.toLocaleString('de-DE')} Zeichen.` };

/** Writes where the discussion stands. An empty text takes it away. */
export function EditStand({ thread, onClose }: { thread: ThreadQuery['thread']; onClose: () => void }) {
  const client = useApolloClient();
  const { draft, state } = useDraft(`stand:${thread.id}`);
  const [base, setBase] = useState({ version: thread.version, text: thread.stand?.text ?? '' });
  const [theirs, setTheirs] = useState<{ version: number; text: string } | null>(null);
  const [cleared, setCleared] = useState(false);
  const form = useForm('stand', words);
  const text = state.body !== '' || cleared ? state.body : base.text;
  const write = (body: string) => {
    setCleared(body === '');
    draft.write({ title: '', body });
  };
  const close = async () => {
    await draft.clear({ sent: false });
    onClose();
  };
  const save = async () => {
    if (form.busy) return;
    await draft.settle();
    const variables = { id: thread.id, version: base.version, text };
    const saved = await form.send('writeStand', variables, () => client.mutate({ mutation: WriteStandDocument, variables }));
    if (saved.ok) {
      await draft.clear({ sent: true });
      onClose();
      return;
    }
    draft.unsettle();
    if (saved.refusal?.code !== 'stale') return;
    const { data } = await client.query({ query: ThreadDocument, variables: { id: thread.id }, fetchPolicy: 'network-only' });
    if (!data) return;
    const now = { version: data.thread.version, text: data.thread.stand?.text ?? '' };
    // The title or the pin was changed, not this text: the same words upon the new version.
    if (now.text === base.text) setBase(now);
    else setTheirs(now);
  };
  const choose = (choice: 'mine' | 'theirs' | 'both') => {
    if (!theirs) return;
    setBase(theirs);
    setTheirs(null);
    if (choice === 'theirs') void close();
    else if (choice === 'both') write(merged(text, theirs.text));
    else write(text);
  };

  return (
    <section className="thr-edit" aria-label="Stand der Diskussion bearbeiten" data-writing>
      <DraftConflict draft={draft} state={state} />
      {theirs ? (
        <TwoTexts title="Der Stand der Diskussion wurde inzwischen geändert" mine={text} theirs={theirs.text} onChoose={choose} />
      ) : (
        <Editor
          id={form.idOf('text')}
          label="Wo steht die Diskussion? Was ist einig, was offen?"
          place={placeOfThread(thread)}
          value={text}
          max={most}
          error={form.wrong('text')}
          onChange={write}
          onSend={() => void save()}
        >
          <ChangeFoot
            state={state}
            form={form}
            save={text.trim() === '' && thread.stand ? 'Stand entfernen' : 'Stand festhalten'}
            onDiscard={() => void close()}
            onSave={() => void save()}
          />
        </Editor>
      )}
    </section>
  );
}
