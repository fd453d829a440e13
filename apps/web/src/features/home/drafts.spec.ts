import { expect, test } from '@jest/globals';
import { draftPlace } from './drafts.ts';

const thread = { id: 't1', title: 'Newsletter', path: '/arbeitsgruppen/g1/diskussionen/t1' };
const group = { id: 'g1', number: 4, name: 'Kommunikation' };

test('a draft leads back to where it is written on', () => {
  expect(draftPlace({ key: 'reply:t1', title: '', thread, group })).toEqual({
    title: 'Antwort in „Newsletter“',
    to: '/arbeitsgruppen/g1/diskussionen/t1',
  });
  expect(draftPlace({ key: 'stand:t1', title: '', thread, group }).title).toBe('Stand der Diskussion in „Newsletter“');
  expect(draftPlace({ key: 'thread:g1', title: '', thread: null, group })).toEqual({
    title: 'neue Diskussion in AG 4 Kommunikation',
    to: '/arbeitsgruppen/g1/diskussionen/neu',
  });
  expect(draftPlace({ key: 'thread:g1', title: 'Wer pflegt die Kontakte?', thread: null, group }).title).toBe('Wer pflegt die Kontakte?');
});

test('without an address when its place can no longer be read', () => {
  expect(draftPlace({ key: 'reply:t1', title: '', thread: null, group: null })).toEqual({ title: 'Antwort', to: null });
  expect(draftPlace({ key: 'thread:g1', title: '', thread: null, group: null })).toEqual({ title: 'neue Diskussion', to: null });
});
