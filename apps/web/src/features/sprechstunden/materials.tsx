import { Section } from '../../ui/section.tsx';
import type { SprechstundeQuery } from './documents.generated.ts';
import { linkWords } from './words.ts';

/** Slides, recording and other links; also those of single steps, so that nobody searches the agenda for them. */
export function Materials({ event }: { event: SprechstundeQuery['sprechstunde'] }) {
  return (
    <Section title="Unterlagen">
      {event.links.length === 0 ? (
        <p className="ui-meta">{event.status === 'DONE' ? 'Es gibt keine Unterlagen.' : 'Noch gibt es keine Unterlagen.'}</p>
      ) : (
        <ul className="spr-links">
          {event.links.map((link) => (
            <li key={link.id} className="ui-meta">
              <a href={link.url} rel="noreferrer">
                {link.title}
              </a>
              , {linkWords[link.kind]}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
