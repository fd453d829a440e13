import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { CloseThreadDocument, PinThreadDocument, RetitleThreadDocument, ThreadDocument, type ThreadQuery } from '../documents.generated.ts';

type Thread = ThreadQuery['thread'];

/** What who leads, or began it, may do with the whole discussion. */
export function ThreadMenu({ thread }: { thread: Thread }) {
  const client = useApolloClient();
  const deed = useDeed();
  const [retitling, retitle] = useState(false);
  const { id, pinned, closed, viewerCan } = thread;
  const entries: MenuEntry[] = [];
  const pin = (on: boolean) => client.mutate({ mutation: PinThreadDocument, variables: { id, pinned: on } });
  const close = (on: boolean) => client.mutate({ mutation: CloseThreadDocument, variables: { id, closed: on } });
  if (viewerCan.retitle) entries.push({ id: 'title', label: 'Titel ändern', icon: 'edit', onSelect: () => retitle(true) });
  if (viewerCan.pin)
    entries.push({
      id: 'pin',
      label: pinned ? 'Nicht mehr anheften' : 'Oben anheften',
      icon: 'keep',
      onSelect: () =>
        void deed.run(() => pin(!pinned), { text: pinned ? 'Die Diskussion ist gelöst.' : 'Die Diskussion steht jetzt oben.' }),
    });
  if (viewerCan.close)
    entries.push({
      id: 'close',
      label: closed ? 'Wieder öffnen' : 'Schließen',
      icon: 'lock',
      onSelect: () =>
        void deed.run(() => close(!closed), {
          text: closed ? 'Die Diskussion ist wieder offen.' : 'Die Diskussion ist geschlossen. Niemand kann mehr schreiben.',
          undo: { run: () => void deed.run(() => close(closed)) },
        }),
    });
  if (entries.length === 0) return null;
  return (
    <>
      <Menu label="Mehr zu dieser Diskussion" entries={entries} />
      {retitling && <Retitle thread={thread} onClose={() => retitle(false)} />}
    </>
  );
}

const words = { title: `Ein Titel hat ${limits.title.min} bis ${limits.title.max} Zeichen.` };

function Retitle({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const client = useApolloClient();
  const [title, write] = useState(thread.title);
  const form = useForm('titel', words);
  const send = async () => {
    const variables = { id: thread.id, version: thread.version, title };
    const sent = await form.send('retitleThread', variables, () => client.mutate({ mutation: RetitleThreadDocument, variables }));
    if (sent.ok) onClose();
    else if (sent.refusal?.code === 'stale')
      // The new version comes into the page; the words in the field stay, and can be sent again.
      await client.query({ query: ThreadDocument, variables: { id: thread.id }, fetchPolicy: 'network-only' });
  };
  return (
    <FormDialog title="Titel ändern" confirm="Titel speichern" form={form} onClose={onClose} onSend={send}>
      <TextInput
        id={form.idOf('title')}
        label="Titel der Diskussion"
        value={title}
        maxLength={limits.title.max}
        error={form.wrong('title')}
        onChange={(event) => write(event.target.value)}
      />
    </FormDialog>
  );
}
