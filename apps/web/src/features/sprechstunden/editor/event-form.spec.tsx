import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../../test/axe.ts';
import { ConductSprechstundeDocument } from '../documents.generated.ts';
import { CreateSprechstundeDocument, EditSprechstundeDocument } from './documents.generated.ts';
import { EventDeeds } from './event-deeds.tsx';
import { EventForm } from './event-form.tsx';
import { NewEventPage } from './new-event-page.tsx';
import { event, refuses, sends, show, uuid } from './test-world.tsx';

jest.setTimeout(30_000);
beforeEach(() => sessionStorage.clear());

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const write = (name: string | RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const told = () => screen.getByRole('group', { name: 'Angaben prüfen' }).querySelectorAll('a');

test('who does not edit is told who does', () => {
  show(<NewEventPage />, [], false);
  expect(screen.getByText('Termine legt die Landesredaktion an.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a new event: what is missing is said at its field, nothing is lost by a failure or a reload, and it is one event', async () => {
  const { sent, mock } = sends(CreateSprechstundeDocument);
  const first = show(<NewEventPage />, [mock]);
  press('Entwurf anlegen');
  await screen.findByRole('group', { name: 'Angaben prüfen' });
  expect([...told()].map((link) => link.textContent)).toEqual([
    'Ein Titel hat 3 bis 160 Zeichen.',
    'Nennen Sie Tag und Beginn, zum Beispiel 25.11.2026 und 10:00.',
    'Nennen Sie das Ende, zum Beispiel 11:30.',
  ]);
  expect(field('Tag').getAttribute('aria-invalid')).toBe('true');
  expect(sent).toEqual([]);
  expect(await barriers(first.container)).toEqual([]);

  write('Titel', 'Register für alle');
  write('Tag', '20.11.2030');
  write('Beginn', '10');
  write('Ende', '11.30 Uhr');
  write(/^Themen/, 'Register\n\n Melderecht ');
  write(/^Anmeldung bis/, '18.11.2030');
  press('Entwurf anlegen');
  // The button is below a long form: what went wrong is said above it, and brought into sight.
  const box = await screen.findByRole('group', { name: 'Nicht gespeichert' });
  expect(box.textContent).toContain('nicht zu erreichen');
  await waitFor(() => expect(document.activeElement).toBe(box));
  first.unmount();
  show(<NewEventPage />, [mock]);
  expect(field('Titel').value).toBe('Register für alle');
  expect(field('Tag').value).toBe('20.11.2030');
  press('Entwurf anlegen');
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[0]).toEqual(sent[1]);
  expect(sent[0]).toMatchObject({
    input: {
      startsAt: '2030-11-20T09:00:00.000Z',
      endsAt: '2030-11-20T10:30:00.000Z',
      registrationUntil: '2030-11-18T22:59:59.999Z',
      topics: ['Register', 'Melderecht'],
      seriesId: null,
    },
  });
});

test.each([
  [
    'an end before its start',
    'event.ends_before_start',
    'endsAt',
    'Ende',
    'Das Ende liegt nicht nach dem Beginn. Bitte prüfen Sie beide Zeiten.',
  ],
  [
    'a start that is over',
    'event.in_past',
    'startsAt',
    'Beginn',
    'Dieser Termin liegt in der Vergangenheit. Bitte wählen Sie einen künftigen.',
  ],
])('%s is said in a sentence at its field, and nothing is lost', async (_, code, path, name, sentence) => {
  show(<NewEventPage />, [refuses(CreateSprechstundeDocument, code, [path])]);
  write('Titel', 'Register für alle');
  write('Tag', '20.11.2030');
  write('Beginn', '11:00');
  write('Ende', '10:00');
  press('Entwurf anlegen');
  await screen.findByRole('group', { name: 'Angaben prüfen' });
  expect([...told()].map((link) => link.textContent)).toEqual([sentence]);
  expect(field(name).getAttribute('aria-invalid')).toBe('true');
  expect(['Titel', 'Tag', 'Beginn', 'Ende'].map((each) => field(each).value)).toEqual([
    'Register für alle',
    '20.11.2030',
    '11:00',
    '10:00',
  ]);
});

test('an event elsewhere has an address to register at, and then no places here', async () => {
  const { sent, mock } = sends(CreateSprechstundeDocument);
  show(<NewEventPage />, [mock]);
  await screen.findByRole('option', { name: 'OZG-Sprechstunde' });
  fireEvent.change(screen.getByRole('combobox', { name: /^Reihe/ }), { target: { value: uuid(20) } });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Veranstaltung anderer' }).disabled).toBe(true);
  fireEvent.change(screen.getByRole('combobox', { name: /^Reihe/ }), { target: { value: '' } });
  write(/^Plätze/, '12');
  fireEvent.click(screen.getByRole('radio', { name: 'Veranstaltung anderer' }));
  write(/^Adresse der Anmeldung/, 'kongress.example');
  expect(screen.queryByRole('textbox', { name: /^Plätze/ })).toBeNull();
  write('Titel', 'Kongress');
  write('Tag', '20.11.2030');
  write('Beginn', '10');
  write('Ende', '16');
  write(/^Letzter Tag/, '21.11.2030');
  press('Entwurf anlegen');
  await waitFor(() => expect(field(/^Adresse der Anmeldung/).getAttribute('aria-invalid')).toBe('true'));
  write(/^Adresse der Anmeldung/, 'https://kongress.example/anmeldung');
  press('Entwurf anlegen');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    input: {
      format: 'EXTERNAL',
      seriesId: null,
      limit: null,
      registrationUrl: 'https://kongress.example/anmeldung',
      endsAt: '2030-11-21T15:00:00.000Z',
    },
  });
});

test('moving asks first, says whom it reaches, and sends the version it was written upon', async () => {
  const { sent, mock } = sends(EditSprechstundeDocument);
  const { container } = show(<EventForm event={event()} />, [mock]);
  expect(await barriers(container)).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Verwerfen' })).toBeNull();
  write('Beginn', '11:00');
  write('Ende', '12:30');
  press('Speichern und verlegen …');
  const dialog = await screen.findByRole('alertdialog', { name: 'Termin verlegen?' });
  expect(dialog.textContent).toContain('4 angemeldete Personen erfahren (1 davon auf der Warteliste) es sofort');
  expect(await barriers(dialog)).toEqual([]);
  expect(sent).toEqual([]);
  press('Verlegen und Bescheid geben');
  await waitFor(() => expect(sent).toMatchObject([{ version: 4, input: { startsAt: '2030-11-20T10:00:00.000Z' } }]));
  await screen.findByRole('alert');
  expect(field('Beginn').value).toBe('11:00');
  press('Verwerfen');
  expect(field('Beginn').value).toBe('10:00');
});

test('what is written upon an older version is not sent upon a newer one', async () => {
  const { sent, mock } = sends(EditSprechstundeDocument);
  const first = show(<EventForm event={event()} />, [mock]);
  write('Titel', 'Mein Titel');
  first.unmount();
  // Somebody else changed another part: that is no conflict.
  const second = show(<EventForm event={event({ version: 5, review: 'Es war gut.' })} />, [mock]);
  press('Änderungen speichern');
  await waitFor(() => expect(sent).toMatchObject([{ version: 5 }]));
  second.unmount();
  show(<EventForm event={event({ version: 6, place: 'Rathaus' })} />, [mock]);
  expect(field('Titel').value).toBe('Mein Titel');
  press('Änderungen speichern');
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ version: 4, input: { title: 'Mein Titel', place: 'Videokonferenz' } });
});

test('while nothing is written, the form shows what others save', () => {
  const first = show(<EventForm event={event()} />);
  first.unmount();
  show(<EventForm event={event({ title: 'Neuer Titel', startsAt: '2030-11-21T09:00:00.000Z', endsAt: '2030-11-21T10:00:00.000Z' })} />);
  expect(field('Titel').value).toBe('Neuer Titel');
  expect(field('Tag').value).toBe('21.11.2030');
  expect(field(/^Letzter Tag/).value).toBe('');
});

test('announcing says what it means; cancelling wants a reason, says whom it reaches, and loses nothing', async () => {
  const { sent, mock } = sends(ConductSprechstundeDocument);
  const draft = show(<EventDeeds event={event({ status: 'DRAFT' })} />, [mock]);
  press('Ankündigen …');
  const announcing = await screen.findByRole('alertdialog', { name: 'Veranstaltung ankündigen?' });
  expect(announcing.textContent).toContain('Die Einladung an den Verteiler geht 7 Tage vorher hinaus.');
  expect(await barriers(announcing)).toEqual([]);
  press('Ankündigen');
  await waitFor(() => expect(sent).toEqual([{ id: event().id, status: 'ANNOUNCED' }]));
  draft.unmount();
  sent.length = 0;

  show(<EventDeeds event={event()} />, [mock]);
  expect(screen.queryByRole('button', { name: 'Ankündigen …' })).toBeNull();
  press('Absagen …');
  const dialog = await screen.findByRole('dialog', { name: 'Veranstaltung absagen' });
  expect(dialog.textContent).toContain('4 angemeldete Personen erfahren');
  expect(await barriers(dialog)).toEqual([]);
  write(/Warum fällt sie aus/, 'Das Fachverfahren ist gestört.');
  press('Veranstaltung absagen');
  await waitFor(() => expect(sent).toEqual([{ id: event().id, status: 'CANCELLED', reason: 'Das Fachverfahren ist gestört.' }]));
  await screen.findByRole('alert');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Das Fachverfahren ist gestört.');
});
