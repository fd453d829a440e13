import { beforeEach, expect, jest, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { barriers } from '../../../../test/axe.ts';
import { show, uuid } from '../test-world.tsx';
import { audienceWords } from './audience-words.ts';
import { AudienceField } from './audience-field.tsx';
import { AudienceGroupsDocument } from './documents.generated.ts';
import type { AudienceDraft } from './draft.ts';

jest.setTimeout(30_000);
beforeEach(() => sessionStorage.clear());

const empty: AudienceDraft = { kinds: [], kreise: [], organisations: [], groups: [], roles: [], except: [] };

function Field({ start = empty, error }: { start?: AudienceDraft; error?: string }) {
  const [value, set] = useState(start);
  return (
    <>
      <AudienceField id="wer" value={value} onChange={(part) => set(part)} error={error} />
      <output>{audienceWords(value)}</output>
    </>
  );
}
const words = () => document.querySelector('output')?.textContent;
const box = (name: string) => screen.getByRole<HTMLInputElement>('combobox', { name });
/** As somebody without a mouse does it: write, go down, take. */
async function take(name: string, text: string) {
  act(() => box(name).focus());
  fireEvent.input(box(name), { target: { value: text } });
  await screen.findByRole('option', { name: new RegExp(text) });
  fireEvent.keyDown(box(name), { key: 'ArrowDown' });
  fireEvent.keyUp(box(name), { key: 'ArrowDown' });
  fireEvent.keyDown(box(name), { key: 'Enter' });
  fireEvent.keyUp(box(name), { key: 'Enter' });
}

const groups = {
  request: { query: AudienceGroupsDocument, variables: () => true },
  maxUsageCount: 99,
  result: {
    data: {
      workingGroups: {
        __typename: 'WorkingGroupPage',
        nodes: [{ __typename: 'WorkingGroup', id: uuid(40), number: 4, name: 'Kommunikation' }],
      },
    },
  },
};

test('conditions are added by keyboard, stay in the field for the next one, and read as a sentence', async () => {
  const { container } = show(<Field />, [groups]);
  const more = screen.getByRole('button', { name: 'Bedingung' });
  fireEvent.click(more);
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Bedingung' }));
  await take('Welche Art?', 'Landkreise');
  await waitFor(() => expect(words()).toBe('Landkreise'));
  // The field is empty again, and what is chosen is not offered twice.
  await waitFor(() => expect(box('Welche Art?').value).toBe(''));
  expect(document.activeElement).toBe(box('Welche Art?'));
  await take('Welche Art?', 'Kreisfreie');
  await waitFor(() => expect(words()).toBe('Landkreise oder Kreisfreie Städte'));
  expect(await barriers(container)).toEqual([]);

  fireEvent.change(screen.getByRole('combobox', { name: 'Bedingung' }), { target: { value: 'groups' } });
  await take('Welche Arbeitsgruppe?', 'Kommunikation');
  await waitFor(() => expect(words()).toBe('Landkreise oder Kreisfreie Städte und AG 4 Kommunikation'));
  fireEvent.change(screen.getByRole('combobox', { name: 'Bedingung' }), { target: { value: 'roles' } });
  await take('Welche Rolle?', 'OZG');
  await waitFor(() => expect(words()).toContain('davon Rolle: OZG-Koordination'));

  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Bedingung' })));
  expect(await barriers(container)).toEqual([]);
});

test('a condition is taken away by its own button', () => {
  show(<Field start={{ ...empty, kinds: ['LANDKREIS', 'VERBANDSGEMEINDE'], except: [{ id: uuid(3), name: 'Landkreis Harz' }] }} />);
  expect(words()).toBe('Landkreise oder Verbandsgemeinden ohne Landkreis Harz');
  fireEvent.click(screen.getByRole('button', { name: 'Landkreise entfernen' }));
  expect(words()).toBe('Verbandsgemeinden ohne Landkreis Harz');
  fireEvent.click(screen.getByRole('button', { name: 'Landkreis Harz entfernen' }));
  expect(words()).toBe('Verbandsgemeinden');
});

test('what is wrong is said at the field', async () => {
  const { container } = show(<Field error="Wählen Sie, wer das bekommen soll." />);
  expect(screen.getByRole('group', { name: 'Wer soll das bekommen?' }).getAttribute('aria-describedby')).toBe('wer-error');
  expect(document.getElementById('wer-error')?.textContent).toBe('Wählen Sie, wer das bekommen soll.');
  expect(await barriers(container)).toEqual([]);
});

test.each([
  [{ ...empty, kreise: [{ id: '1', name: 'Landkreis Harz' }] }, 'alles in: Landkreis Harz'],
  [
    { ...empty, kinds: ['VERBANDSGEMEINDE' as const], kreise: [{ id: '1', name: 'Landkreis Harz' }] },
    'Verbandsgemeinden in Landkreis Harz',
  ],
  [{ ...empty, organisations: [{ id: '1', name: 'Stadt Halle (Saale)' }] }, 'Stadt Halle (Saale)'],
  [empty, ''],
])('an audience in words: %#', (audience, sentence) => {
  expect(audienceWords(audience)).toBe(sentence);
});
