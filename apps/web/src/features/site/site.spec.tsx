import { expect, test } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { barriers } from '../../../test/axe.ts';
import { BarrierForm, type BarrierReport } from './barrier-form.tsx';
import { landTiles } from './land-tiles.ts';
import { SiteDataContext, type SiteData } from './site-data.ts';
import { SitePage } from './site-page.tsx';
import { StartPage } from './start-page.tsx';

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
  participating: new Set(['15002', '15003']),
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
  expect(screen.getByText(/Gelb leuchten die 2, die in einer Arbeitsgruppe mitarbeiten/)).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
});

test('without a demonstration no role is offered', () => {
  start({ signIn: () => undefined, demoAccounts: [], participating: null });
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
    'Beschreiben Sie bitte, was nicht geht.',
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
