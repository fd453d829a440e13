import { isValidElement, useId, useMemo, type ReactNode } from 'react';
import ReactMarkdown, { defaultUrlTransform, type Components, type Options } from 'react-markdown';
import { Link } from 'react-router';
import remarkGfm from 'remark-gfm';
import { Icon } from './icon.tsx';
import './styles/markdown.scss';

export type MarkdownProps = {
  text: string;
  /** Draws links of the caller's own schemes, such as mentions; the scheme must be one of `schemes`. */
  mention?: (href: string, name: string) => ReactNode;
  /** Schemes that are no addresses ("person"). Without `mention` such a link is its plain name. */
  schemes?: readonly string[];
  /** The level below which the text's own headings begin; a post inside an h2 section says 2. */
  under?: 1 | 2 | 3;
};

const none: readonly string[] = [];
const footnoteLabel = 'footnote-label';
const plugins: Options['remarkPlugins'] = [remarkGfm];
const ours = (href: string): boolean => href.startsWith('/') && !href.startsWith('//');
const isOwn = (url: string, schemes: readonly string[]): boolean => schemes.some((scheme) => url.startsWith(`${scheme}:`));

const words = (node: ReactNode): string =>
  typeof node === 'string' || typeof node === 'number'
    ? String(node)
    : Array.isArray(node)
      ? node.map((part: ReactNode) => words(part)).join('')
      : isValidElement<{ children?: ReactNode }>(node)
        ? words(node.props.children)
        : '';

type TreeNode = { type: string; tagName?: string; properties?: Record<string, unknown>; children?: TreeNode[] };

/**
 * Fits the text's headings under the page's and leaves no gap between levels, whatever the writer chose. The label of the
 * footnotes has one fixed id: here it becomes one for each text.
 */
const fitIntoPage =
  (under: number, prefix: string) =>
  (tree: TreeNode): void => {
    let last = under;
    const visit = (node: TreeNode) => {
      const level = /^h([1-6])$/.exec(node.tagName ?? '')?.[1];
      if (level) {
        last = Math.min(under + Number(level), last + 1, 6);
        node.tagName = `h${last}`;
      }
      if (node.properties?.['id'] === footnoteLabel) node.properties['id'] = `${prefix}-${footnoteLabel}`;
      if (node.properties?.['dataFootnoteRef'] !== undefined) node.properties['ariaDescribedBy'] = [`${prefix}-${footnoteLabel}`];
      node.children?.forEach(visit);
    };
    visit(tree);
  };

function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** HTML in the text stays text; pictures from elsewhere become links, so that nobody is counted by reading. */
export function MarkdownBody({ text, mention, schemes = none, under = 2 }: MarkdownProps) {
  const id = useId();
  const outline = useMemo<Options['rehypePlugins']>(() => [[fitIntoPage, under, id]], [under, id]);
  const components = useMemo<Components>(() => {
    return {
      a: ({ href = '', children }) => {
        if (isOwn(href, schemes)) return mention?.(href, words(children)) ?? <span>{children}</span>;
        if (href.startsWith('#')) return <a href={href}>{children}</a>;
        return ours(href) ? <Link to={href}>{children}</Link> : <OutsideLink href={href}>{children}</OutsideLink>;
      },
      img: ({ src, alt }) => {
        if (typeof src !== 'string' || src === '') return <span>{alt}</span>;
        return ours(src) ? <img src={src} alt={alt ?? ''} loading="lazy" /> : <OutsideLink href={src}>{`Bild: ${alt || src}`}</OutsideLink>;
      },
      input: ({ checked }) => (
        <span className="ui-text__task" role="img" aria-label={checked ? 'erledigt' : 'offen'}>
          {checked && <Icon name="check" size="small" />}
        </span>
      ),
      table: ({ children }) => (
        <div className="ui-scroll" role="region" aria-label="Tabelle" tabIndex={0}>
          <table className="ui-table">{children}</table>
        </div>
      ),
      pre: ({ children }) => (
        <pre className="ui-scroll" tabIndex={0}>
          {children}
        </pre>
      ),
    };
  }, [mention, schemes]);
  return (
    <div className="ui-text">
      <ReactMarkdown
        remarkPlugins={plugins}
        remarkRehypeOptions={{ clobberPrefix: `${id}-`, footnoteLabel: 'Fußnoten', footnoteBackLabel: 'Zurück zum Text' }}
        rehypePlugins={outline}
        urlTransform={(url) => (isOwn(url, schemes) ? url : defaultUrlTransform(url))}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
