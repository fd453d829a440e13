import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openApi, type Api } from '../../../test/api.ts';
import type { Colleague, Someone } from '../../../test/world.ts';
import type { Announcement } from '../../generated/prisma/client.ts';
import { Crowded, SideThread, TooMuch } from '../../platform/side-thread.ts';
import { nameOf } from './pdf.service.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Node {
  role?: string;
  type?: string;
  id?: string;
  children?: Node[];
}
const query = 'query($id: ID!) { announcementPdf(id: $id) { name content } }';
const opened = async (reader: Someone, { id }: Announcement): Promise<PDFDocumentProxy> => {
  const { content } = (await api.get(reader, query, { id }))['announcementPdf'] as { content: string };
  return getDocument({ data: new Uint8Array(Buffer.from(content, 'base64')), verbosity: 0 }).promise;
};
/** Dictionaries come as maps, whatever the types say. */
const held = (dictionary: unknown, key: string): unknown => (dictionary as { get: (key: string) => unknown }).get(key);
const pagesOf = (pdf: PDFDocumentProxy) => Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
const textsOf = async (pdf: PDFDocumentProxy): Promise<string[]> =>
  Promise.all(
    (await pagesOf(pdf)).map(async (page) =>
      (await page.getTextContent()).items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s+/g, ' '),
    ),
  );
/** Roles from above to below; parts of parts in brackets. */
function outline({ role, children = [] }: Node): string {
  const inner = children.flatMap((child) => (child.role ? [outline(child)] : []));
  return inner.length > 0 ? `${role}(${inner.join(' ')})` : (role ?? '');
}

async function staged(data: Partial<Omit<Announcement, 'links'>> & { links?: object[] }): Promise<[Announcement, Colleague, Colleague]> {
  const { world } = api;
  const [editor, home] = [await world.official('LAND_EDITOR'), await world.organisation()];
  const reader = await world.colleague(home);
  const { links = [], ...rest } = data;
  const { id } = await world.announcement(editor, { organisations: [home] }, { title: 'Neue Schnittstelle', ...rest });
  const announcement = await world.db.announcement.update({ where: { id }, data: { links } });
  return [announcement, reader, editor];
}
const body = `Einleitung mit **Nachdruck** und [einem Verweis](https://ort.example/mehr?a=1&b=2).

#### Zuerst

1. Eins
2. Zwei
   - Darunter

## Danach

> Ein Zitat

| Tag | Ort |
| --- | --- |
| Montag | Köthen |

Fragen an [@Kim Muster](person:00000000-0000-4000-8000-000000000001) 🎉.`;

describe('an announcement as PDF', () => {
  it('is tagged: language, title, headings in their order, lists, table, links with a name', async () => {
    const [announcement, reader, editor] = await staged({
      body,
      kind: 'ACTION',
      action: 'Bitte anmelden.',
      dueAt: new Date('2026-12-16T11:00:00Z'),
      links: [{ title: 'Die Anleitung', url: 'https://ort.example/anleitung' }],
    });
    const pdf = await opened(reader, announcement);
    expect(held(await pdf.getMarkInfo(), 'Marked')).toBe(true);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Neue Schnittstelle', Author: editor.organisation.title, Language: 'de-DE' });
    expect(held(metadata, 'pdfuaid:part')).toBe('1');
    expect(held(await pdf.getViewerPreferences(), 'DisplayDocTitle')).toBe(true);

    const [page] = await pagesOf(pdf);
    const tree = (await page!.getStructTree()) as unknown as Node;
    expect(tree.children!.map(outline)).toEqual([
      'Document(H1 P P P H2 P P(Link) H2 L(LI(Lbl LBody(P)) LI(Lbl LBody(P L(LI(Lbl LBody(P)))))) H3 BlockQuote(P) ' +
        'Table(TR(TH(P) TH(P)) TR(TD(P) TD(P))) P H2 L(LI(Lbl LBody(P(Link)))))',
    ]);
    const links = (await page!.getAnnotations()).filter((each) => each.subtype === 'Link');
    expect(links.map((each) => [each.url, each.contentsObj.str])).toEqual([
      ['https://ort.example/mehr?a=1&b=2', 'https://ort.example/mehr?a=1&b=2'],
      ['https://ort.example/anleitung', 'https://ort.example/anleitung'],
    ]);
    const [text] = await textsOf(pdf);
    for (const words of [
      'Neue Schnittstelle',
      'mit Nachdruck und einem Verweis.',
      'Köthen',
      'Fragen an @Kim Muster .',
      'Bis 16.12.2026, 12:00 Uhr.',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/\*\*|person:/);
  });

  it('names no person: neither who wrote it nor who got it', async () => {
    const [announcement, reader, editor] = await staged({ body: 'Kurz.' });
    const pdf = await opened(reader, announcement);
    const everything = JSON.stringify([await textsOf(pdf), (await pdf.getMetadata()).info]);
    for (const secret of [editor.name, editor.email, reader.name, reader.email, reader.organisation.title])
      expect(everything).not.toContain(secret);
  });

  it('says on each of many pages how it is classified; all text is there, and the tags go on', async () => {
    const paragraphs = Array.from({ length: 90 }, (_, i) => `Absatz ${i}: ${'Wort '.repeat(40)}Ende${i}.`);
    const [announcement, reader] = await staged({ body: paragraphs.join('\n\n'), classification: 'VERTRAULICH' });
    const pdf = await opened(reader, announcement);
    expect(pdf.numPages).toBeGreaterThan(3);
    const texts = await textsOf(pdf);
    texts.forEach((text, i) => {
      expect(text).toContain('VERTRAULICH');
      expect(text).toContain(`Seite ${i + 1} von ${pdf.numPages}`);
    });
    expect(paragraphs.filter((_, i) => !texts.join(' ').includes(`Ende${i}.`))).toEqual([]);
    for (const page of await pagesOf(pdf)) expect(outline((await page.getStructTree()) as unknown as Node)).toMatch(/P/);
  });

  it('of a table higher than a page, loses nothing', async () => {
    const cell = Array.from({ length: 900 }, (_, i) => `wort${i}`).join(' ');
    const [announcement, reader] = await staged({ body: `| A | B |\n| - | - |\n| ${cell} | Schluss |` });
    const text = (await textsOf(await opened(reader, announcement))).join(' ');
    for (const word of ['wort0', 'wort899', 'Schluss']) expect(text).toContain(word);
  });

  it.each([
    ['a word without end', 'x'.repeat(20_000), 'x'],
    ['more columns than fit', `${'| a '.repeat(60)}|\n${'| - '.repeat(60)}|\n${'| b '.repeat(60)}|`, 'b'],
    ['deep quotations', `${'> '.repeat(40)}tief`, 'tief'],
  ])('of %s, is written too', async (_, text, word) => {
    const [announcement, reader] = await staged({ body: text });
    expect((await textsOf(await opened(reader, announcement))).join(' ')).toContain(word);
  });

  it('of a long one holds nobody up, and is made once for all who ask at the same time', async () => {
    const [announcement, reader, editor] = await staged({ body: '- **a** [b](https://ort.example) c\n'.repeat(1_100) });
    let [last, longest] = [performance.now(), 0];
    const heart = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const answers = await Promise.all([reader, editor, reader].map((who) => api.get(who, query, { id: announcement.id })));
    clearInterval(heart);
    expect(longest).toBeLessThan(200);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('with an address that no browser follows, has it as text, once', async () => {
    const [announcement, reader] = await staged({ body: 'www.'.repeat(9_000) });
    const { content } = (await api.get(reader, query, { id: announcement.id }))['announcementPdf'] as { content: string };
    expect(content.length).toBeLessThan(2_000_000);
  });

  it.each([
    ['takes too much', new TooMuch(), 'announcement.too_much_for_pdf'],
    ['comes when too many wait', new Crowded(), 'rate_limited'],
  ])('that %s is refused with a sentence', async (_, error, refusal) => {
    const [announcement, reader] = await staged({ body: 'Kurz.' });
    const run = jest.spyOn(SideThread.prototype, 'run').mockRejectedValueOnce(error);
    expect(await api.refusal(reader, query, { id: announcement.id })).toBe(refusal);
    run.mockRestore();
    expect(await textsOf(await opened(reader, announcement))).toHaveLength(1);
  });

  it('of a withdrawn one says so and why; of a corrected one, what', async () => {
    const [announcement, reader, editor] = await staged({ status: 'WITHDRAWN', publishedAt: new Date(), withdrawalReason: 'Doppelt.' });
    await api.world.db.announcementOrganisation.createMany({
      data: [{ announcementId: announcement.id, organisationId: reader.organisation.id }],
      skipDuplicates: true,
    });
    await api.world.db.announcementCorrection.create({
      data: {
        ...{ announcementId: announcement.id, version: 2, note: 'Neuer Ort.', byId: editor.id, clientMutationId: randomUUID() },
        ...{ title: 'x', summary: 'x', body: 'x', action: '', links: [] },
      },
    });
    const text = (await textsOf(await opened(reader, announcement))).join(' ');
    expect(text).toMatch(/wurde zurückgezogen. Grund: Doppelt\..*Korrekturen.*Neuer Ort\./);
  });

  it('is refused to whom it is not addressed, and to who is not signed in', async () => {
    const [announcement] = await staged({ body: 'Kurz.' });
    expect(await api.refusal(await api.world.colleague(), query, { id: announcement.id })).toBe('not_found');
    expect(await api.refusal(null, query, { id: announcement.id })).toBe('unauthenticated');
    expect(await api.refusal(await api.world.colleague(), query, { id: 'x' })).toBe('not_found');
  });
});

it.each([
  ['Neue Schnittstelle für Breitband', 'Mitteilung-Neue-Schnittstelle-für-Breitband.pdf'],
  ['../../etc/passwd\r\n"x"', 'Mitteilung-etc-passwd-x.pdf'],
  ['  ', 'Mitteilung.pdf'],
  ['🎉', 'Mitteilung.pdf'],
  ['ä'.repeat(100), `Mitteilung-${'ä'.repeat(80)}.pdf`],
])('a file is named safely: %j', (title, name) => {
  expect(nameOf(title)).toBe(name);
});
