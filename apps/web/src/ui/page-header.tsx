import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './icon.tsx';
import { usePageTitle } from './page-title.ts';

export type Crumb = { label: string; to?: string };

/** The way here. The last step is the page itself; on a phone only one step back is left. */
export function Breadcrumb({ steps }: { steps: Crumb[] }) {
  return (
    <nav aria-label="Sie sind hier">
      <ol className="ui-crumbs">
        {steps.map((step, index) => {
          const last = index === steps.length - 1;
          return (
            <li key={`${index}-${step.label}`}>
              {step.to && !last ? (
                <Link to={step.to}>{step.label}</Link>
              ) : (
                <span aria-current={last ? 'page' : undefined}>{step.label}</span>
              )}
              {!last && <Icon name="chevron-right" size="small" />}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

type PageHeaderProps = {
  title: string;
  /** The small line above the title. */
  eyebrow?: ReactNode;
  /** One or two sentences that say the state in words, with its figures as links. */
  lead?: ReactNode;
  meta?: ReactNode;
  tags?: ReactNode;
  actions?: ReactNode;
  /** A quiet remark under the actions. */
  aside?: ReactNode;
  crumbs?: Crumb[];
  /** The document's title where the h1 alone does not say it ("Mitglieder, AG 4 Kommunikation"). */
  documentTitle?: string;
};

/** The one h1 of a page, and the document's title. */
export function PageHeader({ title, eyebrow, lead, meta, tags, actions, aside, crumbs, documentTitle }: PageHeaderProps) {
  usePageTitle(documentTitle ?? title);
  return (
    <>
      {crumbs && <Breadcrumb steps={crumbs} />}
      <header className="ui-title">
        <div>
          {eyebrow && <p className="ui-over">{eyebrow}</p>}
          <h1 className="ui-h1" tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="ui-lead">{lead}</p>}
          {meta && <p className="ui-meta">{meta}</p>}
          {tags && <div className="ui-tags">{tags}</div>}
        </div>
        {(actions ?? aside) && (
          <div className="ui-title__act">
            {actions && <div className="ui-row">{actions}</div>}
            {aside && <div className="ui-meta">{aside}</div>}
          </div>
        )}
      </header>
    </>
  );
}
