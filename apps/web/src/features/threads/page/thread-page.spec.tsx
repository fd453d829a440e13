import { beforeAll, expect, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useApolloClient } from '@apollo/client/react';
import { Route, Routes, useNavigate } from 'react-router';
import { useEffect } from 'react';
import { barriers } from '../../../../test/axe.ts';
import { halle, renderAround, type Answers } from '../test/around.tsx';
import { post } from '../test/post.ts';
import { ThreadPage } from './thread-page.tsx';

beforeAll(() => {
  globalThis.IntersectionObserver = class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  } as unknown as typeof IntersectionObserver;
  window.scrollBy = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
});

const organisation = { __typename: 'Organisation', ...halle };
const can = (__typename: string, ...names: string[]) => ({ __typename, ...Object.fromEntries(names.map((name) => [name, true])) });
const thread = {
  __typename: 'Thread',
  id: 't-1',
  groupId: 'g-1',
  announcementId: null,
  question: null,
  path: '/arbeitsgruppen/g-1/diskussionen/t-1',
  title: 'Ein Newsletter',
  openedBy: { __typename: 'Person', id: 'p-kim', name: 'Kim Muster' },
  createdAt: '2026-11-10T09:00:00Z',
  lastNo: 1,
  lastPostAt: '2026-11-10T09:00:00Z',
  pinned: false,
  closed: false,
  stand: null,
  version: 1,
  readNo: 1,
  unreadCount: 0,
  viewerFollow: 'ALL',
  viewerFollowOwn: null,
  viewerCan: can('ThreadAbilities', 'reply', 'react', 'close', 'pin', 'retitle', 'writeStand', 'accept'),
  participants: [
    { __typename: 'Participant', person: { __typename: 'Person', id: 'p-kim', name: 'Kim Muster' }, organisation, function: '', posts: 1 },
  ],
  participantCount: 1,
  group: {
    __typename: 'WorkingGroup',
    id: 'g-1',
    number: 4,
    name: 'Kommunikation',
    goal: '',
    viewerCan: can('GroupAbilities', 'read', 'write'),
  },
};

test('who loses the right to read while the page is open sees no post any more, and is told with a way on', async () => {
  let member = true;
  const gone = () => {
    throw new CombinedGraphQLErrors({ data: null, errors: [{ message: 'not_found', extensions: { code: 'not_found' } }] });
  };
  const asMember =
    (answer: () => unknown): Answers[string] =>
    async () =>
      member ? answer() : gone();
  let readAnew: () => Promise<unknown> = () => Promise.resolve();
  function Opened() {
    const client = useApolloClient();
    const navigate = useNavigate();
    useEffect(() => {
      // What the live connection does when the server says that a room was left.
      readAnew = () => Promise.allSettled([...client.getObservableQueries()].map((query) => query.refetch()));
      void navigate('/arbeitsgruppen/g-1/diskussionen/t-1');
    }, [client, navigate]);
    return (
      <Routes>
        <Route path="/arbeitsgruppen/:id/diskussionen/:threadId" element={<ThreadPage actions={[]} />} />
        <Route path="*" element={null} />
      </Routes>
    );
  }
  const { container } = renderAround(<Opened />, {
    Thread: asMember(() => ({ thread })),
    ThreadPosts: asMember(() => ({
      thread: {
        __typename: 'Thread',
        id: 't-1',
        lastNo: 1,
        posts: { __typename: 'PostPage', nodes: [{ ...post(1), __typename: 'Post', viewerCan: null }] },
      },
    })),
    Draft: () => ({ draft: null }),
    MarkRead: () => ({ markRead: thread }),
  });
  expect(await screen.findByText('Text von Beitrag 1')).toBeTruthy();

  member = false;
  await act(readAnew);
  await waitFor(() => expect(screen.queryByText('Text von Beitrag 1')).toBeNull());
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText('Die Diskussion gibt es nicht, oder Sie dürfen sie nicht lesen.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Zu den Diskussionen' }).getAttribute('href')).toBe('/arbeitsgruppen/g-1/diskussionen');
  expect(await barriers(container)).toEqual([]);
});
