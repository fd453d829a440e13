import type { SiteTextKey } from '../../generated/graphql.ts';

/**
 * What stands there until the operator sets their own text: complete in what the platform itself knows (what it stores
 * and for how long), with "[Bitte ergänzen: …]" wherever only the operator can know.
 */
export const defaultTexts: Record<SiteTextKey, (land: string) => string> = {
  IMPRESSUM: (land) => `## Angaben nach § 5 DDG

**Herausgeber**

Land ${land}, vertreten durch
[Bitte ergänzen: Name des Ministeriums]
[Bitte ergänzen: Straße und Hausnummer]
[Bitte ergänzen: Postleitzahl und Ort]

**Vertretungsberechtigt**

[Bitte ergänzen: Name und Amt der vertretungsberechtigten Person]

**Kontakt**

Telefon: [Bitte ergänzen: Telefonnummer]
E-Mail: [Bitte ergänzen: E-Mail-Adresse]

**Umsatzsteuer-Identifikationsnummer nach § 27a UStG**

[Bitte ergänzen, falls vorhanden]

## Redaktionell verantwortlich

[Bitte ergänzen: Name, Referat und Anschrift nach § 18 Abs. 2 MStV]

## Technischer Betrieb

[Bitte ergänzen: Name und Anschrift der Stelle, die die Plattform betreibt]

## Inhalte der Beteiligten

Beiträge in den Arbeitsgruppen stammen von den Personen, deren Name darüber steht. Sie geben nicht in jedem Fall die Auffassung des
Herausgebers wieder. Hinweise auf rechtswidrige Inhalte nimmt die oben genannte Stelle entgegen.
`,

  DATENSCHUTZ: (land) => `## Verantwortliche Stelle

Land ${land}, [Bitte ergänzen: Name, Anschrift, Telefon und E-Mail-Adresse des Ministeriums]

Datenschutzbeauftragte Person: [Bitte ergänzen: Name oder Funktion, Anschrift, E-Mail-Adresse]

## Wozu wir Daten verarbeiten

Auf dieser Plattform arbeiten das Land und seine Kommunen an der Digitalisierung der Verwaltung zusammen. Dafür müssen die Beteiligten
wissen, wer für welche Stelle spricht. Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit
[Bitte ergänzen: Vorschrift des Landesrechts].

## Welche Daten wir speichern

| Daten | Wozu | Wie lange |
|---|---|---|
| Name, dienstliche E-Mail-Adresse, Kennung des Anmeldedienstes | Anmeldung, Anzeige an Ihren Beiträgen | solange das Konto besteht |
| Zugehörigkeit zu einer Stelle, Funktion, Rollen, Anträge darauf | Rechte auf der Plattform | solange das Konto besteht |
| Mitgliedschaften in Arbeitsgruppen, Anträge, Einladungen | Rechte in der Gruppe, Besetzung | solange die Gruppe besteht |
| Beiträge mit ihren früheren Fassungen, Reaktionen, Erwähnungen | gemeinsame Arbeit, Nachvollziehbarkeit | solange das Thema besteht |
| Lesestand, Folgestufen, Entwürfe | damit Sie weiterlesen und weiterschreiben können; nur für Sie sichtbar | bis Sie sie ändern oder löschen |
| Hinweise | damit Sie erfahren, was Sie betrifft | 180 Tage, nachdem Sie sie gelesen haben, längstens ein Jahr |
| Wann Sie abwesend sind und wer vertritt, wenn Sie es eintragen; nicht, warum | damit Ihre Vertretung Dringendes erfährt | einen Monat nach dem Ende |
| Wann Sie E-Mails zu Hinweisen möchten | Zusammenfassung zur gewählten Zeit | solange das Konto besteht |
| Geräte, auf denen Sie Mitteilungen einschalten: Bezeichnung, Adresse beim Dienst des Browserherstellers, Schlüssel | damit der Browser zeigt, was eilt; der Hersteller befördert es verschlüsselt | bis Sie sie ausschalten oder 30 Tage nichts mehr ankommt |
| E-Mails der Plattform an Sie: Empfänger, Betreff, Zeitpunkt | Zustellung; der Text wird nach dem Versand gelöscht | 90 Tage |
| Newsletter: E-Mail-Adresse, Zeitpunkt und Wortlaut der Einwilligung | Versand, Nachweis | bis Sie sich abmelden, ohne Bestätigung 7 Tage; der Nachweis 3 Jahre |
| Technische Ereignisse ohne Inhalte | Seiten aktuell halten | 48 Stunden |
| Protokoll über Rechte, Exporte und Einsicht mit Begründung | Nachweis nach innen und außen | [Bitte ergänzen: Frist] |
| Meldungen von Barrieren mit freiwilliger Kontaktangabe | Beseitigung der Barriere, Antwort an Sie | [Bitte ergänzen: Frist] |

Das Zugriffsprotokoll des Servers enthält Zeitpunkt, aufgerufenen Pfad und Ergebnis, aber weder Ihre Internetadresse noch Inhalte. Zum
Schutz vor Überlastung zählt der Server Anfragen je Internetadresse. Diese Zähler stehen nur im Arbeitsspeicher und verfallen nach
spätestens einer Stunde.

## Cookies und lokale Speicherung

Der Anmeldedienst setzt Cookies, die für die Anmeldung nötig sind. Ihre Darstellungseinstellungen und ungesicherte Entwürfe
speichert Ihr Browser auf Ihrem Gerät. Damit Sie auch ohne Verbindung weiterlesen können, bewahrt er die zuletzt angesehenen Seiten auf,
nicht aber Texte vertraulicher Mitteilungen. Das wird gelöscht, wenn Sie sich abmelden, und sonst mit dem Ende der Sitzung, spätestens
beim nächsten Öffnen der Plattform. Eine Auswertung Ihres Verhaltens findet nicht statt, und es werden keine Inhalte von Servern
Dritter geladen.

## Wer Ihre Daten sieht

Name, Funktion und Stelle sehen alle angemeldeten Personen der Verwaltung. Beiträge sehen alle, die die jeweilige Arbeitsgruppe lesen
dürfen. Liest die Verwaltung des Landes eine geschlossene Gruppe, muss sie den Grund angeben; die Leitung der Gruppe erfährt davon.
Auftragsverarbeiter: [Bitte ergänzen: betreibende Stelle und Vertrag nach Art. 28 DSGVO].

## Ihre Rechte

Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Widerspruch (Art. 15 bis 18 und 21 DSGVO).
Eine vollständige Auskunft über Ihre gespeicherten Daten können Sie in den Einstellungen Ihres Kontos selbst herunterladen.

Sie können sich bei der Aufsichtsbehörde beschweren: [Bitte ergänzen: Landesbeauftragte Person für den Datenschutz, Anschrift].
`,

  BARRIEREFREIHEIT: (land) => `## Erklärung zur Barrierefreiheit

Das Land ${land} ist bemüht, diese Plattform barrierefrei zugänglich zu machen. Grundlage sind das Behindertengleichstellungsgesetz
(§§ 12a und 12b BGG), die Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) und
[Bitte ergänzen: Vorschriften des Landesrechts].

## Stand der Vereinbarkeit

Die Plattform wird nach den Anforderungen der EN 301 549 und der WCAG 2.2 (Stufe AA) entwickelt und bei jeder Änderung automatisch
geprüft. Eine Prüfung durch eine unabhängige Stelle: [Bitte ergänzen: Ergebnis, prüfende Stelle und Datum, oder „steht noch aus“].

## Inhalte, die nicht barrierefrei sind

Beiträge schreiben die Beteiligten selbst. Darin können Tabellen ohne Überschriften oder unklare Linktexte vorkommen.
[Bitte ergänzen: weitere bekannte Barrieren mit Begründung und barrierefreier Alternative]

## Datum der Erklärung

Diese Erklärung wurde am [Bitte ergänzen: Datum] erstellt und zuletzt am [Bitte ergänzen: Datum] überprüft.

## Barriere melden

Ihnen ist eine Barriere aufgefallen, oder Sie brauchen einen Inhalt in einer anderen Form? Schreiben Sie uns über das Formular auf
dieser Seite. Eine Anmeldung ist nicht nötig, eine Kontaktangabe ist freiwillig; ohne sie können wir Ihnen nicht antworten.

Weitere Wege: [Bitte ergänzen: zuständige Stelle, Telefon, E-Mail-Adresse, Anschrift]

## Schlichtungsverfahren

Haben Sie auf Ihre Meldung innerhalb eines Monats keine zufriedenstellende Antwort erhalten, können Sie die Schlichtungsstelle
anrufen. Das Verfahren ist kostenlos, ein Rechtsbeistand ist nicht nötig.

[Bitte ergänzen: Name, Anschrift, Telefon und E-Mail-Adresse der Schlichtungsstelle des Landes]
`,
};

/** When these texts were last changed. */
export const defaultTextsFrom = new Date('2026-11-21T00:00:00Z');
