import { Link } from 'react-router';
import { Key } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';

const keys: readonly (readonly [keys: readonly string[], deed: string])[] = [
  [['?'], 'alle Tasten zeigen'],
  [['g', 't'], 'zu „Mein Tag“'],
  [['g', 'a'], 'zu den Arbeitsgruppen'],
  [['g', 'k'], 'zu den Kommunen'],
  [['Esc'], 'Fenster oder Menü schließen'],
];

/** How to get in, how to work by keyboard, where to ask. */
export function HelpPage() {
  return (
    <>
      <PageHeader title="Hilfe" lead="Wie Sie hineinkommen, wie Sie mit der Tastatur arbeiten und wo Sie fragen können." />
      <div className="ui-flow">
        <Section title="Anmelden">
          <div className="ui-prose">
            <p>
              Sie melden sich mit Ihrem Dienstkonto an. Ein eigenes Passwort für die Plattform gibt es nicht. Beim ersten Mal brauchen Sie
              eine Einladung: Die Koordination Ihrer Verwaltung schickt sie Ihnen an Ihre dienstliche Adresse. Sie gilt 14 Tage und nur
              einmal.
            </p>
            <p>Ohne Einladung können Sie sich auch anmelden. Dann prüft die Koordination Ihrer Verwaltung, ob Sie dazugehören.</p>
            <p>Läuft Ihre Sitzung ab, bleiben Ihre Entwürfe erhalten. Melden Sie sich einfach neu an.</p>
          </div>
        </Section>
        <Section title="Tastatur">
          <div className="ui-prose">
            <p>Alles geht ohne Maus. Mit Tab kommen Sie von einem Element zum nächsten, mit Eingabe lösen Sie es aus.</p>
            <dl className="ui-kv">
              {keys.map(([combination, deed]) => (
                <div key={deed} className="ui-keys__row">
                  <dt>
                    {combination.map((key) => (
                      <Key key={key}>{key}</Key>
                    ))}
                  </dt>
                  <dd>{deed}</dd>
                </div>
              ))}
            </dl>
            <p>Während Sie schreiben, sind die Tasten aus. In der Übersicht können Sie sie ganz ausschalten.</p>
          </div>
        </Section>
        <Section title="Fragen">
          <div className="ui-prose">
            <p>Fachliche Fragen stellen Sie am besten in der Arbeitsgruppe zum Thema. Dort lesen alle mit, denen die Antwort auch hilft.</p>
            <p>
              Fragen zu Ihrem Zugang beantwortet die Koordination Ihrer Verwaltung. Wer die Plattform betreibt, steht im{' '}
              <Link to="/impressum">Impressum</Link>.
            </p>
            <p>
              Sie kommen an einer Stelle nicht weiter, etwa mit einem Screenreader? <Link to="/barriere-melden">Barriere melden</Link>
            </p>
          </div>
        </Section>
      </div>
    </>
  );
}
