import { describe, expect, it } from '@jest/globals';
import { atomFeed } from './feed.ts';
import { issueMails, mailHtml, unsubscribeHeaders, type Issue } from './issue-mail.ts';

const sender = { PUBLIC_URL: 'https://plattform.example', LAND_NAME: 'Sachsen-Anhalt', NEWSLETTER_NAME: 'SachsenAnhaltsPunkte' };
const typed = `<img src=x onerror=alert(1)> "Kim" & 'Robin'`;
const shown = '&lt;img src=x onerror=alert(1)&gt; &quot;Kim&quot; &amp; ';
const issue: Issue = {
  number: 3,
  title: typed,
  greeting: typed,
  outlook: '- Neues zur BundID',
  parts: [
    { kind: 'TEXT', heading: typed, body: `# Darin\n\n${typed}`, source: '', dates: [] },
    { kind: 'ANSWER', heading: 'Darf man?', body: 'Ja, [siehe FAQ](/faq).', source: 'Ministerium', dates: [] },
    {
      kind: 'DATES',
      heading: 'Termine',
      body: '',
      source: '',
      dates: [{ id: '1', label: typed, startsAt: '2026-12-02T09:00:00.000Z', endsAt: '2026-12-02T10:30:00.000Z', place: 'Online' }],
    },
  ],
};

describe('the mail of an issue', () => {
  it('says the same as text and as HTML, and shows what somebody typed as text', () => {
    const { subject, text, html } = issueMails(issue, sender)('geheim');
    expect(subject).toBe(`SachsenAnhaltsPunkte 3: ${typed}`);
    // Title twice, greeting, heading, body, and the date.
    expect(html.split(shown)).toHaveLength(7);
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('Mittwoch, 2. Dezember 2026, 10:00 bis 11:30 Uhr, Online');
    expect(html).toContain('<h3>Darin</h3>');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<html lang="de">.*<div role="article" lang="de"/s);
    for (const said of ['Ausgabe 3', 'DARF MAN?', 'Antwort: Ministerium', 'Neues zur BundID', 'https://plattform.example/newsletter/3'])
      expect(text).toContain(said);
    for (const page of ['newsletter/abmelden/geheim', 'newsletter/verwalten/geheim', 'impressum']) {
      expect(text).toContain(`https://plattform.example/${page}`);
      expect(html).toContain(`href="https://plattform.example/${page}"`);
    }
  });

  it('has a subject of one line, and headers for the mail program', () => {
    expect(issueMails({ ...issue, title: 'Eins\r\nBcc: alle@ort.example' }, sender)(null).subject).toBe(
      'SachsenAnhaltsPunkte 3: Eins Bcc: alle@ort.example',
    );
    expect(unsubscribeHeaders('geheim', sender)).toEqual({
      'List-Unsubscribe': '<https://plattform.example/newsletter/abmelden/geheim>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': '<newsletter.plattform.example>',
    });
  });

  it.each([
    ['a link of our own pages', '[FAQ](/faq)', '<a href="https://plattform.example/faq">FAQ</a>'],
    ['an address in the text', 'https://ort.example/a', '<a href="https://ort.example/a">https://ort.example/a</a>'],
    ['a script as an address', '[x](javascript:alert(1))', '<a href="">x</a>'],
    ['a picture', '![Bild](https://ort.example/b.png)', '!<a href="https://ort.example/b.png">Bild</a>'],
    ['the deepest heading', '###### Tief', '<h6>Tief</h6>'],
  ])('turns %s into what a mail may hold', (_, markdown, html) => {
    expect(mailHtml(markdown, sender.PUBLIC_URL)).toContain(html);
  });
});

describe('the feed', () => {
  it('is well-formed Atom, whatever stands in an issue', () => {
    const published = {
      ...issue,
      id: '0193b0e0-0000-7000-8000-000000000003',
      title: `${typed}\u0007 ]]>`,
      publishedAt: '2026-11-01T08:00:00.000Z',
    };
    const xml = atomFeed([published], sender);
    expect(xml).toContain('<id>urn:uuid:0193b0e0-0000-7000-8000-000000000003</id>');
    expect(xml).toContain(`${shown}&#39;Robin&#39; ]]&gt;</title>`);
    expect(xml).toContain('<updated>2026-11-01T08:00:00.000Z</updated>');
    expect(xml).not.toContain('\u0007');
    expect(parsed(xml)).toEqual(['feed', ['id', 'title', 'subtitle', 'updated', 'author', 'link', 'link', 'entry']]);
    const label = 'Sprechstunde 28';
    const dates = [{ id: 'x', label, startsAt: '2026-12-16T09:00:00.000Z', endsAt: '2026-12-16T10:00:00.000Z', place: 'Online' }];
    const withDates = { ...published, parts: [{ kind: 'DATES' as const, heading: 'Termine', body: '', source: '', dates }] };
    expect(atomFeed([withDates], sender)).toContain(`${label}: Mittwoch, 16. Dezember 2026, 10:00 bis 11:00 Uhr, Online`);
    expect(parsed(atomFeed([], sender))[1]).toEqual(['id', 'title', 'subtitle', 'updated', 'author', 'link', 'link']);
  });
});

/** The root and its children; throws where the text is no well-formed XML of elements and attributes. */
function parsed(xml: string): [string, string[]] {
  const open: string[] = [];
  const children: string[] = [];
  let root = '';
  const body = xml.replace(/^<\?xml[^?]*\?>\s*/, '');
  for (const [, text = '', tag = ''] of body.matchAll(/([^<]*)(<[^>]*>)/g)) {
    if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(text)) throw new Error(`not escaped: ${text}`);
    const [, end, name = '', alone] = /^<(\/?)([a-z]+)(?:\s+[a-z:]+="[^"<>]*")*\s*(\/?)>$/i.exec(tag) ?? [];
    if (!name) throw new Error(`no tag: ${tag}`);
    if (end) {
      if (open.pop() !== name) throw new Error(`${name} is not open`);
      continue;
    }
    if (open.length === 0) root = name;
    if (open.length === 1) children.push(name);
    if (!alone) open.push(name);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return [root, children];
}
