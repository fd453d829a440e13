import { beforeAll, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../../test/axe.ts';
import { tellHot } from '../hot.ts';
import { renderAround } from '../test/around.tsx';
import { post } from '../test/post.ts';
import { Answers } from './answers.tsx';

beforeAll(() => {
  globalThis.IntersectionObserver = class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  } as unknown as typeof IntersectionObserver;
  window.scrollBy = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
});

const can = (...names: string[]) =>
  Object.fromEntries(['reply', 'react', 'close', 'pin', 'retitle', 'writeStand', 'accept'].map((name) => [name, names.includes(name)]));
const thread = (viewerCan: object) => ({
  __typename: 'Thread',
  id: 't-1',
  groupId: null,
  announcementId: null,
  group: null,
  question: { __typename: 'Question', id: 'q-1' },
  path: '/fragen/q-1',
  title: 'Wer hat das schon?',
  createdAt: '2026-11-10T09:00:00Z',
  lastNo: 0,
  pinned: false,
  closed: false,
  stand: null,
  version: 1,
  readNo: 0,
  unreadCount: 0,
  viewerFollow: 'IMPORTANT',
  viewerFollowOwn: false,
  viewerCan: { __typename: 'ThreadAbilities', ...viewerCan },
  participants: [],
  participantCount: 0,
});
const show = (viewerCan: object, accepted: unknown[] = []) =>
  renderAround(
    <div>
      <h1>Wer hat das schon?</h1>
      <Answers threadId="t-1" silent="Ergänzen Sie stattdessen die Frage." />
    </div>,
    {
      Thread: () => ({ thread: thread(viewerCan) }),
      ThreadPosts: () => ({ thread: { __typename: 'Thread', id: 't-1', lastNo: 0, posts: { __typename: 'PostPage', nodes: [] } } }),
      Draft: () => ({ draft: null }),
      MarkRead: () => ({ markRead: { __typename: 'Thread', id: 't-1', readNo: 1, unreadCount: 0 } }),
      AcceptPost: (variables) => {
        accepted.push(variables);
        return { acceptPost: { ...post(1), __typename: 'Post', accepted: true, viewerCan: null } };
      },
    },
  ).container;

test('the first answer comes live below a question that had none, and is accepted', async () => {
  const accepted: unknown[] = [];
  const container = show(can('reply', 'react', 'accept'), accepted);
  expect(await screen.findByText(/^Noch keine\./)).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Ihre Antwort' })).toBeTruthy();
  act(() => tellHot({ name: 'post.written', threadId: 't-1', postId: 'post-1', no: 1, post: post(1) }));
  expect(await screen.findByText('Text von Beitrag 1')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 2, name: /^Antworten anderer Verwaltungen\s*1$/ })).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /^Antwort annehmen/ })));
  await waitFor(() => expect(screen.getByText('angenommen')).toBeTruthy());
  expect(accepted).toEqual([{ id: 'post-1', accepted: true }]);
  expect(screen.queryByRole('button', { name: /Antwort annehmen/ })).toBeNull();
  expect(await barriers(container)).toEqual([]);
});

test('who asked without a name is told why there is no field for them, and accepts all the same', async () => {
  show(can('react', 'accept'));
  expect(await screen.findByText('Ergänzen Sie stattdessen die Frage.')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  act(() => tellHot({ name: 'post.written', threadId: 't-1', postId: 'post-1', no: 1, post: post(1) }));
  expect(await screen.findByRole('button', { name: /^Antwort annehmen/ })).toBeTruthy();
});
