import { useApolloClient } from '@apollo/client/react';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { AnnouncementPdfDocument, type AnnouncementPartsFragment } from './documents.generated.ts';
import { kindWords, titleOf } from './words.ts';

/** By its address only: who may read it is decided where it is opened, and no mail carries the text. */
export function Share({ id, title, path }: { id: string; title: string; path: string }) {
  const { busy, run } = useDeed();
  const client = useApolloClient();
  const address = `${location.origin}${path}`;
  const mail = `mailto:?subject=${encodeURIComponent('Mitteilung auf der Plattform')}&body=${encodeURIComponent(address)}`;
  // Not from an address: who opens one is not signed in there. Not kept, since it is made anew each time.
  const save = async () => {
    const { data } = await client.query({ query: AnnouncementPdfDocument, variables: { id }, fetchPolicy: 'no-cache' });
    if (data) saveFile(data.announcementPdf.name, bytesOf(data.announcementPdf.content), 'application/pdf');
  };
  return (
    <div className="ui-noprint">
      <Section title="Weitergeben">
        <div className="ann-share">
          <Button
            icon="link"
            aria-label={`Link kopieren: ${title}`}
            onClick={() => void run(() => navigator.clipboard.writeText(address), { text: 'Der Link liegt in der Zwischenablage.' })}
          >
            Link kopieren
          </Button>
          <a className="kern-btn kern-btn--secondary kern-btn--x-small" href={mail}>
            <Icon name="mail" />
            <span className="kern-label">Per E-Mail teilen</span>
          </a>
          <Button icon="print" onClick={() => window.print()}>
            Drucken
          </Button>
          <Button icon="download" busy={busy} onClick={() => void run(save, { text: 'Die PDF-Datei ist da.' })}>
            Als PDF
          </Button>
        </div>
        <p className="ui-meta">Es lesen nur die, an die sie gerichtet ist.</p>
      </Section>
    </div>
  );
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

export function Related({ announcements }: { announcements: AnnouncementPartsFragment['related'] }) {
  if (announcements.length === 0) return null;
  return (
    <div className="ui-noprint">
      <Section title="Ähnliche Mitteilungen">
        <RowList>
          {announcements.map((other) => (
            <Row
              key={other.id}
              read
              title={titleOf(other)}
              to={`/mitteilungen/${other.id}`}
              meta={
                <Dotted
                  parts={[kindWords[other.kind], other.office.title, other.publishedAt && <RelativeTime key="at" at={other.publishedAt} />]}
                />
              }
            />
          ))}
        </RowList>
      </Section>
    </div>
  );
}
