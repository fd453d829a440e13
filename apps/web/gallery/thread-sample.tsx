import { TextButton } from '../src/ui/button.tsx';
import { RadioGroup } from '../src/ui/choice.tsx';
import { Icon } from '../src/ui/icon.tsx';
import { Markdown } from '../src/ui/markdown.tsx';
import { FilterChip, Mention, OrgMark } from '../src/ui/marks.tsx';
import { Menu } from '../src/ui/menu.tsx';
import { PageHeader } from '../src/ui/page-header.tsx';
import { RelativeTime } from '../src/ui/relative-time.tsx';
import { Columns, Section } from '../src/ui/section.tsx';

const yesterday = new Date(Date.now() - 864e5).toISOString();
const sample = `Genau. [@Halle (Saale)](mention:organisation/15002), könnten Sie das mit einer echten Meldung vormachen?

1. Fünf Meldungen, jede mit „betrifft uns / bis wann“.
2. Versand mittwochs um 8 Uhr.

- [x] Gliederung
- [ ] Text

| Verwaltung | Stand |
| --- | --- |
| Halle | fertig |

> Für uns zählt die erste Zeile.

# Überschrift

![Foto](https://example.org/bild.png) und <b>HTML</b> und https://example.org und [intern](/hilfe)`;

export function ThreadSample() {
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Arbeitsgruppen', to: '/arbeitsgruppen' },
          { label: 'AG 4 Kommunikation', to: '/arbeitsgruppen/4' },
          { label: 'Ein Newsletter …' },
        ]}
        title="Ein Newsletter, den man in zwei Minuten liest"
        meta="Diskussion · offen seit 3. November · 17 Beiträge von 9 Personen aus 7 Verwaltungen"
      />
      <Columns
        rail={
          <Section title="Folgen">
            <RadioGroup
              legend="Was Sie hören möchten"
              value="wichtig"
              onChange={console.log}
              options={[
                { value: 'alles', label: 'Alles', hint: 'jeder neue Beitrag' },
                { value: 'wichtig', label: 'Wichtiges', hint: 'Erwähnung, Zusammenfassung, Beschluss' },
                { value: 'stumm', label: 'Stumm', hint: 'nur hier sichtbar' },
              ]}
            />
          </Section>
        }
      >
        <article>
          <div className="ui-row">
            <OrgMark code="Mer" />
            <strong>Robin Entwurf</strong> <RelativeTime at={yesterday} to="/arbeitsgruppen/4" />
            <Menu
              label="Mehr zu diesem Beitrag"
              entries={[
                { id: 'link', label: 'Adresse kopieren', icon: 'link', onSelect: () => undefined },
                { id: 'weg', label: 'Löschen', icon: 'delete', danger: true, onSelect: () => undefined },
              ]}
            />
          </div>
          <Markdown text={sample} schemes={['mention']} mention={(href, name) => <Mention mine={href.endsWith('15002')}>{name}</Mention>} />
          <div className="ui-row">
            <FilterChip reaction pressed label="Zustimmung, 4, auch von Ihnen" onPress={() => undefined}>
              <Icon name="thumb-up" size="small" />4
            </FilterChip>
            <TextButton icon="reply">Antworten</TextButton>
            <TextButton icon="format-quote">Zitieren</TextButton>
          </div>
        </article>
      </Columns>
    </>
  );
}
