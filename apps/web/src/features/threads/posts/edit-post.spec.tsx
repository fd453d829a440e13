import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useSyncExternalStore } from 'react';
import { barriers } from '../../../../test/axe.ts';
import { renderAround } from '../test/around.tsx';
import { post } from '../test/post.ts';
import { EditPost } from './edit-post.tsx';
import { PostsStore } from './store.ts';

const id = '11111111-1111-4111-8111-111111111111';
const mayEdit = { __typename: 'PostAbilities', edit: true, delete: true, restore: false };
const stored = (version: number, body: string) => ({
  ...post(1, { id, version, body }),
  __typename: 'Post',
  author: { ...post(1).author, __typename: 'Author' },
  viewerCan: mayEdit,
});

let server = stored(1, 'Erste Fassung');
let closed = 0;
function Page({ store }: { store: PostsStore }) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const shown = state.window[0];
  return shown ? <EditPost post={shown} place={{ groupId: 'g-1' }} store={store} onClose={() => (closed += 1)} /> : null;
}
async function show() {
  const store = new PostsStore({ page: async () => ({ lastNo: 1, first: null, posts: [server] }), post: async () => server }, () => false);
  const { container } = renderAround(<Page store={store} />, {
    Draft: () => ({ draft: null }),
    DiscardDraft: () => ({ discardDraft: true }),
    SaveDraft: ({ input }) => ({
      saveDraft: { __typename: 'Draft', ...(input as object), version: 1, updatedAt: new Date().toISOString() },
    }),
    Post: () => ({ post: server }),
    EditPost: ({ input }) => {
      const { version, body } = input as { version: number; body: string };
      if (version !== server.version)
        throw new CombinedGraphQLErrors({ data: null, errors: [{ message: 'x', extensions: { code: 'stale' } }] });
      server = stored(version + 1, body);
      return { editPost: server };
    },
  });
  await act(() => store.startAt(1));
  return container;
}
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Beitrag 1 bearbeiten' });
const save = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Änderung speichern' })));

beforeEach(() => {
  server = stored(1, 'Erste Fassung');
  closed = 0;
  localStorage.clear();
});
afterEach(() => localStorage.clear());

test('begins with the text as it is, and saves the change', async () => {
  const page = await show();
  expect(area().value).toBe('Erste Fassung');
  expect(await barriers(page)).toEqual([]);
  fireEvent.change(area(), { target: { value: 'Zweite Fassung' } });
  await save();
  await waitFor(() => expect(closed).toBe(1));
  expect(server).toMatchObject({ version: 2, body: 'Zweite Fassung' });
  expect(localStorage.length).toBe(0);
});

test('a change from a stale version shows both texts; the chosen one is saved upon the newer', async () => {
  const page = await show();
  fireEvent.change(area(), { target: { value: 'Meine Fassung' } });
  server = stored(2, 'Von anderswo');
  await save();
  await screen.findByText('Der Beitrag wurde inzwischen geändert');
  expect(await barriers(page)).toEqual([]);
  expect(page.textContent).toContain('Meine Fassung');
  expect(page.textContent).toContain('Von anderswo');
  expect(server.body).toBe('Von anderswo');
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Beide Texte untereinander weiterbearbeiten' })));
  expect(area().value).toBe('Von anderswo\n\n---\n\nMeine Fassung');
  await save();
  await waitFor(() => expect(server).toMatchObject({ version: 3, body: 'Von anderswo\n\n---\n\nMeine Fassung' }));
});

test('an unsaved change survives a reload, with the version it began from', async () => {
  await show();
  fireEvent.change(area(), { target: { value: 'Halb fertig' } });
  server = stored(2, 'Von anderswo');
  document.body.replaceChildren();
  await show();
  await screen.findByText('Der Beitrag wurde inzwischen geändert');
  expect(document.body.textContent).toContain('Halb fertig');
});
