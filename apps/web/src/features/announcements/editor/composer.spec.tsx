import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { barriers } from '../../../../test/axe.ts';
import { form, reach, refuses, sends, show, uuid } from '../test-world.tsx';
import { Composer } from './composer.tsx';
import { PublishAnnouncementDocument, SaveAnnouncementDocument, type AnnouncementFormFragment } from './documents.generated.ts';

jest.setTimeout(30_000);
beforeEach(() => sessionStorage.clear());

const page = (announcement: AnnouncementFormFragment) => <Composer announcement={announcement} reread={() => Promise.resolve()} />;
const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const write = (name: string | RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const told = () => [...screen.getByRole('group', { name: 'Angaben prüfen' }).querySelectorAll('a')].map((link) => link.textContent);
const nobody = { __typename: 'Audience' as const, kinds: [], kreise: [], organisations: [], groups: [], roles: [], except: [] };

test('what is missing is said at its field before anything is asked', async () => {
  const { sent, mock } = sends(PublishAnnouncementDocument);
  const { container } = show(
    page(form({ title: '', summary: '', action: '', dueAt: '2020-01-01T10:00:00.000Z', audience: nobody, links: [] })),
    [mock],
  );
  press('Link hinzufügen');
  write('Name', 'Leitfaden');
  press('Senden …');
  await screen.findByRole('group', { name: 'Angaben prüfen' });
  expect(told()).toEqual([
    'Eine Überschrift hat 3 bis 160 Zeichen.',
    'Sagen Sie in einem Satz, was das für die Kommune heißt. Höchstens 500 Zeichen.',
    'Sagen Sie in einer Zeile, was zu tun ist. Höchstens 500 Zeichen.',
    'Nennen Sie den letzten Tag, zum Beispiel 20.11.2026, und bei Bedarf die Uhrzeit, zum Beispiel 12:00.',
    'Wählen Sie, wer das bekommen soll.',
    'Die Adresse beginnt mit https://',
  ]);
  expect(field('Überschrift').getAttribute('aria-invalid')).toBe('true');
  expect(field(/^Frist/).getAttribute('aria-invalid')).toBe('true');
  expect(field('Adresse').getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(sent).toEqual([]);
  expect(await barriers(container)).toEqual([]);
});

test('whom it reaches is said by number and name, who is not reached as well', async () => {
  const asked: { audience: { roles: string[] } }[] = [];
  const { container } = show(page(form()), [reach(5, asked)]);
  await screen.findByText('von 3');
  const rail = screen.getByRole('region', { name: 'Wen erreicht das?' });
  expect(rail.textContent).toContain('Verwaltungen mit zusammen 5 Personen');
  expect(rail.textContent).toContain('Landkreis Wittenberg hat zurzeit keine Koordination.');
  expect(within(rail).getByRole('list', { name: 'Verwaltungen' }).textContent).toBe('Halle (Saale)HarzWittenberg nicht erreicht');
  expect(rail.textContent).toContain('niemand, die Frist endet erst in');
  expect(screen.getByRole('list', { name: 'Vorschau für Halle (Saale)' }).textContent).toContain('weil Halle (Saale) kreisfreie Stadt ist');
  expect(await barriers(container)).toEqual([]);
  press('Auch an die Hausleitung senden');
  await waitFor(() => expect(asked.at(-1)?.audience.roles).toEqual(['COORDINATOR', 'HEAD']));
});

test('sending repeats names and numbers, and sends what the sender saw', async () => {
  const { sent, mock } = sends(PublishAnnouncementDocument);
  show(page(form()), [reach(), mock]);
  await screen.findByText('von 3');
  await waitFor(() => expect(screen.getByRole('button', { name: 'An 2 Verwaltungen senden …' }).getAttribute('aria-busy')).toBeNull());
  press('An 2 Verwaltungen senden …');
  const dialog = await screen.findByRole('alertdialog', { name: 'An 2 Verwaltungen senden?' });
  expect(dialog.textContent).toContain('2 von 3 Verwaltungen, zusammen 5 Personen. 1 Verwaltung wird nicht erreicht.');
  expect(dialog.textContent).toContain('Halle (Saale), Landkreis Harz');
  expect(dialog.textContent).toContain('20. November 2031, 24:00 Uhr');
  expect(await barriers(dialog)).toEqual([]);
  expect(sent).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'An 2 Verwaltungen senden' }));
  await waitFor(() => expect(sent).toEqual([{ id: uuid(100), version: 3, at: null, expected: 5 }]));
  // It did not arrive: it is said in the dialog, and nothing is lost.
  await within(dialog).findByRole('alert');
  expect(dialog.textContent).toContain('nicht zu erreichen');
});

test.each([
  ['announcement.nobody_reached', 'audience', 'Diese Auswahl erreicht niemanden. Bitte wählen Sie andere Empfänger.'],
  [
    'announcement.nobody_acknowledges',
    'asksAcknowledgement',
    'Bestätigen können nur Verwaltungen. Bitte nennen Sie welche, oder verzichten Sie auf die Bestätigung.',
  ],
  [
    'announcement.question_open',
    'body',
    'Im Text ist eine Frage der Vorlage noch offen. Bitte beantworten Sie sie, oder löschen Sie ihre Zeile.',
  ],
  ['announcement.due_in_past', 'dueAt', 'Die Frist liegt in der Vergangenheit. Bitte wählen Sie einen späteren Zeitpunkt.'],
])('%s is said at its field', async (code, name, sentence) => {
  show(page(form()), [reach(), refuses(PublishAnnouncementDocument, code, [name])]);
  await screen.findByText('von 3');
  await waitFor(() => expect(screen.getByRole('button', { name: 'An 2 Verwaltungen senden …' }).getAttribute('aria-busy')).toBeNull());
  press('An 2 Verwaltungen senden …');
  fireEvent.click(await screen.findByRole('button', { name: 'An 2 Verwaltungen senden' }));
  await screen.findByRole('group', { name: 'Angaben prüfen' });
  expect(told()).toEqual([sentence]);
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(field('Überschrift').value).toBe('Digitale Einbürgerung: Interesse bekunden');
});

test('when the number of those reached is another one now, it is said and shown before sending', async () => {
  const more = { ...reach(7), maxUsageCount: 99 };
  show(page(form()), [{ ...reach(5), maxUsageCount: 1 }, more, refuses(PublishAnnouncementDocument, 'announcement.audience_changed')]);
  await screen.findByText('5 Personen');
  await waitFor(() => expect(screen.getByRole('button', { name: 'An 2 Verwaltungen senden …' }).getAttribute('aria-busy')).toBeNull());
  press('An 2 Verwaltungen senden …');
  fireEvent.click(await screen.findByRole('button', { name: 'An 2 Verwaltungen senden' }));
  const dialog = await screen.findByRole('alertdialog');
  await waitFor(() => expect(dialog.textContent).toContain('zusammen 7 Personen'));
  expect(dialog.textContent).toContain('Die Zahl der Erreichten hat sich geändert.');
});

test('sending later wants a time to come', async () => {
  const { sent, mock } = sends(PublishAnnouncementDocument);
  show(page(form()), [reach(), mock]);
  await screen.findByText('von 3');
  press('Später senden …');
  const dialog = await screen.findByRole('dialog', { name: 'Später senden' });
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Tag' }), { target: { value: '1.1.2020' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Zeitpunkt festlegen' }));
  expect(await within(dialog).findByText(/der noch kommt/)).toBeTruthy();
  expect(await barriers(dialog)).toEqual([]);
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Tag' }), { target: { value: '10.11.2031' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Zeitpunkt festlegen' }));
  await waitFor(() => expect(sent).toMatchObject([{ at: '2031-11-10T07:00:00.000Z', expected: 5 }]));
});

test('what is written survives a lost connection and a reload', async () => {
  const { sent, mock } = sends(SaveAnnouncementDocument);
  const first = show(page(form()), [reach(), mock]);
  write('Überschrift', 'Andere Überschrift');
  await waitFor(() => expect(sent).toMatchObject([{ version: 3, draft: { title: 'Andere Überschrift' } }]));
  await screen.findByText('Entwurf liegt in diesem Fenster');
  first.unmount();
  show(page(form()), [reach()]);
  expect(field('Überschrift').value).toBe('Andere Überschrift');
});

test('somebody else saved: both texts are at hand, nothing is overwritten before one has chosen', async () => {
  const { sent, mock } = sends(SaveAnnouncementDocument);
  const first = show(page(form()), [reach()]);
  write('Überschrift', 'Meine Überschrift');
  write('Text', 'Mein Text.');
  first.unmount();
  const { container } = show(page(form({ version: 4, title: 'Die andere Überschrift' })), [reach(), mock]);
  const notice = await screen.findByRole('alert');
  expect(notice.textContent).toContain('Überschrift, gespeicherte FassungDie andere Überschrift');
  expect(field('Überschrift').value).toBe('Meine Überschrift');
  expect(await barriers(container)).toEqual([]);
  press('Diese Fassung übernehmen: Überschrift');
  expect(field('Überschrift').value).toBe('Die andere Überschrift');
  expect(field('Text').value).toBe('Mein Text.');
  expect(sent).toEqual([]);
  press('Meine Fassung gilt');
  await waitFor(() => expect(sent).toMatchObject([{ version: 4, draft: { title: 'Die andere Überschrift', body: 'Mein Text.' } }]));
});

test('as long as nothing is written, one sees what others save', () => {
  const first = show(page(form()), [reach()]);
  first.unmount();
  show(page(form({ version: 4, title: 'Von nebenan' })), [reach()]);
  expect(field('Überschrift').value).toBe('Von nebenan');
  expect(screen.queryByRole('alert')).toBeNull();
});
