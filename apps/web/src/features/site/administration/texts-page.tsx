import { Row, RowList } from '../../../ui/list.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { texts } from './text-names.ts';

/** Which texts the operator sets. */
export function TextsPage() {
  usePageTitle('Texte, Verwaltung');
  return (
    <Section title="Texte" aside="für alle lesbar, auch ohne Anmeldung">
      <RowList label="Texte">
        {texts.map(({ path, title }) => (
          <Row
            key={path}
            title={title}
            to={`/${path}`}
            act={
              <LinkButton to={`/verwaltung/texte/${path}`} icon="edit">
                {title} bearbeiten
              </LinkButton>
            }
          />
        ))}
      </RowList>
    </Section>
  );
}
