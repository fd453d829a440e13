import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../../test/axe.ts';
import { SetProgrammeDocument, WriteReviewDocument } from './documents.generated.ts';
import { ProgrammeForm } from './programme-form.tsx';
import { ReviewForm } from './review-form.tsx';
import { event, sends, show, uuid } from './test-world.tsx';

jest.setTimeout(30_000);
beforeEach(() => sessionStorage.clear());

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const titles = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: /Uhr: Titel/ }).map((field) => field.value);
// Without a series there are no wishes to ask for.
const alone = (parts: Parameters<typeof event>[0] = {}) => event({ series: null, ...parts });

test('items are ordered by keyboard: the focus stays with the item, its speaker too, and the times follow', async () => {
  const { sent, mock } = sends(SetProgrammeDocument);
  const { container } = show(<ProgrammeForm event={alone()} />, [mock]);
  expect(await barriers(container)).toEqual([]);
  expect(screen.getByText(/40 Minuten von 90, bis 10:40 Uhr/)).toBeTruthy();
  press('Punkt 2 nach oben');
  expect(titles()).toEqual(['Stand der Umsetzung', 'Begrüßung']);
  // At the top it cannot go further up: the focus stays in its row.
  await waitFor(() => expect(document.activeElement?.closest('li')?.getAttribute('aria-label')).toBe('Punkt 1'));
  press('Ablauf speichern');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    version: 4,
    input: { agenda: [{ id: uuid(32) }, { id: uuid(31) }], speakers: [{ id: uuid(41), item: 0, organisationName: 'Spitzenverband' }] },
  });
});

test('removing an item keeps its speaker for the whole event; a new row takes the focus, and what it lacks is said there', async () => {
  const { sent, mock } = sends(SetProgrammeDocument);
  show(<ProgrammeForm event={alone()} />, [mock]);
  press('Punkt 2 entfernen');
  press('Verweis hinzufügen');
  await waitFor(() => expect(document.activeElement?.closest('li')?.getAttribute('aria-label')).toBe('Verweis 1'));
  press('Ablauf speichern');
  const summary = await screen.findByRole('group', { name: 'Angaben prüfen' });
  expect([...summary.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
    'Jeder Verweis braucht einen Namen.',
    'Die Adresse beginnt mit https://',
  ]);
  expect(sent).toEqual([]);
  press('Verweis 1 entfernen');
  press('Ablauf speichern');
  await waitFor(() => expect(sent).toMatchObject([{ input: { agenda: [{ id: uuid(31) }], speakers: [{ item: null }], links: [] } }]));
});

test('an item that a planned wish adds joins what is written', async () => {
  const first = show(<ProgrammeForm event={alone()} />);
  fireEvent.change(screen.getAllByRole('textbox', { name: /Uhr: Titel/ })[0]!, { target: { value: 'Guten Morgen' } });
  first.unmount();
  const before = alone();
  const wished = { ...before.agenda[0]!, id: uuid(33), title: 'Digitales Siegel', wishId: uuid(50) };
  show(<ProgrammeForm event={{ ...before, version: 5, agenda: [...before.agenda, wished] }} />);
  await waitFor(() => expect(titles()).toEqual(['Guten Morgen', 'Stand der Umsetzung', 'Digitales Siegel']));
  expect(screen.getByText(/Entfernen Sie den Punkt, ist der Wunsch wieder offen/)).toBeTruthy();
});

test('the review waits for the event to begin; its voices have labels of their own and survive a failure', async () => {
  const { sent, mock } = sends(WriteReviewDocument);
  const early = show(<ReviewForm event={alone()} />, [mock]);
  expect(screen.getByText(/sobald die Veranstaltung begonnen hat/)).toBeTruthy();
  early.unmount();
  const { container } = show(<ReviewForm event={alone({ status: 'DONE' })} />, [mock]);
  press('Stimme hinzufügen');
  press('Stimme hinzufügen');
  expect(screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Bezeichnung' }).map(({ value }) => value)).toEqual([
    'Kommune 1',
    'Kommune 2',
  ]);
  press('Stimme 1 entfernen');
  fireEvent.change(screen.getByRole('textbox', { name: /Wie viele Verwaltungen/ }), { target: { value: 'viele' } });
  press('Rückblick speichern');
  const summary = await screen.findByRole('group', { name: 'Angaben prüfen' });
  expect(summary.querySelectorAll('a')).toHaveLength(2);
  expect(await barriers(container)).toEqual([]);
  fireEvent.change(screen.getByRole('textbox', { name: /Wie viele Verwaltungen/ }), { target: { value: '58' } });
  fireEvent.change(screen.getByRole('textbox', { name: 'Text' }), { target: { value: 'Endlich klar.' } });
  press('Rückblick speichern');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    input: { participatingOrganisations: 58, quotes: [{ id: null, label: 'Kommune 2', text: 'Endlich klar.' }] },
  });
  await screen.findByRole('alert');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value).toBe('Endlich klar.');
});
