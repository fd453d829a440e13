import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';

type SectionProps = {
  title: string;
  /** Shown grey behind the title; part of the heading. */
  count?: number | undefined;
  /** A short remark or a link at the right of the heading. */
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
};

/** Newspaper, not dashboard: a rule, a strong heading, then the matter. */
export function Section({ title, count, aside, children, id }: SectionProps) {
  const heading = useId();
  return (
    <section className="ui-section" aria-labelledby={heading} id={id}>
      <div className="ui-section__head">
        <h2 className="ui-h2" id={heading}>
          {title}
          {count !== undefined && <span className="ui-count"> {count}</span>}
        </h2>
        {aside && <div className="ui-meta ui-section__aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

type PanelProps = { children: ReactNode; kind?: 'plain' | 'line' | 'now'; labelledBy?: string };

/** A box, only for what must be decided (`plain`, `line`) or happens now (`now`, dark in both themes). */
export function Panel({ children, kind = 'plain', labelledBy }: PanelProps) {
  const looks = classes('ui-panel', kind !== 'plain' && `ui-panel--${kind}`, kind === 'now' && 'ui-now');
  const theme = kind === 'now' ? { 'data-kern-theme': 'dark' } : {};
  return labelledBy ? (
    <section className={looks} aria-labelledby={labelledBy} {...theme}>
      {children}
    </section>
  ) : (
    <div className={looks} {...theme}>
      {children}
    </div>
  );
}

/** Main column and rail. `railFirst`: on narrow screens a `now` panel of the rail stands before the text. */
export function Columns({ children, rail, railFirst = false }: { children: ReactNode; rail: ReactNode; railFirst?: boolean }) {
  return (
    <div className="ui-cols">
      <div className="ui-flow">{children}</div>
      <aside className={classes('ui-rail', railFirst && 'ui-rail--first')}>{rail}</aside>
    </div>
  );
}
