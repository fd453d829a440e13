import { describe, expect, it } from '@jest/globals';
import { inputs, limits, postBody } from '@kollab/contract';

const accepts = (text: string) => postBody.safeParse(text).success;

describe('the text of a post', () => {
  it('is stored as NFC, and counted after that', () => {
    const decomposed = 'a\u0308';
    expect(postBody.parse(decomposed)).toBe('ä');
    expect(accepts(decomposed.repeat(limits.post.max))).toBe(true);
    expect(accepts('ä'.repeat(limits.post.max + 1))).toBe(false);
  });

  it('keeps the first line as it is, so that indented code stays code', () => {
    expect(postBody.parse('    code\n\n')).toBe('    code');
  });

  it.each([
    ['nothing but blanks', ' \n\t '],
    ['nothing that is seen', '\u200b\u2060\u3164\u2800\u0301'],
    ['NUL', 'a\0b'],
    ['a lone surrogate', 'a\ud800b'],
    ['quotations nested beyond reading', '>'.repeat(41) + 'a'],
    ['lists nested beyond reading', 'Text\n' + '- '.repeat(41) + 'a'],
    ['both in turn', '> 1. '.repeat(21) + 'a'],
    // Fifteen kilobytes of these are half a minute of every reader's browser.
    ['emphasis nested beyond reading', '*a '.repeat(201) + 'b* '.repeat(201)],
    ['emphasis that ends all at once', '_a '.repeat(201) + 'x' + '_'.repeat(201)],
    ['strong signs by the thousand', '*'.repeat(201) + 'a' + '*'.repeat(201)],
    ['two kinds in turn', '*a _b '.repeat(201) + 'c_ d* '.repeat(201)],
    ['ends without a beginning', '*a_ '.repeat(3_000)],
    ['brackets without a beginning', 'a] '.repeat(3_000)],
    ['pictures in pictures', '!['.repeat(201) + 'a' + '](b)'.repeat(201)],
  ])('refuses %s', (_, text) => {
    expect(accepts(text)).toBe(false);
  });

  it.each([
    ['forty of them', '>'.repeat(40) + 'a'],
    ['a long rule', '-'.repeat(80)],
    ['a line of stars, and lines to fill in', `${'*'.repeat(400)}\n\nName: ${'_'.repeat(300)}\nOrt: ${'_'.repeat(300)}`],
    ['much emphasis, one after the other', '**a** _b_ ~~c~~ [d](e) '.repeat(1_500)],
    ['a table of footnotes', '| 12* | 13* |\n'.repeat(600)],
    ['a hundred paragraphs that each begin one', '*a [b\n\n'.repeat(300)],
    ['a word of underscores', `a${'_'.repeat(39_000)}b`],
    ['names with signs in them', 'eine_lange_kennung_mit_teilen * 2 '.repeat(900)],
    ['a wide table', `|${' a |'.repeat(60)}\n|${' - |'.repeat(60)}`],
  ])('accepts %s', (_, text) => {
    expect(accepts(text)).toBe(true);
  });
});

// The web shows all of these as Markdown, an agenda fifty of them at once.
it.each([
  ['the stand of a discussion', inputs.writeStand.shape.text],
  ['a text of the site', inputs.setSiteText.shape.body],
  ['a group’s mandate', inputs.workingGroup.shape.mandate],
  ['a work package', inputs.workPackage.shape.description],
  ['why a group changed', inputs.changeStatus.shape.reason],
])('%s is as readable as a post', (_, field) => {
  const nested = '- '.repeat(900);
  expect([field.safeParse(`${nested}a`).success, field.safeParse('- eins').success]).toEqual([false, true]);
});
it('what an agenda says is as readable as a post', () => {
  const programme = (description: string) => ({ agenda: [{ title: 'Punkt', minutes: 5, description }], speakers: [], links: [] });
  const accepts = (description: string): boolean => inputs.programme.safeParse(programme(description)).success;
  expect([accepts(`${'- '.repeat(900)}a`), accepts('- eins')]).toEqual([false, true]);
});

describe('a text of one line', () => {
  const { title } = inputs.openThread.shape;
  it.each([
    ['turns no reading order', 'Rechnung \u202egpj.exe\u202c \u2067heute\u2069', 'Rechnung gpj.exe heute'],
    ['holds nothing without width, so that two that look alike are alike', 'Ab\u200bnah\u2060me\ufeff', 'Abnahme'],
    ['keeps what makes one sign of several', 'Familie 👨‍👩‍👧 und می‌خواهم', 'Familie 👨‍👩‍👧 und می‌خواهم'],
  ])('%s', (_, given, kept) => {
    expect(title.parse(given)).toBe(kept);
  });

  it.each(['\u200b\u200b\u200b', '\u3164\u3164\u3164', '\u2800\u2800\u2800', '\u00ad\u00ad\u00ad', '\u202e\u202d\u202c'])(
    'is refused when nothing of it is seen (%j)',
    (unseen) => {
      expect(title.safeParse(unseen).success).toBe(false);
    },
  );
});
