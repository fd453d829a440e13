import { beforeAll, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { barriers } from '../../../../test/axe.ts';
import { renderAround } from '../test/around.tsx';
import { post } from '../test/post.ts';
import { PostItem, type PostDeeds } from './post-item.tsx';
import { PostList } from './post-list.tsx';
import { othersSince, waitingCount, type ShownPost } from './state.ts';
import { PostsStore, type PostSource } from './store.ts';

beforeAll(() => {
  // Nothing comes into view by itself here: the buttons are the way.
  globalThis.IntersectionObserver = class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  } as unknown as typeof IntersectionObserver;
  window.scrollBy = () => undefined;
});

const done: string[] = [];
const note = (name: string) => (one: ShownPost) => void done.push(`${name} ${one.no}`);
const deeds: PostDeeds = {
  reply: note('reply'),
  quote: note('quote'),
  react: (one, kind, on) => void done.push(`react ${one.no} ${kind} ${on}`),
  edit: note('edit'),
  remove: note('remove'),
  history: note('history'),
  copyAddress: note('address'),
  accept: (one, accepted) => void done.push(`accept ${one.no} ${accepted}`),
  look: note('look'),
};

const thread = (count: number, make: (no: number) => ShownPost = post): PostSource => {
  const all = Array.from({ length: count }, (_, i) => make(i + 1));
  return {
    page: async ({ first, after, last, before, withHead }) => ({
      lastNo: count,
      first: withHead ? (all[0] ?? null) : null,
      posts: last === undefined ? all.slice(after ?? 0, (after ?? 0) + (first ?? 0)) : all.slice(0, (before ?? count + 1) - 1).slice(-last),
    }),
    post: async (id) => all.find((one) => one.id === id)!,
  };
};

type PageProps = { store: PostsStore; readNo: number; openedAt: number; plain: boolean; writing?: boolean };

function Page({ store, readNo, openedAt, plain, writing = false }: PageProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const box = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  return (
    <>
      <h1>Thema</h1>
      <h2>Beiträge</h2>
      <PostList store={store} state={state} box={box} end={end} readNo={readNo} openedAt={openedAt} writing={writing}>
        {(one) =>
          plain ? (
            <li key={one.no} data-no={one.no} />
          ) : (
            <PostItem
              key={one.no}
              post={one}
              mayReply
              mayReact
              mayAccept={false}
              deeds={deeds}
              actions={[]}
              meant={false}
              fresh={false}
              editor={null}
            />
          )
        }
      </PostList>
    </>
  );
}
const numbers = (page: Element) => [...page.querySelectorAll('[data-no]')].map((li) => Number(li.getAttribute('data-no')));

async function open(source: PostSource, from: number, readNo: number, plain = false) {
  const store = new PostsStore(source, () => false);
  const { container } = renderAround(<Page store={store} readNo={readNo} openedAt={from} plain={plain} />);
  await act(() => store.startAt(from));
  return { store, page: container };
}

test('read posts are folded away, one yellow line stands before the first unread', async () => {
  const { page } = await open(thread(17), 14, 14);
  expect(numbers(page)).toEqual([1, 14, 15, 16, 17]);
  expect(page.querySelector('.thr-new')?.nextElementSibling?.getAttribute('data-no')).toBe('15');
  expect(await barriers(page)).toEqual([]);
  const fold = screen.getByRole('button', { name: '12 gelesene Beiträge zeigen' });
  fold.focus();
  await act(async () => fireEvent.click(fold));
  await waitFor(() => expect(numbers(page)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1)));
  // The button is gone: the focus stands on the first post that it brought.
  expect(document.activeElement?.getAttribute('data-no')).toBe('2');
  expect(screen.queryByRole('button', { name: /gelesene/ })).toBeNull();
});

test('what one wrote oneself is not new: the line stands before the first post of somebody else', async () => {
  const mine = (no: number) => post(no, { author: { ...post(no).author, personId: 'p-kim' } });
  const own = await open(
    thread(4, (no) => (no > 2 ? mine(no) : post(no))),
    1,
    2,
  );
  expect(own.page.querySelector('.thr-new')).toBeNull();
  await writtenBy(own.store, 5);
  expect(own.page.querySelector('.thr-new')?.nextElementSibling?.getAttribute('data-no')).toBe('5');
  expect(othersSince(own.store.getState(), 2, 'p-kim')).toBe(1);
});

test('never more than 150 posts stand in the page', async () => {
  const { page } = await open(thread(10_000), 1, 0, true);
  for (let i = 0; i < 6; i++) await act(async () => fireEvent.click(screen.getByRole('button', { name: /Weitere Beiträge laden/ })));
  const shown = numbers(page);
  expect(shown.length).toBeLessThanOrEqual(150);
  expect(shown.at(-1)).toBe(350);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /Beiträge zeigen/ })));
  expect(numbers(page).length).toBeLessThanOrEqual(150);
});

const writtenBy = (store: PostsStore, no: number, withText = true) =>
  act(async () => {
    const { viewerCan: _, ...heard } = post(no);
    store.hear({ name: 'post.written', threadId: 't-1', postId: `post-${no}`, no, post: withText ? heard : null });
    await new Promise((resolve) => setTimeout(resolve, 100));
  });

test('what others write while it is read stands below at once, and counts as new until it is reached', async () => {
  const { store, page } = await open(thread(3), 1, 0);
  const third = page.querySelector<HTMLElement>('[data-no="3"]')!;
  third.focus();
  await writtenBy(store, 4);
  expect(numbers(page)).toEqual([1, 2, 3, 4]);
  expect(document.activeElement).toBe(third);
  expect(waitingCount(store.getState())).toBe(1);
  await act(() => store.showWaiting());
  expect(waitingCount(store.getState())).toBe(0);
});

test('a post that came without its text is fetched by who has the end in the page, and by nobody else', async () => {
  const source = thread(60);
  const asked: unknown[] = [];
  const counting = { ...source, page: (wanted: Parameters<PostSource['page']>[0]) => (asked.push(wanted), source.page(wanted)) };
  const { store, page } = await open(
    { ...counting, page: async (wanted) => ({ ...(await counting.page(wanted)), lastNo: 50 }) },
    1,
    0,
    true,
  );
  expect(numbers(page).at(-1)).toBe(50);
  await writtenBy(store, 51, false);
  await waitFor(() => expect(numbers(page)).toContain(51));
  const middle = await open(counting, 1, 0, true);
  asked.length = 0;
  await writtenBy(middle.store, 61, false);
  expect(asked).toEqual([]);
});

test('while somebody writes below, nothing is added by itself, and nothing that stood there goes away', async () => {
  const store = new PostsStore(thread(3), () => false);
  function Writer() {
    const [writing, write] = useState(false);
    return (
      <>
        <button type="button" onClick={() => write(!writing)}>
          pen
        </button>
        <Page store={store} readNo={0} openedAt={1} plain writing={writing} />
      </>
    );
  }
  const { container } = renderAround(<Writer />);
  await act(() => store.startAt(1));
  await writtenBy(store, 4);
  fireEvent.click(screen.getByText('pen'));
  await writtenBy(store, 5);
  expect(numbers(container)).toEqual([1, 2, 3, 4]);
  fireEvent.click(screen.getByText('pen'));
  expect(numbers(container)).toEqual([1, 2, 3, 4, 5]);
});

test('when the page cannot be loaded it says so and tries again', async () => {
  let broken = true;
  const good = thread(3);
  const { page } = await open({ ...good, page: (wanted) => (broken ? Promise.reject(new Error('away')) : good.page(wanted)) }, 1, 0);
  broken = false;
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Erneut versuchen' })));
  await waitFor(() => expect(numbers(page)).toEqual([1, 2, 3]));
});

test('a post says who wrote it, what it answers, and what can be done', async () => {
  const mine = '11111111-1111-4111-8111-111111111111';
  const rich = (no: number) =>
    post(no, {
      body: no === 2 ? '' : `[@Halle](organisation:${mine}) und [@Leitung](role:GROUP_LEADS)`,
      deleted: no === 2,
      editedAt: no === 3 ? '2026-11-11T09:00:00Z' : null,
      replyTo: no === 3 ? { no: 1, authorName: 'Kim Muster', excerpt: 'Für uns zählt die erste Zeile.' } : null,
      reactions: no === 1 ? [{ kind: 'AGREE', count: 4, mine: true }] : [],
      mentions: [{ kind: 'ORGANISATION', targetId: mine, name: 'Halle', mine: true }],
    });
  const { page } = await open(thread(3, rich), 1, 0);
  expect(await barriers(page)).toEqual([]);
  expect(screen.getByText('Dieser Beitrag wurde gelöscht.')).toBeTruthy();
  expect([...page.querySelectorAll('.ui-mention--mine')].map((m) => m.textContent)).toEqual(['@Halle', '@Halle']);
  expect(screen.getByRole('link', { name: /^Kim Muster.*Beitrag 1$/ }).getAttribute('href')).toBe('/?beitrag=1');
  const agree = screen.getByRole('button', { name: 'Zustimmung, 4 Personen, auch Sie' });
  expect(agree.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(agree);
  fireEvent.click(screen.getByRole('button', { name: 'Antworten auf Beitrag 3' }));
  fireEvent.click(screen.getByRole('button', { name: 'bearbeitet' }));
  expect(done).toEqual(['react 1 AGREE false', 'reply 3', 'history 3']);
});
