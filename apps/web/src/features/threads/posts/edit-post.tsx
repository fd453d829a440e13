import { useEffect, useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { EditPostDocument, PostDocument } from '../documents.generated.ts';
import { DraftConflict } from '../draft/draft-status.tsx';
import { merged, TwoTexts } from '../draft/two-texts.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { ChangeFoot } from '../editor/change-foot.tsx';
import { Editor, type EditorHandle } from '../editor/editor.tsx';
import type { WritingPlace } from '../editor/place.ts';
import { useMentionCheck } from '../editor/use-mention-check.tsx';
import type { ShownPost } from './state.ts';
import type { PostsStore } from './store.ts';

type EditPostProps = { post: ShownPost; place: WritingPlace; store: PostsStore; onClose: () => void };

const words = { body: `Ein Beitrag hat 1 bis ${limits.post.max.toLocaleString('de-DE')} Zeichen.` };

/**
 * Changes a post in its place. The version it started from is kept with the draft (in its title, which a post has not):
 * somebody who changed the post meanwhile is seen after a reload too.
 */
export function EditPost({ post, place, store, onClose }: EditPostProps) {
  const client = useApolloClient();
  const { draft, state } = useDraft(`edit:${post.id}`);
  const [base, setBase] = useState(post.version);
  const [cleared, setCleared] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const form = useForm(`beitrag-${post.no}`, words);
  const mentions = useMentionCheck(place);
  const started = state.title === '' ? base : Number(state.title) || base;
  const body = state.body !== '' || cleared ? state.body : post.body;
  const write = (text: string, version = started) => {
    setCleared(text === '');
    draft.write({ title: String(version), body: text });
  };
  useEffect(() => editor.current?.focus(), []);

  const close = async () => {
    await draft.clear({ sent: false });
    onClose();
  };
  const save = async () => {
    if (form.busy) return;
    const verdict = await mentions.check(body);
    if (!verdict.go) return;
    await draft.settle();
    const input = { id: post.id, version: started, body, confirmMany: verdict.confirmMany };
    const saved = await form.send('editPost', input, () =>
      client.mutate({ mutation: EditPostDocument, variables: { input }, fetchPolicy: 'no-cache' }),
    );
    if (saved.ok && saved.result.data) {
      store.put(saved.result.data.editPost);
      await draft.clear({ sent: true });
      onClose();
      return;
    }
    draft.unsettle();
    if (!saved.ok && saved.refusal?.code === 'stale') {
      const { data } = await client.query({ query: PostDocument, variables: { id: post.id }, fetchPolicy: 'no-cache' });
      if (data) store.put(data.post);
    }
  };
  const choose = (choice: 'mine' | 'theirs' | 'both') => {
    setBase(post.version);
    if (choice === 'theirs') void close();
    else write(choice === 'mine' ? body : merged(body, post.body), post.version);
  };

  const isStale = started !== post.version;
  return (
    <div
      className="thr-edit"
      data-writing
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && body === post.body) void close();
      }}
    >
      <DraftConflict draft={draft} state={state} />
      {isStale ? (
        <TwoTexts title="Der Beitrag wurde inzwischen geändert" mine={body} theirs={post.body} onChoose={choose} />
      ) : (
        <Editor
          ref={editor}
          id={form.idOf('body')}
          label={`Beitrag ${post.no} bearbeiten`}
          place={place}
          value={body}
          error={form.wrong('body')}
          onChange={(text) => write(text)}
          onSend={() => void save()}
        >
          <ChangeFoot state={state} form={form} save="Änderung speichern" onDiscard={() => void close()} onSave={() => void save()} />
        </Editor>
      )}
      {mentions.dialog}
    </div>
  );
}
