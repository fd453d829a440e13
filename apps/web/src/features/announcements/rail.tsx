import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import type { AnnouncementPartsFragment } from './documents.generated.ts';
import { kindWords, titleOf } from './words.ts';

/** By its address only: who may read it is decided where it is opened, and no mail carries the text. */
export function Share({ title, path }: { title: string; path: string }) {
  const { run } = useDeed();
  const address = `${location.origin}${path}`;
  const mail = `mailto:?subject=${encodeURIComponent('Mitteilung auf der Plattform')}&body=${encodeURIComponent(address)}`;
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
            Drucken oder als PDF sichern
          </Button>
        </div>
        <p className="ui-meta">Es lesen nur die, an die sie gerichtet ist.</p>
      </Section>
    </div>
  );
}

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
