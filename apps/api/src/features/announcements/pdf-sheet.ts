import { TaggedPdf, type Level, type PdfFrame, type Run } from './pdf-document.ts';
import { writeMarkdown } from './pdf-markdown.ts';

/** What stands on paper, from above to below; plain data, so that it can go to a thread. */
export type Part =
  | { readonly heading: string; readonly level: Level }
  | { readonly runs: readonly Run[] }
  | { readonly markdown: string; readonly above: Level }
  | { readonly links: readonly { title: string; url: string }[] };
export interface Sheet {
  frame: PdfFrame;
  parts: Part[];
}

export async function bytesOf({ frame, parts }: Sheet): Promise<Uint8Array> {
  const pdf = await TaggedPdf.open(frame);
  for (const part of parts) write(pdf, part);
  return pdf.bytes();
}

function write(pdf: TaggedPdf, part: Part): void {
  if ('heading' in part) return pdf.heading(part.level, part.heading);
  if ('runs' in part) return pdf.paragraph(part.runs);
  if ('markdown' in part) return writeMarkdown(pdf, part.markdown, part.above);
  const list = pdf.part('L');
  for (const { title: text, url } of part.links) {
    const { body, indent } = pdf.item(list, '•', 0);
    pdf.paragraph([{ text, link: url }], body, indent);
  }
}
