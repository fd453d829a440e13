import { isValidElement, useId, useMemo, type ReactNode } from 'react';
import ReactMarkdown, { defaultUrlTransform, type Components, type Options } from 'react-markdown';
import { Link } from 'react-router';
import remarkGfm from 'remark-gfm';
import { Icon } from './icon.tsx';
import './styles/markdown.scss';

export type MarkdownProps = {
  text: string;
  /** Draws `[@Name](mention:target)`. Without it a mention is its plain name. */
  mention?: (target: string, name: string) => ReactNode;
  /** The level below which the text's own headings begin; a post inside an h2 section says 2. */
  under?: 1 | 2 | 3;
};

const mentionScheme = 'mention:';
const footnoteLabel = 'footnote-label';
const plugins: Options['remarkPlugins'] = [remarkGfm];
const ours = (href: string): boolean => href.startsWith('/') && !href.startsWith('//');
const keepMentions: Options['urlTransform'] = (url) => (url.startsWith(mentionScheme) ? url : defaultUrlTransform(url));

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
export function MarkdownBody({ text, mention, under = 2 }: MarkdownProps) {
  const id = useId();
  const outline = useMemo<Options['rehypePlugins']>(() => [[fitIntoPage, under, id]], [under, id]);
  const components = useMemo<Components>(() => {
    return {
      a: ({ href = '', children }) => {
        if (href.startsWith(mentionScheme)) return mention?.(href.slice(mentionScheme.length), words(children)) ?? <span>{children}</span>;
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
  }, [mention]);
  return (
    <div className="ui-text">
      <ReactMarkdown
        remarkPlugins={plugins}
        remarkRehypeOptions={{ clobberPrefix: `${id}-`, footnoteLabel: 'Fußnoten', footnoteBackLabel: 'Zurück zum Text' }}
        rehypePlugins={outline}
        urlTransform={keepMentions}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
