import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { difference, type Piece } from './difference.ts';

const without = (kind: Piece['kind'], pieces: Piece[]) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map((piece) => piece.text)
    .join('');

test('both texts can be read from the difference', () => {
  const word = fc.constantFrom('eins', 'zwei', 'drei', ' ', '\n', '.', 'ä');
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = difference(before, after);
      expect(without('added', pieces)).toBe(before);
      expect(without('removed', pieces)).toBe(after);
    }),
  );
});

test('only the changed word is marked', () => {
  expect(difference('Versand mittwochs um 8 Uhr', 'Versand freitags um 8 Uhr')).toEqual([
    { kind: 'same', text: 'Versand ' },
    { kind: 'removed', text: 'mittwochs' },
    { kind: 'added', text: 'freitags' },
    { kind: 'same', text: ' um 8 Uhr' },
  ]);
});

test('two texts of 40,000 characters are compared in a moment', () => {
  const long = (word: string) => Array.from({ length: 6_000 }, (_, i) => `${word}${i % 7}`).join(' ');
  const started = performance.now();
  const pieces = difference(long('a'), long('b'));
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(without('added', pieces)).toBe(long('a'));
});
