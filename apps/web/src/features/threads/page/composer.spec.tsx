import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { barriers } from '../../../../test/axe.ts';
import type { ThreadQuery } from '../documents.generated.ts';
import { PostsStore } from '../posts/store.ts';
import { renderAround, type Answers } from '../test/around.tsx';
import { post } from '../test/post.ts';
import { Composer } from './composer.tsx';

const thread = {
  id: '11111111-1111-4111-8111-111111111111',
  groupId: '22222222-2222-4222-8222-222222222222',
  announcementId: null,
  closed: false,
  viewerCan: { reply: true },
  group: { viewerCan: { write: true } },
} as ThreadQuery['thread'];

type Sent = { input: { clientMutationId: string; body: string; confirmMany: boolean } };
let sent: Sent['input'][] = [];
const withTypes = (no: number) => ({
  ...post(no),
  __typename: 'Post',
  author: { ...post(no).author, __typename: 'Author' },
  viewerCan: { __typename: 'PostAbilities', edit: true, delete: true, restore: false },
});
const answers: Answers = {
  Draft: () => ({ draft: null }),
  DiscardDraft: () => ({ discardDraft: true }),
  SaveDraft: ({ input }) => ({ saveDraft: { __typename: 'Draft', ...(input as object), version: 1, updatedAt: new Date().toISOString() } }),
  Reply: (variables) => {
    sent.push((variables as Sent).input);
    return { reply: withTypes(1) };
  },
};
const nothing = () => undefined;
async function show(more: Answers = {}) {
  const store = new PostsStore(
    { page: async () => ({ lastNo: 1, first: null, posts: [post(1)] }), post: async () => post(1) },
    () => false,
  );
  const { container } = renderAround(
    <Composer ref={null} thread={thread} store={store} silent="Sie lesen mit." onWriting={nothing} onSending={nothing} />,
    {
      ...answers,
      ...more,
    },
  );
  await screen.findByRole('textbox');
  return container;
}
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ihr Beitrag' });
const write = (text: string) => fireEvent.change(area(), { target: { value: text } });
const send = () => act(async () => fireEvent.click(screen.getByRole('button', { name: /Antworten|erneut senden/ })));

beforeEach(() => {
  sent = [];
  localStorage.clear();
});
afterEach(() => localStorage.clear());

test('a post is sent, and the text is gone everywhere', async () => {
  const page = await show();
  expect(await barriers(page)).toEqual([]);
  write('Guten Tag');
  expect(localStorage.length).toBe(1);
  await send();
  await waitFor(() => expect(area().value).toBe(''));
  expect(sent.map((one) => one.body)).toEqual(['Guten Tag']);
  expect(localStorage.length).toBe(0);
});

test('an empty post is refused at the field', async () => {
  const page = await show();
  write('  ');
  await send();
  await waitFor(() => expect(area().getAttribute('aria-invalid')).toBe('true'));
  expect(sent).toEqual([]);
  expect(await barriers(page)).toEqual([]);
});

test('without a connection the text stays and says so; sent again, it carries the same number', async () => {
  let reachable = false;
  const tried: string[] = [];
  await show({
    Reply: (variables) => {
      tried.push((variables as Sent).input.clientMutationId);
      if (!reachable) throw new TypeError('Failed to fetch');
      return { reply: withTypes(1) };
    },
  });
  write('Aus dem Zug');
  await send();
  await screen.findByText('Noch nicht gesendet: der Server ist nicht zu erreichen');
  expect(area().value).toBe('Aus dem Zug');
  reachable = true;
  await send();
  await waitFor(() => expect(area().value).toBe(''));
  expect(tried).toHaveLength(2);
  expect(new Set(tried).size).toBe(1);
});

test('who cannot read it is named before it is sent', async () => {
  const page = await show({
    CheckMentions: () => ({
      checkMentions: { __typename: 'MentionCheck', recipients: 30, unreachable: ['Toni Vorlage'], needsConfirmation: true, refused: false },
    }),
  });
  fireEvent.change(area(), { target: { value: '[@Alle](role:GROUP_MEMBERS) bitte lesen' } });
  await send();
  const dialog = await screen.findByRole('alertdialog', { name: 'An 30 Personen senden?' });
  expect(dialog.textContent).toContain('Toni Vorlage');
  expect(await barriers(dialog)).toEqual([]);
  expect(sent).toEqual([]);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'An 30 Personen senden' })));
  await waitFor(() => expect(sent.map((one) => one.confirmMany)).toEqual([true]));
  expect(page.textContent).not.toContain('Toni Vorlage');
});

test('a refusal says what is the matter and keeps the text', async () => {
  await show({
    Reply: () => {
      throw new CombinedGraphQLErrors({ data: null, errors: [{ message: 'x', extensions: { code: 'thread.closed' } }] });
    },
  });
  write('Zu spät');
  await send();
  await screen.findByText('Die Diskussion ist geschlossen.');
  expect(area().value).toBe('Zu spät');
});
