import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { barriers } from '../../test/axe.ts';
import { MarkdownBody } from './markdown-body.tsx';
import { Mention } from './marks.tsx';

const show = (text: string) =>
  render(
    <MemoryRouter>
      <MarkdownBody
        text={text}
        schemes={['mention']}
        mention={(href, name) => <Mention mine={href === 'mention:organisation/1'}>{name}</Mention>}
      />
    </MemoryRouter>,
  ).container;

test('HTML stays text and no script address becomes a link', () => {
  const page = show('<img src=x onerror="alert(1)"> <script>alert(1)</script> [x](javascript:alert(1)) [y](data:text/html,1)');
  expect(page.querySelector('img, script')).toBeNull();
  for (const link of page.querySelectorAll('a')) expect(link.getAttribute('href') ?? '').not.toMatch(/javascript|data/);
  expect(page.textContent).toContain('onerror');
});

test('a picture from elsewhere becomes a link, one of ours is shown', () => {
  const page = show('![Foto](https://example.org/a.png) ![Plan](/dateien/1) ![Böse](//example.org/b.png)');
  expect([...page.querySelectorAll('img')].map((img) => img.getAttribute('src'))).toEqual(['/dateien/1']);
  const outside = screen.getByRole('link', { name: 'Bild: Foto' });
  expect(outside.getAttribute('rel')).toContain('noopener');
});

test('tables, tasks and headings are readable for everybody', async () => {
  const page = show('# Titel\n\n#### Tief\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n- [x] fertig\n- [ ] noch nicht\n\n```\ncode\n```');
  expect(await barriers(page)).toEqual([]);
  expect([...page.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) => heading.tagName)).toEqual(['H3', 'H4']);
  expect(screen.getByRole('region', { name: 'Tabelle' }).tabIndex).toBe(0);
  expect(screen.getAllByRole('img').map((sign) => sign.getAttribute('aria-label'))).toEqual(['erledigt', 'offen']);
});

test('a mention is drawn by whoever knows the names', () => {
  const page = show('[@Halle](mention:organisation/1) und [@Stendal](mention:organisation/2)');
  expect(
    [...page.querySelectorAll('.ui-mention')].map((mention) => [mention.textContent, mention.classList.contains('ui-mention--mine')]),
  ).toEqual([
    ['@Halle', true],
    ['@Stendal', false],
  ]);
  expect(page.querySelector('a')).toBeNull();
});

test('footnotes of two texts on one page do not share ids', () => {
  const page = render(
    <MemoryRouter>
      <MarkdownBody text={'a[^1]\n\n[^1]: eins'} />
      <MarkdownBody text={'b[^1]\n\n[^1]: zwei'} />
    </MemoryRouter>,
  ).container;
  const ids = [...page.querySelectorAll('[id]')].map((element) => element.id);
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(ids).size).toBe(ids.length);
});
