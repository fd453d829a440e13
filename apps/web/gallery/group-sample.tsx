import { Button, LinkButton } from '../src/ui/button.tsx';
import { Icon } from '../src/ui/icon.tsx';
import { Dotted, Row, RowList } from '../src/ui/list.tsx';
import { Counter, Meter, OrgMark, StatusBadge, Tag, WhyChip } from '../src/ui/marks.tsx';
import { PageHeader } from '../src/ui/page-header.tsx';
import { RelativeTime } from '../src/ui/relative-time.tsx';
import { Columns, Panel, Section } from '../src/ui/section.tsx';
import { Tabs } from '../src/ui/tabs.tsx';
import { TileMap, type Tile } from '../src/ui/tile-map.tsx';
import { landTiles } from '../src/features/site/land-tiles.ts';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const tiles: Tile[] = landTiles.map((tile, index) => ({
  ...tile,
  code: tile.key.slice(-3),
  label: `Verwaltung ${tile.key}${index % 5 === 0 ? ', arbeitet mit' : ''}`,
  group: tile.key.slice(0, 5),
  state: tile.key === '15002' ? 'mine' : index % 5 === 0 ? 'on' : 'off',
  href: '/kommunen',
  head: tile.key.length === 5,
}));

export function GroupSample() {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Arbeitsgruppen', to: '/arbeitsgruppen' }, { label: 'AG 4 Kommunikation' }]}
        eyebrow="Arbeitsgruppe 4"
        title="Kommunikation"
        lead="Damit jede Verwaltung im Land zur selben Zeit dasselbe weiß und Antworten wiederfindet."
        tags={
          <>
            <Tag icon="group">offen für alle Verwaltungen</Tag>
            <Tag>arbeitet seit Oktober 2022</Tag>
            <Tag>zuletzt vor 12 Minuten</Tag>
          </>
        }
        actions={
          <>
            <Button size="medium" icon="notifications">
              Folgen: Wichtiges
            </Button>
            <LinkButton size="medium" variant="primary" icon="add" to="/arbeitsgruppen/4/neu">
              Neue Diskussion
            </LinkButton>
          </>
        }
        aside={<>Sie arbeiten für Halle (Saale) mit, als stellvertretende Leitung.</>}
      />
      <Tabs
        label="Bereiche der Arbeitsgruppe"
        tabs={[
          { to: '/arbeitsgruppen', label: 'Überblick', end: true },
          { to: '/arbeitsgruppen/4/diskussionen', label: 'Diskussionen', mark: <Counter value={5} unit="neu" /> },
          { to: '/arbeitsgruppen/4/mitglieder', label: 'Mitglieder' },
        ]}
      />
      <Columns
        rail={
          <>
            <Section title="Besetzung">
              <p className="ui-meta">
                <a href="#mitglieder">29 Verwaltungen, 34 Personen</a>
              </p>
              <TileMap label="Karte: 29 von 133 Verwaltungen arbeiten mit" tiles={tiles} />
              <Meter label="Kreisfreie Städte" value={3} max={3} />
              <Meter label="Landkreise" value={7} max={11} />
              <Meter label="Einheitsgemeinden" value={16} max={101} />
            </Section>
            <Section title="Leitung">
              <ul className="ui-people">
                <li>
                  <OrgMark code="MID" kind="land" />
                  <div>
                    Sascha Probe<p className="ui-meta">Leitung, MID</p>
                  </div>
                </li>
                <li>
                  <OrgMark code="HAL" kind="mine" />
                  <div>
                    Kim Muster (Sie)<p className="ui-meta">Stellvertretung, Halle (Saale)</p>
                  </div>
                </li>
              </ul>
            </Section>
          </>
        }
      >
        <Panel labelledBy="anfragen">
          <h2 className="ui-h3" id="anfragen">
            Zwei Verwaltungen möchten mitarbeiten
          </h2>
          <RowList>
            <Row
              lead={<OrgMark code="Zei" />}
              title="Stadt Zeitz, Nico Vorschau"
              meta={<>„Wir bauen gerade eine eigene Infoseite und wollen nichts doppelt machen.“</>}
              act={
                <>
                  <Button icon="check">Aufnehmen</Button>
                  <Button variant="quiet">Ablehnen …</Button>
                </>
              }
            />
            <Row
              lead={<OrgMark code="Elb" />}
              title="Verbandsgemeinde Elbe-Heide, Ira Skizze"
              meta="„Beobachtend, bis unsere Stelle besetzt ist.“"
              act={<Button icon="check">Aufnehmen</Button>}
            />
          </RowList>
        </Panel>
        <Section title="Diskussionen" count={46} aside={<a href="#alle">Alle 46</a>}>
          <RowList>
            <Row
              before={<Icon name="keep" size="small" />}
              title="Ein Newsletter, den man in zwei Minuten liest"
              to="/arbeitsgruppen/4"
              mark={<Counter value={3} unit="neue Beiträge" />}
              meta={<Dotted parts={['Sascha Probe', <RelativeTime key="t" at={ago(12)} />, '17 Beiträge']} />}
              act={
                <div className="ui-orgs">
                  <OrgMark code="MID" kind="land" size="small" name="Ministerium für Infrastruktur und Digitales" />
                  <OrgMark code="Mer" size="small" name="Stadt Merseburg" />
                  <OrgMark code="HZ" size="small" name="Landkreis Harz" />
                </div>
              }
            />
            <Row
              title="Dürfen Gäste vom Spitzenverband mitlesen?"
              to="/arbeitsgruppen/5"
              read
              meta={
                <>
                  <StatusBadge status="success">beantwortet</StatusBadge> Toni Vorlage <RelativeTime at={ago(60 * 24 * 4)} />
                </>
              }
              foot={<WhyChip to="/hinweise">weil Halle in der AG 4 mitarbeitet</WhyChip>}
            />
          </RowList>
        </Section>
        <Section title="Besetzung auf der Karte">
          <TileMap kind="map" label="29 von 133 Verwaltungen arbeiten mit" tiles={tiles} />
        </Section>
      </Columns>
    </>
  );
}
