import { beforeEach, describe, expect, test } from '@jest/globals';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { createMemoryRouter, Link, Outlet, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { barriers } from '../../test/axe.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ErrorPage } from './error-page.tsx';
import { frameLinksOf, liesIn } from './sections.ts';
import { nobody, ShellDataContext, type ShellData } from './shell-data.ts';
import { Shell } from './shell.tsx';

const kim: ShellData = {
  ...nobody,
  viewer: {
    name: 'Kim Muster',
    organisation: { name: 'Stadt Halle (Saale)', code: 'HAL', kind: 'mine' },
    sign: '15002000',
    newcomer: false,
    mayAdminister: false,
    organisations: [],
  },
  news: { '/arbeitsgruppen': 6 },
  newNotices: 3,
};

const Broken = () => {
  throw new Error('broken');
};
const tabs = (
  <Tabs
    label="Bereiche"
    tabs={[
      { to: '/arbeitsgruppen', label: 'Überblick', end: true },
      { to: '/arbeitsgruppen/mitglieder', label: 'Mitglieder' },
    ]}
  />
);
const pages: RouteObject[] = [
  { path: 'mein-tag', element: <PageHeader title="Mein Tag" lead={<Link to="/arbeitsgruppen">Ihre Gruppen</Link>} /> },
  {
    path: 'arbeitsgruppen',
    element: (
      <>
        <PageHeader title="Arbeitsgruppen" />
        {tabs}
        <input aria-label="Filter" />
        <Outlet />
      </>
    ),
    children: [{ path: 'mitglieder', element: <p>29 Verwaltungen</p> }],
  },
  { path: 'verwaltung', element: <Broken /> },
  { path: 'hinweise', element: <PageHeader title="Hinweise" /> },
  { path: 'hilfe', element: <PageHeader title="Hilfe" /> },
  { path: '*', element: <PageHeader title="Nichts" /> },
];

function show(data: ShellData, at = '/mein-tag') {
  const frame = (
    <ShellDataContext value={data}>
      <Shell links={frameLinksOf(pages)}>
        <Outlet />
      </Shell>
    </ShellDataContext>
  );
  const router = createMemoryRouter([{ element: frame, children: [{ errorElement: <ErrorPage />, children: pages }] }], {
    initialEntries: [at],
  });
  return { router, ...render(<RouterProvider router={router} />) };
}
const sections = () => within(screen.getByRole('navigation', { name: 'Hauptbereiche' }));
const press = (...keys: string[]) => act(() => keys.forEach((key) => fireEvent.keyDown(document.activeElement ?? document.body, { key })));

beforeEach(() => {
  localStorage.clear();
  window.scrollTo = () => undefined;
});

describe('what the frame shows', () => {
  test('to strangers: no navigation, no account, and the links that have pages', () => {
    show(nobody, '/hilfe');
    expect(screen.queryByRole('navigation', { name: 'Hauptbereiche' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Konto/ })).toBeNull();
    const footer = within(screen.getByRole('navigation', { name: 'Rechtliches und Hilfe' }));
    expect(footer.getAllByRole('link').map((link) => link.textContent)).toEqual(['Hilfe']);
  });

  test('to Kim: the sections that have pages, what is new in them, and nothing of the administration', async () => {
    const { container } = show(kim);
    expect(
      sections()
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['/mein-tag', '/arbeitsgruppen']);
    expect(sections().getByRole('link', { name: /Arbeitsgruppen.*6 neu/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Hinweise, 3 neue' })).toBeTruthy();
    expect(await barriers(container)).toEqual([]);
  });

  test('where somebody is: also on pages that belong to a section and are addressed otherwise', () => {
    const here = () =>
      sections()
        .getAllByRole('link')
        .filter((link) => link.getAttribute('aria-current') === 'page')
        .map((link) => link.getAttribute('href'));
    const { unmount } = show(kim, '/arbeitsgruppen/mitglieder');
    expect(here()).toEqual(['/arbeitsgruppen']);
    unmount();
    show(kim, '/hinweise');
    expect(here()).toEqual([]);
    const [hours] = frameLinksOf([{ path: 'sprechstunden' }, { path: '*' }]).sections;
    expect(
      ['/sprechstunden', '/sprechstunden/1', '/fragen', '/faq/1', '/fragenlos', '/mein-tag'].map((path) => liesIn(hours!, path)),
    ).toEqual([true, true, true, true, false, false]);
  });

  test('to those who may administer: that section too', () => {
    show({ ...kim, viewer: { ...kim.viewer!, mayAdminister: true } });
    expect(sections().getByRole('link', { name: 'Verwaltung' })).toBeTruthy();
    // On a phone, whose bar has room for five, it is found here.
    fireEvent.click(screen.getByRole('button', { name: /^Konto:/ }));
    expect(screen.getAllByRole('link', { name: 'Verwaltung' })).toHaveLength(2);
  });

  test('a lost connection, said once and calmly', () => {
    show({ ...kim, connection: 'lost' });
    const said = screen.getAllByRole('status').filter((region) => region.textContent !== '');
    expect(said.map((region) => region.textContent)).toEqual(['Verbindung unterbrochen, Entwürfe sind sicher']);
    expect(sections().getByText('Unterbrochen')).toBeTruthy();
  });

  test('a broken page leaves the way to the others', () => {
    const log = console.error;
    console.error = () => undefined;
    show(kim, '/verwaltung');
    console.error = log;
    expect(screen.getByRole('heading', { level: 1, name: 'Diese Seite lässt sich gerade nicht zeigen' })).toBeTruthy();
    expect(sections().getAllByRole('link').length).toBeGreaterThan(1);
  });
});

describe('where the focus goes', () => {
  test('to the heading of the new page, whose name is the title of the document', async () => {
    show(kim);
    expect(document.title).toBe('Mein Tag – Gemeinsam Digital Sachsen-Anhalt');
    expect(document.activeElement).toBe(document.body);
    const link = screen.getByRole('link', { name: 'Ihre Gruppen' });
    act(() => link.focus());
    fireEvent.click(link);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Arbeitsgruppen' })));
    expect(document.title).toBe('Arbeitsgruppen – Gemeinsam Digital Sachsen-Anhalt');
  });

  test('nowhere on tabs: the page remains', async () => {
    show(kim, '/arbeitsgruppen');
    const tab = screen.getByRole('link', { name: 'Mitglieder' });
    act(() => tab.focus());
    fireEvent.click(tab);
    await screen.findByText('29 Verwaltungen');
    expect(document.activeElement).toBe(tab);
  });
});

describe('keys', () => {
  test('g and a letter go to a section', async () => {
    const { router } = show(kim);
    press('g', 'a');
    await waitFor(() => expect(router.state.location.pathname).toBe('/arbeitsgruppen'));
  });

  test('do nothing while somebody writes', async () => {
    const { router } = show(kim, '/arbeitsgruppen');
    act(() => screen.getByRole('textbox').focus());
    press('g', 't', '?');
    expect(router.state.location.pathname).toBe('/arbeitsgruppen');
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => screen.getByRole('textbox').blur());
    press('g', 't');
    await waitFor(() => expect(router.state.location.pathname).toBe('/mein-tag'));
  });

  test('? shows them all and lets them be switched off', async () => {
    const { router } = show(kim);
    press('?');
    const dialog = await screen.findByRole('dialog', { name: 'Tasten' });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Tasten verwenden' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Schließen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    press('g', 'a');
    expect(router.state.location.pathname).toBe('/mein-tag');
    press('?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('the account opens by its button, says who I am, and Esc gives the focus back', async () => {
  let out = 0;
  const { container } = show({ ...kim, signOut: () => (out += 1) });
  const button = screen.getByRole('button', { name: /Konto: .*Kim Muster/ });
  fireEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(await barriers(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Dunkel' }));
  expect(document.documentElement.getAttribute('data-kern-theme')).toBe('dark');
  fireEvent.click(screen.getByRole('button', { name: 'Abmelden' }));
  expect(out).toBe(1);
  fireEvent.keyDown(screen.getByRole('button', { name: 'Abmelden' }), { key: 'Escape' });
  expect(screen.queryByRole('button', { name: 'Abmelden' })).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('says two minutes ahead when the session ends, and when it is over; the page stays', async () => {
  let anew = 0;
  const signIn = () => (anew += 1);
  const { container, unmount } = show({ ...kim, session: { state: 'ending', endsAt: Date.parse('2026-11-18T08:40:00Z'), signIn } });
  expect(screen.getByRole('alert').textContent).toContain('Ihre Sitzung endet um 9:40 Uhr.');
  expect(await barriers(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Erneut anmelden' }));
  expect(anew).toBe(1);
  unmount();
  const over = show({ ...kim, connection: 'ended', session: { state: 'ended', signIn } });
  expect(screen.getByRole('alert').textContent).toContain('Ihre Sitzung ist beendet.');
  // One thing to do, not two: nothing heals by itself here.
  expect(sections().getByText('Abgemeldet')).toBeTruthy();
  expect(screen.queryByText('Verbindung unterbrochen, Entwürfe sind sicher')).toBeNull();
  expect(screen.getByRole('heading', { level: 1, name: 'Mein Tag' })).toBeTruthy();
  expect(await barriers(over.container)).toEqual([]);
});
