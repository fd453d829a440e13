import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Element, Level, Run, TaggedPdf } from './pdf-document.ts';

/** Markdown as the pages show it, into the tags of a PDF. Headings follow each other without a gap, below level `above`. */
export function writeMarkdown(pdf: TaggedPdf, markdown: string, above: Level): void {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmAutolinkLiteral()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmAutolinkLiteralFromMarkdown()],
  });
  new Writer(pdf, above, definitionsOf(tree)).blocks(tree.children);
}

class Writer {
  private level: number;
  private readonly pdf: TaggedPdf;
  private readonly above: Level;
  private readonly definitions: ReadonlyMap<string, string>;

  constructor(pdf: TaggedPdf, above: Level, definitions: ReadonlyMap<string, string>) {
    this.pdf = pdf;
    this.definitions = definitions;
    this.above = above;
    this.level = above;
  }

  blocks(nodes: readonly RootContent[], parent?: Element, indent = 0): void {
    for (const node of nodes) this.block(node, parent, indent);
  }

  private block(node: RootContent, parent: Element | undefined, indent: number): void {
    switch (node.type) {
      case 'heading':
        // Inside of a list or a quotation it is a strong line.
        if (parent) return this.pdf.paragraph(bolder(this.runs(node.children)), parent, indent);
        this.level = Math.min(this.above + node.depth, this.level + 1, 6);
        return this.pdf.heading(this.level as Level, plain(this.runs(node.children)));
      case 'paragraph':
        return this.pdf.paragraph(this.runs(node.children), parent, indent);
      case 'list': {
        const list = this.pdf.part('L', parent);
        node.children.forEach((item, i) => {
          const marker = node.ordered ? `${(node.start ?? 1) + i}.` : '•';
          const beside = this.pdf.item(list, marker, indent);
          this.blocks(item.children, beside.body, beside.indent);
        });
        return;
      }
      case 'blockquote':
        return this.blocks(node.children, this.pdf.part('BlockQuote', parent), indent + 18);
      case 'code':
      case 'html':
        return this.pdf.paragraph([{ text: node.value }], parent, indent);
      case 'table':
        return this.pdf.table(
          node.children.map((row) => row.children.map((cell) => this.runs(cell.children))),
          parent,
          indent,
        );
      default:
    }
  }

  private runs(nodes: readonly PhrasingContent[], style: Omit<Run, 'text'> = {}): Run[] {
    return nodes.flatMap((node): Run[] => {
      switch (node.type) {
        case 'text':
          return [{ ...style, text: node.value.replace(/\s*\n\s*/g, ' ') }];
        case 'inlineCode':
        case 'html':
          return [{ ...style, text: node.value }];
        case 'break':
          return [{ ...style, text: '\n' }];
        case 'strong':
          return this.runs(node.children, { ...style, bold: true });
        case 'link':
          return this.runs(node.children, linking(style, node.url));
        case 'linkReference':
          return this.runs(node.children, linking(style, this.definitions.get(node.identifier)));
        case 'image':
        case 'imageReference':
          return [{ ...style, text: node.alt ?? '' }];
        default:
          return 'children' in node ? this.runs(node.children, style) : [];
      }
    });
  }
}

/** No browser follows a longer one; each of its lines would name all of it again. */
const longestUrl = 2_000;
/** Mentions are links inside of the platform: on paper, a name. */
const linking = (style: Omit<Run, 'text'>, url: string | undefined): Omit<Run, 'text'> =>
  url && url.length <= longestUrl && /^(https?|mailto):/i.test(url) ? { ...style, link: url } : style;
const bolder = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, bold: true }));
const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

function definitionsOf(tree: Nodes): Map<string, string> {
  const found: Definition[] = [];
  const look = (node: Nodes): void => {
    if (node.type === 'definition') found.push(node);
    if ('children' in node) node.children.forEach(look);
  };
  look(tree);
  // The first one of a name counts.
  return new Map(found.toReversed().map(({ identifier, url }) => [identifier, url]));
}
