import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown, toMarkdown, withName } from './mention-links.ts';
import { mentionQuery } from './mention-query.ts';

const kim = { kind: 'PERSON', targetId: '11111111-1111-4111-8111-111111111111' } as const;
const otherKim = { kind: 'PERSON', targetId: '22222222-2222-4222-8222-222222222222' } as const;
const halle = { kind: 'ORGANISATION', targetId: '33333333-3333-4333-8333-333333333333' } as const;
const leads = { kind: 'ROLE', targetId: 'GROUP_LEADS' } as const;

describe('names for people, links for the server', () => {
  test('a text shows names and is stored with links', () => {
    const { text, names } = fromMarkdown(`Genau, [@Kim Muster](person:${kim.targetId}). [@Halle (Saale)](organisation:${halle.targetId})?`);
    expect(text).toBe('Genau, @Kim Muster. @Halle (Saale)?');
    expect(names).toEqual({ 'Kim Muster': kim, 'Halle (Saale)': halle });
    expect(toMarkdown(text, names)).toBe(`Genau, [@Kim Muster](person:${kim.targetId}). [@Halle (Saale)](organisation:${halle.targetId})?`);
  });

  test('the longest name wins, and a longer word is no name', () => {
    const names = { Kim: otherKim, 'Kim Muster': kim };
    expect(toMarkdown('@Kim Muster @Kim @Kimono', names)).toBe(
      `[@Kim Muster](person:${kim.targetId}) [@Kim](person:${otherKim.targetId}) @Kimono`,
    );
  });

  test('brackets in a name survive', () => {
    const name = String.raw`Amt [Ost] \ West`;
    const stored = toMarkdown(`@${name}!`, { [name]: halle });
    expect(fromMarkdown(stored)).toEqual({ text: `@${name}!`, names: { [name]: halle } });
  });

  test('two people of one name stay two', () => {
    const body = `[@Kim Muster](person:${kim.targetId}) und [@Kim Muster](person:${otherKim.targetId})`;
    const { text, names } = fromMarkdown(body);
    expect(toMarkdown(text, names)).toBe(body);
    const added = withName({ 'Kim Muster': kim }, 'Kim Muster', 'Stadt Merseburg', otherKim);
    expect(added.name).toBe('Kim Muster (Stadt Merseburg)');
    expect(added.names['Kim Muster']).toEqual(kim);
  });

  test('whatever was stored is stored again, unchanged', () => {
    const target = fc.constantFrom(kim, otherKim, halle, leads);
    const name = fc.constantFrom('Kim Muster', 'Kim', 'Halle (Saale)', 'Ö', 'a b c');
    const link = fc.tuple(name, target).map(([n, t]) => `[@${n}](${t.kind.toLowerCase()}:${t.targetId})`);
    const piece = fc.oneof(link, fc.constantFrom(' ', '@', 'Kim', '\n', '[', ']', '(x)', 'wort', '@Kim Muster', '**', '> '));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = fromMarkdown(pieces.join(''));
        const stored = toMarkdown(once.text, once.names);
        const twice = fromMarkdown(stored);
        expect(toMarkdown(twice.text, twice.names)).toBe(stored);
        // Nobody is lost on the way.
        for (const { targetId } of Object.values(once.names)) expect(stored).toContain(targetId);
      }),
    );
  });
});

describe('what is typed after an @', () => {
  test.each([
    ['@', { at: 0, text: '' }],
    ['Hallo @Ki', { at: 6, text: 'Ki' }],
    ['(@Robin Ent', { at: 1, text: 'Robin Ent' }],
    ['name@example', null],
    ['@eins zwei drei vier', null],
    ['kein Name', null],
  ])('%j', (text, expected) => {
    expect(mentionQuery(text, text.length, {})).toEqual(expected);
  });

  test('a finished name asks nothing more', () => {
    expect(mentionQuery('@Kim Muster ', 12, { 'Kim Muster': kim })).toBeNull();
    expect(mentionQuery('@Kim Muster schreibt', 20, { 'Kim Muster': kim })).toBeNull();
  });
});
