import { beforeAll, expect, test } from '@jest/globals';
import { act, createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { barriers } from '../../../../test/axe.ts';
import { renderAround } from '../test/around.tsx';
import { Editor } from './editor.tsx';

const robin = '22222222-2222-4222-8222-222222222222';
const candidates = [
  { __typename: 'MentionCandidate', kind: 'PERSON', targetId: robin, name: 'Robin Entwurf', detail: 'Stadt Merseburg', recipients: 1 },
  { __typename: 'MentionCandidate', kind: 'ROLE', targetId: 'GROUP_LEADS', name: 'Leitung', detail: '', recipients: 2 },
];

// The stand-in browser has no layout.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

let stored = '';
let sent = 0;
function Writing({ start = '', max }: { start?: string; max?: number }) {
  const [value, setValue] = useState(start);
  useEffect(() => {
    stored = value;
  }, [value]);
  return (
    <Editor
      label="Ihr Beitrag"
      place={{ groupId: 'g-1' }}
      value={value}
      onChange={setValue}
      onSend={() => (sent += 1)}
      {...(max === undefined ? {} : { max })}
    >
      <button type="submit">Antworten</button>
    </Editor>
  );
}
const show = (element = <Writing />) => renderAround(element, { MentionCandidates: () => ({ mentionCandidates: candidates }) }).container;
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ihr Beitrag' });
const type = (text: string) => {
  fireEvent.change(area(), { target: { value: text } });
  act(() => area().setSelectionRange(text.length, text.length));
  fireEvent.select(area());
};

test('a name is chosen by keyboard, shown as a name and stored as a link', async () => {
  const page = show();
  area().focus();
  type('Danke, @Ro');
  const list = await screen.findByRole('listbox', { name: 'Erwähnen' });
  expect(area().getAttribute('aria-activedescendant')).toBe(list.children[0]?.id);
  expect(await barriers(page)).toEqual([]);
  fireEvent.keyDown(area(), { key: 'ArrowDown' });
  fireEvent.keyDown(area(), { key: 'ArrowUp' });
  fireEvent.keyDown(area(), { key: 'Enter' });
  expect(area().value).toBe('Danke, @Robin Entwurf ');
  expect(stored).toBe(`Danke, [@Robin Entwurf](person:${robin}) `);
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
});

test('Escape closes the names and leaves the text alone', async () => {
  show();
  area().focus();
  type('@Ro');
  await screen.findByRole('listbox');
  fireEvent.keyDown(area(), { key: 'Escape' });
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(area().value).toBe('@Ro');
});

test('a draft with links is shown with names', () => {
  show(<Writing start={`[@Robin Entwurf](person:${robin}), wie weit?`} />);
  expect(area().value).toBe('@Robin Entwurf, wie weit?');
  type('@Robin Entwurf, wie weit sind Sie?');
  expect(stored).toBe(`[@Robin Entwurf](person:${robin}), wie weit sind Sie?`);
});

test('a table from a spreadsheet becomes a table', () => {
  show();
  area().focus();
  const paste = createEvent.paste(area());
  const data = { 'text/html': '', 'text/plain': 'Ort\tStand\nHalle\tfertig' };
  Object.assign(paste, { clipboardData: { getData: (kind: keyof typeof data) => data[kind] } });
  fireEvent(area(), paste);
  expect(area().value).toBe('| Ort | Stand |\n| --- | --- |\n| Halle | fertig |\n\n');
});

test('Ctrl+Enter sends, Ctrl+B makes bold', () => {
  show();
  area().focus();
  type('Wort');
  act(() => area().setSelectionRange(0, 4));
  fireEvent.keyDown(area(), { key: 'b', ctrlKey: true });
  expect(stored).toBe('**Wort**');
  const before = sent;
  fireEvent.keyDown(area(), { key: 'Enter', ctrlKey: true });
  expect(sent).toBe(before + 1);
});

test('says how much room is left only when it becomes little', () => {
  show(<Writing max={100} />);
  type('x'.repeat(80));
  expect(screen.queryByText(/Zeichen/)).toBeNull();
  type('x'.repeat(98));
  expect(screen.getByText('Noch 2 Zeichen')).toBeTruthy();
  type('x'.repeat(103));
  expect(screen.getByText('3 Zeichen zu lang')).toBeTruthy();
});

test('the preview shows the text as it will stand there', async () => {
  const page = show(<Writing start={'**fett** und [@Leitung](role:GROUP_LEADS)'} />);
  fireEvent.click(screen.getByRole('button', { name: 'Vorschau' }));
  expect(page.querySelector('strong')?.textContent).toBe('fett');
  expect(page.querySelector('.ui-mention')?.textContent).toBe('@Leitung');
  expect(await barriers(page)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Schreiben' }));
  expect(area().value).toBe('**fett** und @Leitung');
});
