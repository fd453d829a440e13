import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes.ts';

/** Rows parted by hairlines. */
export function RowList({ children, label, ordered = false }: { children: ReactNode; label?: string; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className="ui-list" aria-label={label} role="list">
      {children}
    </List>
  );
}

export type RowProps = {
  title: string;
  /** Where the title leads. */
  to?: string;
  /** Semi-bold when unread, which is also the look of rows without a read state. */
  read?: boolean;
  /** Stands directly behind the title: a counter, a tag. */
  mark?: ReactNode;
  /** Stands before the title: an icon such as the pin. */
  before?: ReactNode;
  meta?: ReactNode;
  foot?: ReactNode;
  /** The deed, or the organisations, at the right; below the text on a phone. */
  act?: ReactNode;
  /** What stands at the left: an organisation mark, or with `dated` a date block. */
  lead?: ReactNode;
  dated?: boolean;
  level?: 'h2' | 'h3' | 'p';
  fresh?: boolean;
};

export function Row({
  title,
  to,
  read = false,
  mark,
  before,
  meta,
  foot,
  act,
  lead,
  dated = false,
  level = 'h3',
  fresh = false,
}: RowProps) {
  const Title = level;
  return (
    <li className={classes(lead !== undefined && (dated ? 'ui-list__dated' : 'ui-list__led'), fresh && 'ui-fresh') || undefined}>
      {lead}
      <div>
        <Title className={classes('ui-list__title', read && 'ui-list__title--read')}>
          {before} {to ? <Link to={to}>{title}</Link> : title} {mark}
        </Title>
        {meta && <p className="ui-meta">{meta}</p>}
        {foot && <div className="ui-list__foot">{foot}</div>}
      </div>
      {act && <div className="ui-list__act">{act}</div>}
    </li>
  );
}

/** The parts of a meta line with a dot between them; empty ones leave no dot. */
export function Dotted({ parts }: { parts: ReactNode[] }) {
  return parts
    .filter((part) => part !== null && part !== undefined && part !== false && part !== '')
    .map((part, index, all) => (
      <Fragment key={index}>
        {/* Where the line may break: after a dot, never before it. */}
        {index > 0 && ' '}
        <span className={index < all.length - 1 ? 'ui-sep' : undefined}>{part}</span>
      </Fragment>
    ));
}
