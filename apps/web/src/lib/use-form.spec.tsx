import { expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';

jest.unstable_mockModule('@kollab/contract', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

it('is sent also where what checks it could not be loaded: the server says what is wrong', async () => {
  const { useForm } = await import('./use-form.ts');
  const { result } = renderHook(() => useForm('beitrag', { body: 'Ein Beitrag hat 1 bis 20.000 Zeichen.' }));
  const sent = await act(() => result.current.send('reply', { body: 'Aus dem Tunnel' }, () => Promise.resolve('angekommen')));
  expect(sent).toEqual({ ok: true, result: 'angekommen' });
});
