import { pdfFonts } from './pdf-fonts.ts';

export interface Run {
  text: string;
  bold?: boolean;
  link?: string;
}
export interface PdfFrame {
  title: string;
  author: string;
  /** On each page, above and below. */
  marking: string;
  footer: string;
}
type Doc = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;
interface Place {
  x: number;
  width: number;
  y?: number;
}

const margin = 64;
const size = { 1: 20, 2: 15, 3: 13, 4: 12, 5: 11, 6: 11 } as const;
export type Level = keyof typeof size;
const textSize = 11;
const gap = 8;
/** Left below a heading at least, so that none stands alone at the end of a page. */
const belowHeading = 90;
/** As wide as a list's marker is. */
const step = 18;
/** How far lists and quotations in each other move to the right. */
const deepest = 12 * step;
/** Of a table's column. */
const narrowest = 56;

/** Without what no typeface of ours has; a word without end may break, which takes the library minutes otherwise. */
const drawable = (text: string): string =>
  text
    .replace(/\p{Extended_Pictographic}|\u{FE0F}|\u{200D}/gu, (sign) => (/[©®™]/.test(sign) ? sign : ''))
    .replace(/\S{40}(?=\S)/gu, '$&\u{200B}');

/** What the library writes as a text, and not as a name. */
const textOf = (text: string): never => new String(text) as never;

/** A tagged PDF (PDF/UA-1) that is written from above to below; every element says what it is. */
export class TaggedPdf {
  private readonly root: Element;
  private linked = '';
  private readonly done: Promise<Buffer>;
  private readonly doc: Doc;
  private readonly frame: PdfFrame;

  private constructor(doc: Doc, frame: PdfFrame) {
    this.doc = doc;
    this.frame = frame;
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    this.done = new Promise((resolve, reject) => doc.on('end', () => resolve(Buffer.concat(chunks))).on('error', reject));
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
    // The library leaves it empty; a screen reader names the link by it.
    const link = doc.link.bind(doc);
    doc.link = (x, y, w, h, url, options?: object) => link(x, y, w, h, url, { ...options, Contents: textOf(this.linked) });
  }

  /** The library is loaded with the first one: nobody else's start waits for it. */
  static async open(frame: PdfFrame): Promise<TaggedPdf> {
    const [{ default: PdfDocument }, { text, bold }] = await Promise.all([import('pdfkit'), pdfFonts()]);
    const doc = new PdfDocument({
      size: 'A4',
      margins: { top: margin, bottom: margin, left: margin, right: margin },
      pdfVersion: '1.7',
      // Its types know PDF/A alone.
      subset: 'PDF/UA' as never,
      tagged: true,
      lang: 'de-DE',
      displayTitle: true,
      bufferPages: true,
      // Not even named: what is not embedded may not stand in it.
      font: null as never,
      info: { Title: frame.title, Author: frame.author },
    });
    doc.registerFont('text', text).registerFont('bold', bold).font('text');
    return new TaggedPdf(doc, frame);
  }

  heading(level: Level, text: string): void {
    if (this.doc.y + belowHeading > this.bottom) this.doc.addPage();
    if (level > 1) this.doc.y += gap;
    this.inline(`H${level}`, [{ text, bold: true }], this.root, this.page(), size[level]);
  }

  paragraph(runs: readonly Run[], parent = this.root, indent = 0, tag = 'P'): void {
    this.inline(tag, runs, parent, this.page(indent), textSize);
  }

  /** A part that holds others. */
  part(tag: string, parent = this.root): Element {
    const element = this.doc.struct(tag);
    parent.add(element);
    return element;
  }

  /** The marker of an item of a list, and what stands beside it. */
  item(list: Element, marker: string, indent: number): { body: Element; indent: number } {
    const item = this.part('LI', list);
    if (this.doc.y + 2 * textSize > this.bottom) this.doc.addPage();
    const { y } = this.doc;
    const { x } = this.page(indent);
    item.add(this.doc.struct('Lbl', {}, () => this.doc.font('text').fontSize(textSize).text(marker, x, y, { lineBreak: false })));
    this.doc.y = y;
    return { body: this.part('LBody', item), indent: indent + step + Math.max(0, marker.length - 2) * 6 };
  }

  /** The first row names the columns. */
  table(rows: readonly (readonly Run[])[][], parent = this.root, indent = 0): void {
    const table = this.part('Table', parent);
    const { x, width } = this.page(indent);
    const columns = Math.max(...rows.map((row) => row.length));
    const column = width / columns;
    rows.forEach((cells, no) => {
      const row = this.part('TR', table);
      const shown = no > 0 ? cells : cells.map((runs) => runs.map((run) => ({ ...run, bold: true })));
      // What is too narrow, or higher than a page, stands below itself.
      const height = column < narrowest ? Infinity : Math.max(...shown.map((runs) => this.heightOf(runs, column - gap))) + gap;
      const fits = height < this.bottom - margin;
      if (fits && this.doc.y + height > this.bottom) this.doc.addPage();
      const { y } = this.doc;
      shown.forEach((runs, i) => {
        const header: object = no === 0 ? { scope: 'Column' } : {};
        const cell = this.doc.struct(no === 0 ? 'TH' : 'TD', header);
        row.add(cell);
        this.inline('P', runs, cell, fits ? { x: x + i * column, width: column - gap, y } : { x, width }, textSize);
      });
      if (fits) this.doc.y = y + height;
      this.rule(x, width);
    });
    this.doc.y += gap;
  }

  private rule(x: number, width: number): void {
    const y = this.doc.y - gap / 2;
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.5)
      .stroke('#8a8fa3');
    this.doc.endMarkedContent();
  }

  async bytes(): Promise<Buffer> {
    this.root.end();
    this.furnishPages();
    this.doc.end();
    return this.done;
  }

  /** What stands on each page is no part of the text. */
  private furnishPages(): void {
    const { count } = this.doc.bufferedPageRange();
    const { marking, footer } = this.frame;
    for (let i = 0; i < count; i++) {
      this.doc.switchToPage(i);
      const { page } = this.doc;
      page.margins = { ...page.margins, top: 0, bottom: 0 };
      this.doc.markContent('Artifact', { type: 'Pagination' });
      const line = { width: page.width - 2 * margin, lineBreak: false } as const;
      this.doc.font('bold').fontSize(9).fillColor('#000000').text(marking, margin, 30, line);
      this.doc.font('text').text(`${footer}, Seite ${i + 1} von ${count}`, margin, page.height - 40, line);
      this.doc.endMarkedContent();
    }
  }

  /** What lies deeper than there is room for stands below each other. */
  private page(depth = 0): { x: number; width: number } {
    const indent = Math.min(depth, deepest);
    return { x: margin + indent, width: this.doc.page.width - 2 * margin - indent };
  }

  private get bottom(): number {
    return this.doc.page.height - margin;
  }

  private heightOf(runs: readonly Run[], width: number): number {
    const bold = runs.some((run) => run.bold);
    this.doc.font(bold ? 'bold' : 'text').fontSize(textSize);
    return this.doc.heightOfString(drawable(runs.map((run) => run.text).join('')) || ' ', { width });
  }

  private inline(tag: string, given: readonly Run[], parent: Element, { x, width, y }: Place, fontSize: number): void {
    const runs = given.map((run) => ({ ...run, text: drawable(run.text) })).filter(({ text }) => text !== '');
    if (runs.length === 0) return;
    const { doc } = this;
    if (y === undefined && doc.y + fontSize > this.bottom) doc.addPage();
    const start = y ?? doc.y;
    const write =
      ({ text, bold, link }: Run, i: number) =>
      (): void => {
        const options = { width, continued: i < runs.length - 1, underline: !!link, link: link ?? null };
        doc.font(bold ? 'bold' : 'text').fontSize(fontSize);
        doc.fillColor(link ? '#2141ad' : '#000000');
        this.linked = link ?? '';
        if (i === 0) doc.text(text, x, start, options);
        else doc.text(text, options);
      };
    parent.add(
      doc.struct(
        tag,
        {},
        runs.map((run, i) => (run.link ? doc.struct('Link', {}, write(run, i)) : write(run, i))),
      ),
    );
    doc.y += gap / 2;
  }
}
