import { expect, test } from '@jest/globals';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { barriers } from '../../test/axe.ts';
import { ConfirmDialog } from './dialog.tsx';
import { Menu } from './menu.tsx';

function Asking({ onConfirm, typed }: { onConfirm: () => void; typed?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <main>
      <button onClick={() => setOpen(true)}>Schließen …</button>
      <ConfirmDialog
        title="Gruppe schließen?"
        confirm="Gruppe schließen"
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={onConfirm}
        {...(typed ? { typed } : {})}
      >
        <p>Danach kann niemand mehr schreiben.</p>
      </ConfirmDialog>
    </main>
  );
}

const ask = () => {
  const button = screen.getByRole('button', { name: 'Schließen …' });
  button.focus();
  fireEvent.click(button);
  return button;
};

test('takes the focus, is named by its title, and gives the focus back', async () => {
  render(<Asking onConfirm={() => undefined} />);
  const button = ask();
  const dialog = screen.getByRole('alertdialog', { name: 'Gruppe schließen?' });
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  expect(await barriers(dialog)).toEqual([]);
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('does the deed only when asked', () => {
  let done = 0;
  render(<Asking onConfirm={() => (done += 1)} />);
  ask();
  fireEvent.click(screen.getByRole('button', { name: 'Abbrechen' }));
  expect(done).toBe(0);
  ask();
  fireEvent.click(screen.getByRole('button', { name: 'Gruppe schließen' }));
  expect(done).toBe(1);
});

test('what cannot be taken back wants its name typed first', () => {
  let done = 0;
  render(<Asking onConfirm={() => (done += 1)} typed="AG 4" />);
  ask();
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: 'Gruppe schließen' });
  const input = screen.getByRole('textbox');
  fireEvent.change(input, { target: { value: 'AG 5' } });
  expect(confirm.disabled).toBe(true);
  fireEvent.change(input, { target: { value: 'AG 4 ' } });
  fireEvent.click(confirm);
  expect(done).toBe(1);
});

test('a menu opens by keyboard, moves by arrows, and does what was chosen', async () => {
  const chosen: string[] = [];
  const entry = (id: string, label: string) => ({ id, label, onSelect: () => chosen.push(id) });
  render(<Menu label="Mehr" entries={[entry('link', 'Adresse kopieren'), entry('weg', 'Löschen')]} />);
  const button = screen.getByRole('button', { name: 'Mehr' });
  act(() => button.focus());
  fireEvent.keyDown(button, { key: 'ArrowDown' });
  fireEvent.keyUp(button, { key: 'ArrowDown' });
  const menu = await screen.findByRole('menu');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Adresse kopieren'));
  expect(await barriers(menu)).toEqual([]);
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Löschen');
  fireEvent.keyDown(document.activeElement!, { key: 'Enter' });
  fireEvent.keyUp(document.activeElement!, { key: 'Enter' });
  expect(chosen).toEqual(['weg']);
});
