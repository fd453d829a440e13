import { formatTime } from '../../lib/dates.ts';
import { Dotted } from '../../ui/list.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { SprechstundeQuery } from './documents.generated.ts';
import { useMinute } from './parts.tsx';
import { linkWords, stepState } from './words.ts';

type Event = SprechstundeQuery['sprechstunde'];
type Speaker = Event['speakers'][number];

const speakerWords = ({ name, function: does, organisationName }: Speaker): string =>
  [name, does, organisationName].filter((part) => part !== '').join(', ');

/** What happens when, by whom; while it runs, the present step is marked. */
export function Agenda({ event }: { event: Event }) {
  const now = useMinute();
  const others = event.speakers.filter((speaker) => !speaker.agendaItemId);
  return (
    <Section title="Ablauf">
      {event.agenda.length === 0 ? (
        <EmptyState>Der Ablauf steht noch nicht fest.</EmptyState>
      ) : (
        <ol className="spr-agenda">
          {event.agenda.map((item) => {
            const state = event.status === 'LIVE' ? stepState(item, now) : 'next';
            return (
              <li
                key={item.id}
                className={state === 'next' ? undefined : `spr-agenda--${state}`}
                aria-current={state === 'now' ? 'step' : undefined}
              >
                <time dateTime={item.startsAt}>{formatTime(item.startsAt)}</time>
                <div>
                  <p className="spr-agenda__title">{item.title}</p>
                  <p className="ui-meta">
                    <Dotted
                      parts={[
                        state === 'now'
                          ? `noch ${Math.max(1, Math.ceil((Date.parse(item.startsAt) - now) / 60_000) + item.minutes)} Minuten`
                          : `${item.minutes} Minuten`,
                        event.speakers
                          .filter((speaker) => speaker.agendaItemId === item.id)
                          .map(speakerWords)
                          .join('; '),
                        ...event.links
                          .filter((link) => link.agendaItemId === item.id)
                          .map((link) => (
                            <a key={link.id} href={link.url} rel="noreferrer">
                              {linkWords[link.kind]}: {link.title}
                            </a>
                          )),
                      ]}
                    />
                  </p>
                  {item.description && <Markdown text={item.description} />}
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {others.length > 0 && <p className="ui-meta spr-note">Mit {others.map(speakerWords).join('; ')}</p>}
    </Section>
  );
}
