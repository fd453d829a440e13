import { useMemo } from 'react';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OrgMark } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { TileMap, type Tile } from '../../ui/tile-map.tsx';
import { landTiles } from './land-tiles.ts';
import { useSiteData, type DemoAccount } from './site-data.ts';
import './site.scss';

/** The door: one button for real work, below it the demonstration's roles, and the picture that says what this is. */
export function StartPage() {
  const { signIn, demoAccounts, participating } = useSiteData();
  return (
    <div className="site-start">
      <div className="site-door">
        <PageHeader title="Anmelden" lead="Die gemeinsame Arbeitsfläche von Land und Kommunen in Sachsen-Anhalt." />
        {signIn ? (
          <Button variant="primary" size="large" icon="login" onClick={() => signIn()}>
            Mit dem Dienstkonto anmelden
          </Button>
        ) : (
          <Alert kind="warning" title="Die Anmeldung ist gerade nicht erreichbar">
            <p>Bitte versuchen Sie es in einigen Minuten noch einmal.</p>
          </Alert>
        )}
        {signIn && demoAccounts.length > 0 ? (
          <Section title="Vorführung: als jemand anderes hineinschauen">
            <p className="ui-meta">Ein Klick genügt. Alle Personen sind erfunden.</p>
            <ul className="site-accounts">
              {demoAccounts.map((account) => (
                <Account key={account.login} account={account} signIn={signIn} />
              ))}
            </ul>
          </Section>
        ) : (
          <Section title="Wozu die Plattform da ist">
            <ul className="ui-list">
              <li>In Arbeitsgruppen gemeinsam an einer Sache arbeiten, über Verwaltungsgrenzen hinweg</li>
              <li>Fragen stellen, die eine andere Verwaltung schon gelöst hat</li>
              <li>Sehen, was das Land von der eigenen Verwaltung braucht, und bis wann</li>
            </ul>
          </Section>
        )}
      </div>
      <LandPicture participating={participating} />
    </div>
  );
}

function Account({ account, signIn }: { account: DemoAccount; signIn: (login: string) => void }) {
  return (
    <li>
      <OrgMark code={account.code} kind={account.kind} />
      <div>
        <button type="button" onClick={() => signIn(account.login)}>
          {account.name}, {account.organisation}
        </button>{' '}
        <span className="ui-meta">{account.login}</span>
        <p className="ui-meta">{account.about}</p>
      </div>
      <Icon name="arrow-forward" />
    </li>
  );
}

function LandPicture({ participating }: { participating: ReadonlySet<string> | null }) {
  const tiles = useMemo<Tile[]>(
    () =>
      landTiles.map((tile) => ({
        ...tile,
        code: '',
        label: '',
        state: participating === null || participating.has(tile.key) ? 'on' : 'off',
      })),
    [participating],
  );
  const count = participating?.size;
  const says =
    count === undefined
      ? 'Jede Kachel ist eine Verwaltung.'
      : `Jede Kachel ist eine Verwaltung. Gelb ${count === 1 ? 'leuchtet die eine, die' : `leuchten die ${count}, die`} in einer Arbeitsgruppe ${count === 1 ? 'mitarbeitet' : 'mitarbeiten'}.`;
  return (
    <div className="site-land ui-now" data-kern-theme="dark">
      <TileMap label="Karte von Sachsen-Anhalt aus 133 Kacheln" tiles={tiles} outline={false} />
      <p className="ui-lead">133 Verwaltungen, ein Land.</p>
      <p className="ui-meta">{says}</p>
      <p className="ui-meta">Umriss: © GeoBasis-DE / BKG (2019), dl-de/by-2-0, verändert</p>
    </div>
  );
}
