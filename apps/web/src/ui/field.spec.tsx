import { expect, test } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { barriers } from '../../test/axe.ts';
import { Checkbox, RadioGroup } from './choice.tsx';
import { DateField } from './date-field.tsx';
import { Select, TextArea, TextInput } from './field.tsx';
import { FormErrorSummary, type FormError } from './form-errors.tsx';

test('a field is tied to its label, its hint and its error', async () => {
  const { container } = render(<TextInput label="Überschrift" hint="Ein Satz." error="Bitte ausfüllen." />);
  const input = screen.getByRole('textbox', { name: 'Überschrift' });
  expect(input.getAttribute('aria-invalid')).toBe('true');
  const described = input
    .getAttribute('aria-describedby')
    ?.split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(described).toEqual(['Ein Satz.', 'Bitte ausfüllen.']);
  expect(await barriers(container)).toEqual([]);
});

test('without an error nothing claims to be wrong', () => {
  render(<TextArea label="Text" />);
  const area = screen.getByRole('textbox', { name: 'Text' });
  expect(area.hasAttribute('aria-invalid')).toBe(false);
  expect(area.hasAttribute('aria-describedby')).toBe(false);
});

test('two fields of the same kind do not share ids', async () => {
  const { container } = render(
    <>
      <Select label="Art" hint="eins">
        <option>Information</option>
      </Select>
      <Select label="Reichweite" hint="zwei">
        <option>alle</option>
      </Select>
      <Checkbox label="Kenntnis" hint="drei" error="vier" />
      <RadioGroup
        legend="Folgen"
        value="a"
        onChange={() => undefined}
        error="fünf"
        options={[
          { value: 'a', label: 'Alles', hint: 'jeder Beitrag' },
          { value: 'b', label: 'Stumm' },
        ]}
      />
    </>,
  );
  expect(await barriers(container)).toEqual([]);
  const ids = [...container.querySelectorAll('[id]')].map((element) => element.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the summary takes the focus and leads to the field', () => {
  const errors: FormError[] = [{ field: 'titel', message: 'Die Überschrift fehlt.' }];
  function Form() {
    const [shown, show] = useState<FormError[]>([]);
    return (
      <>
        <FormErrorSummary errors={shown} />
        <TextInput id="titel" label="Überschrift" />
        <button onClick={() => show(errors)}>Senden</button>
      </>
    );
  }
  render(<Form />);
  expect(screen.queryByRole('group')).toBeNull();
  fireEvent.click(screen.getByRole('button'));
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Angaben prüfen' }));
  fireEvent.click(screen.getByRole('link', { name: 'Die Überschrift fehlt.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Überschrift'));
});

test('a day is read as people write it, and a wrong one is named after leaving', () => {
  const days: (string | null)[] = [];
  render(<DateField label="Frist" value="2026-11-21" onChange={(day) => days.push(day)} />);
  const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Frist' });
  expect(input.value).toBe('21.11.2026');
  fireEvent.change(input, { target: { value: '1.2.27' } });
  fireEvent.blur(input);
  expect(input.value).toBe('01.02.2027');
  fireEvent.change(input, { target: { value: '31.2.27' } });
  expect(screen.queryByText(/Diesen Tag gibt es nicht/)).toBeNull();
  fireEvent.blur(input);
  expect(screen.getByText(/Diesen Tag gibt es nicht/)).toBeTruthy();
  expect(days).toEqual(['2027-02-01', null]);
});
