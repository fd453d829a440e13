import { useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
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
  const { signIn, demoAccounts } = useSiteData();
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
        <p className="site-dates">
          <Link to="/termine">Termine der Sprechstunden</Link> und <Link to="/newsletter">Newsletter</Link>{' '}
          <span className="ui-meta">ohne Anmeldung</span>
        </p>
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
      <LandPicture />
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

/** The Land in tiles; yellow are those that take part. The number leads to their list, which needs the sign-in. */
function LandPicture() {
  const { askParticipation } = useSiteData();
  const [told, tell] = useState<Awaited<ReturnType<typeof askParticipation>>>(null);
  useEffect(() => {
    let wanted = true;
    askParticipation().then(
      (answer) => wanted && tell(answer),
      () => undefined, // the picture says what this is also without it
    );
    return () => {
      wanted = false;
    };
  }, [askParticipation]);
  const tiles = useMemo<Tile[]>(() => {
    const lit = told && new Set(told.keys);
    return landTiles.map((tile) => ({ ...tile, code: '', label: '', state: lit?.has(tile.key) ? 'on' : 'off' }));
  }, [told]);
  return (
    <div className="site-land ui-now" data-kern-theme="dark">
      <TileMap label="Karte von Sachsen-Anhalt aus 133 Kacheln" tiles={tiles} outline={false} />
      {told ? (
        <>
          <p className="ui-lead">
            <Link to="/kommunen">
              {told.keys.length} von {told.administrations} Verwaltungen
            </Link>{' '}
            {told.keys.length === 1 ? 'ist' : 'sind'} dabei.
          </p>
          <p className="ui-meta">Jede Kachel ist eine Verwaltung. Gelb leuchten die, die schon mitarbeiten.</p>
        </>
      ) : (
        <>
          <p className="ui-lead">133 Verwaltungen, ein Land.</p>
          <p className="ui-meta">Jede Kachel ist eine Verwaltung.</p>
        </>
      )}
      <p className="ui-meta">Umriss: © GeoBasis-DE / BKG (2019), dl-de/by-2-0, verändert</p>
    </div>
  );
}
