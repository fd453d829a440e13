import { expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../test/axe.ts';
import { CreateWorkingGroupDocument, type CreateWorkingGroupMutationVariables } from './documents.generated.ts';
import { NewPage } from './new-page.tsx';
import { show, viewer } from './test-world.tsx';

jest.setTimeout(30_000);

const editor = { ...viewer, viewerCan: { ...viewer.viewerCan, createGroup: true } };

test('who may do neither is told who can', () => {
  show(<NewPage />);
  expect(screen.getByText(/schlägt die OZG-Koordination einer Verwaltung vor/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('what is wrong is listed above and said at the field, nothing is sent', async () => {
  const { container } = show(<NewPage />, [], editor);
  fireEvent.change(screen.getByRole('textbox', { name: /Nummer/ }), { target: { value: 'vier' } });
  fireEvent.click(screen.getByRole('button', { name: 'Arbeitsgruppe einrichten' }));
  const summary = await screen.findByRole('group', { name: 'Angaben prüfen' });
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect([...summary.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
    'Eine Nummer von 1 bis 999, oder leer.',
    'Ein Name hat 3 bis 160 Zeichen.',
    'Nennen Sie das Ziel in einem Satz, höchstens 500 Zeichen.',
  ]);
  expect(screen.getByRole('textbox', { name: /Name/ }).getAttribute('aria-invalid')).toBe('true');
  expect(await barriers(container)).toEqual([]);
});

test('a repeated sending is the same group to the server, and a failed one loses nothing', async () => {
  const ids: string[] = [];
  const mock = {
    request: {
      query: CreateWorkingGroupDocument,
      variables: ({ input }: CreateWorkingGroupMutationVariables) => {
        ids.push(input.clientMutationId);
        return true;
      },
    },
    maxUsageCount: 2,
    error: new TypeError('no network'),
  };
  show(<NewPage />, [mock], editor);
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: /Name/ });
  fireEvent.change(name, { target: { value: 'Kommunikation' } });
  fireEvent.change(screen.getByRole('textbox', { name: /Ziel/ }), { target: { value: 'Alle wissen dasselbe.' } });
  const send = () => fireEvent.click(screen.getByRole('button', { name: 'Arbeitsgruppe einrichten' }));
  send();
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('nicht zu erreichen'));
  send();
  await waitFor(() => expect(ids).toHaveLength(2));
  expect(new Set(ids).size).toBe(1);
  expect(name.value).toBe('Kommunikation');
});
