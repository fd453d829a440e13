import { expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../test/axe.ts';
import { CompanionDialog } from './companion-dialog.tsx';
import { RegisterDocument } from './documents.generated.ts';
import { refuses, show, uuid } from './editor/test-world.tsx';

jest.setTimeout(30_000);

test('who comes along is written before it is sent; after the deadline that is said, and what was written stays', async () => {
  const onClose = jest.fn();
  show(<CompanionDialog eventId={uuid(28)} onClose={onClose} />, [refuses(RegisterDocument, 'registration.over')]);
  const dialog = await screen.findByRole('dialog', { name: 'Weitere anmelden' });
  const who = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Wer kommt?' });
  fireEvent.click(screen.getByRole('button', { name: 'Anmelden' }));
  await waitFor(() => expect(who().getAttribute('aria-invalid')).toBe('true'));
  fireEvent.change(who(), { target: { value: '1 Person aus der Kämmerei' } });
  fireEvent.click(screen.getByRole('button', { name: 'Anmelden' }));
  await screen.findByText('Die Anmeldefrist ist abgelaufen.');
  expect(who().value).toBe('1 Person aus der Kämmerei');
  expect(onClose).not.toHaveBeenCalled();
  expect(await barriers(dialog)).toEqual([]);
});
