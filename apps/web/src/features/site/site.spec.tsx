import { expect, test } from '@jest/globals';
import { MockedProvider } from '@apollo/client/testing/react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { barriers } from '../../../test/axe.ts';
import { BarrierForm, type BarrierReport } from './barrier-form.tsx';
import { BarrierPage } from './barrier-page.tsx';
import { ReportBarrierDocument, SiteTextDocument } from './documents.generated.ts';
import { landTiles } from './land-tiles.ts';
import { SiteDataContext, type SiteData } from './site-data.ts';
import { SitePage } from './site-page.tsx';
import { StartPage } from './start-page.tsx';
import { TextPage } from './text-page.tsx';

const demo: SiteData = {
  signIn: null,
  demoAccounts: [
    {
      login: 'koordination.halle',
      name: 'Kim Muster',
      organisation: 'Stadt Halle (Saale)',
      code: 'HAL',
      kind: 'other',
      about: 'OZG-Koordination',
    },
  ],
  askParticipation: () => Promise.resolve({ keys: ['15002', '15003'], administrations: 133 }),
};
const start = (data: Partial<SiteData>) =>
  render(
    <MemoryRouter>
      <SiteDataContext value={{ ...demo, ...data }}>
        <StartPage />
      </SiteDataContext>
    </MemoryRouter>,
  );

test('the Land has 133 administrations, each in its own place', () => {
  expect(landTiles).toHaveLength(133);
  expect(new Set(landTiles.map((tile) => tile.key)).size).toBe(133);
  expect(new Set(landTiles.map((tile) => `${tile.column},${tile.row}`)).size).toBe(133);
});

test('the start page signs in, as oneself or as a role of the demonstration', async () => {
  const as: (string | undefined)[] = [];
  const { container } = start({ signIn: (login) => as.push(login) });
  fireEvent.click(screen.getByRole('button', { name: 'Mit dem Dienstkonto anmelden' }));
  fireEvent.click(screen.getByRole('button', { name: 'Kim Muster, Stadt Halle (Saale)' }));
  expect(as).toEqual([undefined, 'koordination.halle']);
  expect((await screen.findByRole('link', { name: '2 von 133 Verwaltungen' })).getAttribute('href')).toBe('/kommunen');
  expect(container.querySelectorAll('rect.ui-map__tile--on')).toHaveLength(2);
  expect(await barriers(container)).toEqual([]);
});

test('without a demonstration no role is offered, and without an answer no tile is lit', async () => {
  const { container } = start({ signIn: () => undefined, demoAccounts: [], askParticipation: () => Promise.reject(new Error('away')) });
  await Promise.resolve();
  expect(container.querySelectorAll('rect.ui-map__tile--on')).toHaveLength(0);
  expect(screen.getAllByRole('button')).toHaveLength(1);
  expect(screen.queryByText(/Vorführung/)).toBeNull();
  expect(screen.queryByText(/Gelb/)).toBeNull();
});

test('without the sign-in service no button pretends', () => {
  start({});
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('Die Anmeldung ist gerade nicht erreichbar')).toBeTruthy();
});

test('a barrier is reported with what is needed, and only then', async () => {
  const sent: BarrierReport[] = [];
  const { container, rerender } = render(<BarrierForm state="open" page="/mein-tag" onSend={(report) => sent.push(report)} />);
  const write = (label: RegExp, value: string) => fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
  const send = () => fireEvent.click(screen.getByRole('button', { name: 'Meldung senden' }));
  write(/E-Mail/, 'kim@');
  send();
  expect(sent).toEqual([]);
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'Beschreiben Sie bitte in einem Satz, was nicht geht.',
    'Diese E-Mail-Adresse ist nicht vollständig.',
  ]);
  expect(await barriers(container)).toEqual([]);
  write(/Problem/, ' Der Knopf ist stumm. ');
  write(/E-Mail/, '');
  send();
  expect(sent).toEqual([{ problem: 'Der Knopf ist stumm.', page: '/mein-tag', contact: null }]);
  rerender(<BarrierForm state="failed" onSend={() => undefined} />);
  expect(screen.getByRole('alert').textContent).toContain('nicht angekommen');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Problem/ }).value).toBe(' Der Knopf ist stumm. ');
  rerender(<BarrierForm state="sent" onSend={() => undefined} />);
  expect(screen.getByRole('alert').textContent).toContain('angekommen');
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('a text of the operator: shown, missing, failed', async () => {
  const page = (rest: { text: string | null | undefined; failed?: boolean }) => (
    <MemoryRouter>
      <SitePage title="Impressum" {...rest} />
    </MemoryRouter>
  );
  const { rerender } = render(page({ text: '# Anbieter' }));
  expect(await screen.findByRole('heading', { level: 2, name: 'Anbieter' })).toBeTruthy();
  rerender(page({ text: null }));
  expect(screen.getByText('Der Betreiber hat hier noch keinen Text hinterlegt.')).toBeTruthy();
  rerender(page({ text: undefined, failed: true }));
  expect(screen.getByRole('alert')).toBeTruthy();
});

test('a report goes to the server once, with the page one came from, and a refusal is said in its words', async () => {
  const sent: unknown[] = [];
  const answer = (result: object) => ({
    request: { query: ReportBarrierDocument, variables: (variables: { input: object }) => Boolean(sent.push(variables.input)) },
    result,
    maxUsageCount: 1,
  });
  render(
    <MockedProvider
      mocks={[answer({ errors: [{ message: 'no', extensions: { code: 'rate_limited' } }] }), answer({ data: { reportBarrier: true } })]}
    >
      <MemoryRouter initialEntries={[{ pathname: '/barriere-melden', state: { from: '/arbeitsgruppen' } }]}>
        <BarrierPage />
      </MemoryRouter>
    </MockedProvider>,
  );
  fireEvent.change(screen.getByRole('textbox', { name: /Problem/ }), { target: { value: 'Der Knopf ist stumm.' } });
  const send = () => fireEvent.click(screen.getByRole('button', { name: 'Meldung senden' }));
  send();
  expect((await screen.findByRole('alert')).textContent).toContain('Bitte warten Sie eine Minute');
  send();
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Danke'));
  expect(new Set(sent.map((input) => JSON.stringify(input))).size).toBe(1);
  expect(sent[0]).toMatchObject({ problem: 'Der Knopf ist stumm.', page: '/arbeitsgruppen', contact: '' });
});

test('a text is read from the server, with its date once somebody set it', async () => {
  const show = (version: number) =>
    render(
      <MockedProvider
        mocks={[
          {
            request: { query: SiteTextDocument, variables: { key: 'IMPRESSUM' } },
            result: {
              data: {
                siteText: { __typename: 'SiteText', key: 'IMPRESSUM', body: 'Anbieter', version, updatedAt: '2026-11-21T09:00:00Z' },
              },
            },
          },
        ]}
      >
        <MemoryRouter>
          <TextPage textKey="IMPRESSUM" title="Impressum" />
        </MemoryRouter>
      </MockedProvider>,
    );
  const { unmount } = show(0);
  expect(await screen.findByText('Anbieter')).toBeTruthy();
  expect(screen.queryByText(/Stand/)).toBeNull();
  unmount();
  show(2);
  expect(await screen.findByText('Stand: 21.11.2026')).toBeTruthy();
});
