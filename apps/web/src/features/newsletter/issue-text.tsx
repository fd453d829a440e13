import { formatLongDate, formatTime } from '../../lib/dates.ts';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Section } from '../../ui/section.tsx';
import type { NewsletterPartTextFragment } from './documents.generated.ts';

type IssueTextProps = { greeting: string; parts: readonly NewsletterPartTextFragment[]; outlook: string };

/** What everybody reads: in the archive, and before that as a preview. */
export function IssueText({ greeting, parts, outlook }: IssueTextProps) {
  return (
    <div className="ui-flow news-issue">
      {greeting && <Markdown text={greeting} under={1} />}
      {parts.map((part, index) => (
        <Section key={index} title={part.heading || 'Ohne Überschrift'}>
          {part.kind === 'DATES' ? <Dates dates={part.dates} label={part.heading} /> : <Markdown text={part.body} />}
          {part.source && (
            <p className="ui-meta news-below">
              {part.kind === 'ANNOUNCEMENT' ? 'Mitteilung' : 'Antwort'}: {part.source}
            </p>
          )}
        </Section>
      ))}
      {outlook && (
        <Section title="In der nächsten Ausgabe">
          <Markdown text={outlook} />
        </Section>
      )}
    </div>
  );
}

function Dates({ dates, label }: { dates: NewsletterPartTextFragment['dates']; label: string }) {
  if (dates.length === 0) return <p>Zurzeit ist kein Termin angekündigt.</p>;
  return (
    <RowList label={label}>
      {dates.map(({ id, label: title, startsAt, endsAt, place }) => (
        <Row
          key={id}
          title={title}
          meta={<Dotted parts={[formatLongDate(startsAt), `${formatTime(startsAt)} bis ${formatTime(endsAt)} Uhr`, place]} />}
        />
      ))}
    </RowList>
  );
}
