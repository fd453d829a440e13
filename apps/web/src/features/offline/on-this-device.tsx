import { useSyncExternalStore } from 'react';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { installOffer } from './install-offer.ts';

const ways: readonly { where: string; how: string }[] = [
  { where: 'Chrome und Edge am Computer', how: 'Symbol „Installieren“ rechts in der Adresszeile.' },
  { where: 'Chrome unter Android', how: 'Menü mit den drei Punkten, dann „Zum Startbildschirm hinzufügen“.' },
  { where: 'Safari auf iPhone und iPad', how: '„Teilen“, dann „Zum Home-Bildschirm“.' },
  { where: 'Firefox', how: 'Unter Android im Menü „Zum Startbildschirm hinzufügen“. Am Computer genügt ein Lesezeichen.' },
];

/** The platform as an app, and what stays here without a connection. */
export function OnThisDevice() {
  const offer = useSyncExternalStore(installOffer.subscribe, installOffer.get);
  const isApp = window.matchMedia('(display-mode: standalone)').matches;
  return (
    <Section title="Auf diesem Gerät">
      <div className="ui-prose">
        <h3>Als App installieren</h3>
        {isApp ? (
          <p>Sie benutzen die Plattform gerade als App.</p>
        ) : (
          <>
            <p>Die Plattform lässt sich wie eine App öffnen, mit eigenem Fenster und Symbol. Einen App-Store brauchen Sie dafür nicht.</p>
            {offer && (
              <p>
                <Button icon="download" onClick={installOffer.take}>
                  Als App installieren
                </Button>
              </p>
            )}
            <ul className="ui-prose">
              {ways.map(({ where, how }) => (
                <li key={where}>
                  <b>{where}:</b> {how}
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>Ohne Verbindung</h3>
        <p>
          Was Sie zuletzt angesehen haben, können Sie auch ohne Verbindung lesen, bis Ihre Sitzung endet. Über der Seite steht dann, von
          wann sie ist. Texte vertraulicher Mitteilungen werden nicht gespeichert. Wenn Sie sich abmelden, wird alles von diesem Gerät
          gelöscht.
        </p>
      </div>
    </Section>
  );
}
