import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { Alert } from './alert.tsx';
import { Button, LinkButton } from './button.tsx';
import { PageHeader } from './page-header.tsx';

/** Nothing here: one calm sentence, and the next step where there is one. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="ui-empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Grey rows, only when it takes longer than 300 ms: a flash of grey is worse than none. */
export function LoadingRows({ rows = 3, label = 'Wird geladen' }: { rows?: number; label?: string }) {
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div role="status">
      <span className="ui-hidden">{label}</span>
      <div className="ui-loading" aria-hidden="true">
        {Array.from({ length: rows }, (_, index) => (
          <i key={index} />
        ))}
      </div>
    </div>
  );
}

/** The frame says above the page that there is no connection: then nothing below has failed, and it is asked anew by itself. */
export const AwayContext = createContext(false);

/** It did not work. Says what to do, and offers to try again. */
export function ErrorState({
  title = 'Das hat nicht geklappt',
  children,
  onRetry,
}: {
  title?: string;
  children?: ReactNode;
  onRetry?: () => void;
}) {
  if (use(AwayContext)) return <EmptyState>Das erscheint, sobald die Verbindung wieder da ist.</EmptyState>;
  return (
    <Alert kind="danger" title={title} urgent>
      <p>{children ?? 'Bitte versuchen Sie es gleich noch einmal. Ihre Entwürfe sind sicher.'}</p>
      {onRetry && (
        <Button icon="refresh" onClick={onRetry}>
          Erneut versuchen
        </Button>
      )}
    </Alert>
  );
}

/** A whole page that is still being read. Its heading is there for those who jump by headings; the focus waits for the real one. */
export function LoadingPage({ rows = 4 }: { rows?: number }) {
  return (
    <>
      <h1 className="ui-hidden" data-passing>
        Die Seite wird geladen
      </h1>
      <LoadingRows rows={rows} />
    </>
  );
}

/** A whole page that could not be read. */
export function FailedPage({
  title = 'Diese Seite lässt sich gerade nicht zeigen',
  children,
  onRetry,
}: {
  title?: string;
  children: ReactNode;
  onRetry: () => void;
}) {
  return (
    <>
      <PageHeader title={title} />
      <ErrorState onRetry={onRetry}>{children}</ErrorState>
    </>
  );
}

type WholePageProps = { children?: ReactNode; back?: { to: string; label: string } };

const home = { to: '/', label: 'Zur Startseite' };

/** May be read, but not done. */
export function ForbiddenState({ children, back = home }: WholePageProps) {
  return (
    <>
      <PageHeader
        title="Dafür fehlt Ihnen die Berechtigung"
        lead={children ?? 'Wenn Sie das für Ihre Arbeit brauchen, fragen Sie die Koordination Ihrer Verwaltung.'}
      />
      <LinkButton to={back.to} size="medium">
        {back.label}
      </LinkButton>
    </>
  );
}

/** Absent, or not meant for this reader: both look the same on purpose. */
export function NotFoundState({ children, back = home }: WholePageProps) {
  return (
    <>
      <PageHeader
        title="Diese Seite gibt es nicht"
        lead={children ?? 'Die Adresse stimmt nicht, oder der Inhalt ist nicht für Sie freigegeben.'}
      />
      <LinkButton to={back.to} size="medium">
        {back.label}
      </LinkButton>
    </>
  );
}
