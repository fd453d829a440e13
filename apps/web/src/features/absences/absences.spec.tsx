import { expect, test } from '@jest/globals';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { InMemoryCache } from '@apollo/client';
import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { MemoryRouter } from 'react-router';
import { barriers } from '../../../test/axe.ts';
import { typePolicies } from '../../app/cache.ts';
import { ToastProvider } from '../../ui/toast.tsx';
import { sentencesOf } from './absence-note.tsx';
import { AbsenceSettings } from './absence-settings.tsx';
import {
  EndAbsenceDocument,
  FindDeputiesDocument,
  OwnAbsenceDocument,
  SetAbsenceDocument,
  type AbsencePartsFragment,
} from './documents.generated.ts';

const person = (name: string) => ({
  __typename: 'Person' as const,
  id: `00000000-0000-4000-8000-${name.length.toString().padStart(12, '0')}`,
  name,
});
const kim = person('Kim Muster');
type Viewer = Pick<AbsencePartsFragment, 'absence' | 'deputisesFor'>;
const away = (phase: 'AHEAD' | 'CURRENT' | 'OVER') => ({
  __typename: 'Absence' as const,
  id: 'a',
  from: '2026-12-23',
  until: '2027-01-03',
  phase,
  deputy: kim,
});
const none: Viewer = { absence: null, deputisesFor: [] };
const own = (viewer: Viewer): MockLink.MockedResponse => ({
  request: { query: OwnAbsenceDocument },
  maxUsageCount: 9,
  result: { data: { viewer: { __typename: 'Viewer', ...viewer } } },
});
const found: MockLink.MockedResponse = {
  request: { query: FindDeputiesDocument, variables: () => true },
  maxUsageCount: 99,
  result: { data: { deputyCandidates: { __typename: 'PersonPage', nodes: [kim] } } },
};
const setting = (input: object, result: NonNullable<MockLink.MockedResponse['result']>): MockLink.MockedResponse => ({
  request: { query: SetAbsenceDocument, variables: { input } },
  result,
});
const show = (mocks: MockLink.MockedResponse[]) =>
  render(
    <MockedProvider mocks={mocks} cache={new InMemoryCache({ typePolicies })}>
      <ToastProvider>
        <MemoryRouter>
          <main>
            <AbsenceSettings />
          </main>
        </MemoryRouter>
      </ToastProvider>
    </MockedProvider>,
  );
const day = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const write = (name: string, value: string) => fireEvent.change(day(name), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** As somebody without a mouse does it: write, go down, take. */
async function take(text: string) {
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: /Vertretung/ });
  act(() => box.focus());
  fireEvent.input(box, { target: { value: text } });
  await screen.findByRole('option', { name: new RegExp(text) });
  for (const key of ['ArrowDown', 'Enter']) {
    fireEvent.keyDown(box, { key });
    fireEvent.keyUp(box, { key });
  }
}
const input = { from: '2026-12-23', until: '2027-01-03', deputyId: kim.id };

test('days and a deputy are written, saved, and said', async () => {
  const saved = { data: { setAbsence: { __typename: 'Viewer', absence: away('AHEAD'), deputisesFor: [] } } };
  const { container } = show([own(none), found, setting(input, saved)]);
  await screen.findByRole('button', { name: 'Abwesenheit eintragen' });
  write('Erster Tag', '23.12.2026');
  write('Letzter Tag', '03.01.2027');
  await take('Kim');
  expect(await barriers(container)).toEqual([]);
  press('Abwesenheit eintragen');
  expect(await screen.findByText('Sie sind vom 23.12.2026 bis 03.01.2027 abwesend. Vertretung: Kim Muster.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Abwesenheit ändern' })).toBeTruthy();
  expect(day('Erster Tag').value).toBe('23.12.2026');
  expect(await barriers(container)).toEqual([]);
});

test('what is wrong is said at its field, and nothing is lost', async () => {
  const refused = { errors: [{ message: 'x', extensions: { code: 'absence.deputy_absent', fields: ['deputyId'] } }] };
  const { container } = show([own(none), found, setting(input, refused)]);
  await screen.findByRole('button', { name: 'Abwesenheit eintragen' });
  write('Erster Tag', '23.12.2026');
  press('Abwesenheit eintragen');
  expect((await screen.findAllByText(/Nennen Sie den letzten Tag/)).length).toBeGreaterThan(0);
  expect(day('Erster Tag').value).toBe('23.12.2026');
  expect(await barriers(container)).toEqual([]);
  write('Letzter Tag', '03.01.2027');
  await take('Kim');
  press('Abwesenheit eintragen');
  expect((await screen.findAllByText(/selbst abwesend/)).length).toBeGreaterThan(0);
  expect(day('Letzter Tag').value).toBe('03.01.2027');
});

test('who is away comes back early; whom one stands in for is listed', async () => {
  const deputisesFor = [{ ...away('AHEAD'), id: 'b', person: person('Sascha Probe'), __typename: 'Absence' as const }];
  const ended = {
    request: { query: EndAbsenceDocument },
    result: { data: { endAbsence: { __typename: 'Viewer', absence: null, deputisesFor } } },
  };
  const { container } = show([own({ absence: away('CURRENT'), deputisesFor }), found, ended]);
  expect(await screen.findByText('Sascha Probe')).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
  press('Ich bin wieder da');
  await waitFor(() => expect(day('Erster Tag').value).toBe(''));
  expect(await screen.findByRole('button', { name: 'Abwesenheit eintragen' })).toBeTruthy();
});

test('an answer that does not come can be asked for again', async () => {
  const { container } = show([{ request: { query: OwnAbsenceDocument }, error: new Error('weg') }, found, own(none)]);
  fireEvent.click(await screen.findByRole('button', { name: /noch einmal|erneut/i }));
  expect(await screen.findByRole('button', { name: 'Abwesenheit eintragen' })).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
});

test.each<[string, Viewer, string[]]>([
  ['nobody away', none, []],
  ['ahead', { absence: away('AHEAD'), deputisesFor: [] }, []],
  [
    'away',
    { absence: away('CURRENT'), deputisesFor: [] },
    ['Sie sind vom 23.12.2026 bis 03.01.2027 als abwesend eingetragen.', 'Kim Muster vertritt Sie.'],
  ],
  ['back', { absence: away('OVER'), deputisesFor: [] }, ['Sie waren vom 23.12.2026 bis 03.01.2027 abwesend.', 'Kim Muster hat vertreten.']],
  [
    'one day without a deputy',
    { absence: { ...away('OVER'), until: '2026-12-23', deputy: null }, deputisesFor: [] },
    ['Sie waren am 23.12.2026 abwesend.'],
  ],
  [
    'standing in',
    {
      absence: null,
      deputisesFor: [
        { ...away('CURRENT'), person: kim },
        { ...away('AHEAD'), person: person('Sascha Probe') },
      ],
    },
    ['Sie vertreten zurzeit Kim Muster.'],
  ],
])('beside the notices: %s', (_, viewer, sentences) => {
  expect(sentencesOf(viewer)).toEqual(sentences);
});
