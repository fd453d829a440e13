import { isRouteErrorResponse, useRouteError } from 'react-router';
import { NotFoundState } from '../ui/states.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** A chunk that is gone after an update shows up as a failed import: then a fresh page is the remedy. */
const staleChunk = (error: unknown): boolean => error instanceof TypeError && /import|module/i.test(error.message);

/** What is left when a page breaks: the frame stays, and says what to do. */
export function ErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundState />;
  const stale = staleChunk(error);
  return (
    <>
      <PageHeader title={stale ? 'Es gibt eine neue Fassung' : 'Diese Seite lässt sich gerade nicht zeigen'} />
      <Alert kind={stale ? 'info' : 'danger'} title={stale ? 'Bitte laden Sie die Seite neu' : 'Ein Fehler ist aufgetreten'} urgent>
        <p>
          {stale
            ? 'Die Plattform wurde gerade aktualisiert.'
            : 'Bitte laden Sie die Seite neu. Ihre Entwürfe sind sicher. Bleibt es dabei, hilft Ihnen die Seite „Hilfe“.'}
        </p>
        <Button icon="refresh" onClick={() => window.location.reload()}>
          Neu laden
        </Button>
      </Alert>
    </>
  );
}
