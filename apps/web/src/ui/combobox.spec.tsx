import { expect, test } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { barriers } from '../../test/axe.ts';
import { Combobox } from './combobox.tsx';

const offices = [
  { id: 'mi', label: 'Ministerium für Inneres' },
  { id: 'mf', label: 'Ministerium der Finanzen' },
  { id: 'halle', label: 'Stadt Halle' },
];

/** As pages use it: found here, or looked up by what is written. */
function Field({ lookedUp = false }: { lookedUp?: boolean }) {
  const [value, choose] = useState<string | null>(null);
  const [text, search] = useState('');
  const found = offices.filter(({ label }) => label.includes(text));
  return (
    <>
      <Combobox
        label="Stelle"
        choices={lookedUp ? found : offices}
        value={value}
        onChange={choose}
        {...(lookedUp && { onSearch: search })}
      />
      <p>{value ?? 'keine'}</p>
      <button type="button">weiter</button>
    </>
  );
}
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Stelle' });
const leave = () => act(() => screen.getByText('weiter').focus());

test.each([false, true])('what is typed narrows the choices, one of which is taken (looked up: %s)', async (lookedUp) => {
  const { container } = render(<Field lookedUp={lookedUp} />);
  act(() => field().focus());
  fireEvent.input(field(), { target: { value: 'Ministerium' } });
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Ministerium für Inneres',
    'Ministerium der Finanzen',
  ]);
  fireEvent.click(screen.getByRole('option', { name: 'Ministerium der Finanzen' }));
  expect(field().value).toBe('Ministerium der Finanzen');
  expect(screen.getByText('mf')).toBeTruthy();
  leave();
  expect(field().value).toBe('Ministerium der Finanzen');
  expect(await barriers(container)).toEqual([]);
});

test.each([false, true])(
  'a text that comes without a hand in the field takes the focus there and opens the list (looked up: %s)',
  (lookedUp) => {
    render(<Field lookedUp={lookedUp} />);
    expect(document.activeElement).toBe(document.body);
    fireEvent.input(field(), { target: { value: 'Ministerium' } });
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe('Ministerium');
    expect(screen.getAllByRole('option')).toHaveLength(2);
  },
);

test.each([false, true])('a name that is written in full counts as chosen; half a name does not (looked up: %s)', (lookedUp) => {
  render(<Field lookedUp={lookedUp} />);
  fireEvent.input(field(), { target: { value: 'ministerium für inneres' } });
  fireEvent.input(field(), { target: { value: 'Ministerium für Inneres' } });
  leave();
  expect(field().value).toBe('Ministerium für Inneres');
  expect(screen.getByText('mi')).toBeTruthy();
  fireEvent.input(field(), { target: { value: 'Stadt' } });
  leave();
  // What means nothing does not stay and look like a choice.
  expect(field().value).toBe('Ministerium für Inneres');
  expect(screen.getByText('mi')).toBeTruthy();
});
