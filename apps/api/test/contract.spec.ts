import { describe, expect, it } from '@jest/globals';
import { limits, postBody } from '@kollab/contract';

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
    ['NUL', 'a\0b'],
    ['a lone surrogate', 'a\ud800b'],
    ['quotations nested beyond reading', '>'.repeat(41) + 'a'],
    ['lists nested beyond reading', 'Text\n' + '- '.repeat(41) + 'a'],
    ['both in turn', '> 1. '.repeat(21) + 'a'],
  ])('refuses %s', (_, text) => {
    expect(accepts(text)).toBe(false);
  });

  it.each([
    ['forty of them', '>'.repeat(40) + 'a'],
    ['a long rule', '-'.repeat(80)],
    ['a wide table', `|${' a |'.repeat(60)}\n|${' - |'.repeat(60)}`],
  ])('accepts %s', (_, text) => {
    expect(accepts(text)).toBe(true);
  });
});
