import { expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../test/axe.ts';
import { JoinGroupDocument } from './documents.generated.ts';
import { Join } from './join.tsx';
import { group, show, viewer } from './test-world.tsx';

jest.setTimeout(30_000);

const seat = { __typename: 'GroupMembership', id: 's1', status: 'REQUESTED', group: { ...group(), memberCount: 34 } };
const organisationId = viewer.actsFor!.id;

test('the word tells the policy', () => {
  const { unmount } = show(<Join main group={group({ can: { join: true } })} />);
  expect(screen.getByRole('button', { name: 'Mitarbeiten' })).toBeTruthy();
  unmount();
  const asking = show(<Join main group={group({ joinPolicy: 'REQUEST', can: { request: true } })} />);
  expect(screen.getByRole('button', { name: 'Anfragen …' })).toBeTruthy();
  asking.unmount();
  show(<Join main group={group({ joinPolicy: 'INVITE' })} />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('joining is one click, says so, and offers to take it back', async () => {
  const mock = {
    request: { query: JoinGroupDocument, variables: { groupId: group().id, organisationId } },
    result: { data: { joinGroup: { ...seat, status: 'ACTIVE' } } },
  };
  show(<Join group={group({ can: { join: true } })} />, [mock]);
  fireEvent.click(screen.getByRole('button', { name: 'Mitarbeiten in AG 4' }));
  await screen.findByText('Sie arbeiten jetzt für Halle (Saale) in AG 4 mit.');
  expect(screen.getByRole('button', { name: 'Rückgängig' })).toBeTruthy();
});

test('a request takes a sentence; a refusal is said and loses nothing', async () => {
  const variables = { groupId: group().id, organisationId, statement: 'Wir wollen mitreden.' };
  const refused = {
    request: { query: JoinGroupDocument, variables },
    result: { errors: [{ message: 'group.not_active', extensions: { code: 'group.not_active' } }] },
  };
  const taken = { request: { query: JoinGroupDocument, variables }, result: { data: { joinGroup: seat } } };
  show(<Join group={group({ joinPolicy: 'REQUEST', can: { request: true } })} />, [refused, taken]);
  fireEvent.click(screen.getByRole('button', { name: 'Anfragen … bei AG 4' }));
  const dialog = await screen.findByRole('dialog', { name: 'Mitarbeit in AG 4 Kommunikation anfragen' });
  expect(await barriers(dialog)).toEqual([]);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Warum möchten Sie mitarbeiten/ });
  fireEvent.change(field, { target: { value: 'Wir wollen mitreden.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Anfrage senden' }));
  await screen.findByRole('alert');
  expect(field.value).toBe('Wir wollen mitreden.');
  fireEvent.click(screen.getByRole('button', { name: 'Anfrage senden' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await screen.findByText(/Ihre Anfrage ist bei der Leitung/);
});

test('what the server finds wrong stands at its field', async () => {
  const mock = {
    request: { query: JoinGroupDocument, variables: { groupId: group().id, organisationId, statement: '' } },
    result: { errors: [{ message: 'invalid', extensions: { code: 'invalid', fields: ['statement'] } }] },
  };
  show(<Join group={group({ joinPolicy: 'REQUEST', can: { request: true } })} />, [mock]);
  fireEvent.click(screen.getByRole('button', { name: 'Anfragen … bei AG 4' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Anfrage senden' }));
  const field = await screen.findByRole('textbox', { name: /Warum möchten Sie mitarbeiten/ });
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  expect(await barriers(screen.getByRole('dialog'))).toEqual([]);
});
