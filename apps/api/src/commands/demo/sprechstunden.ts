/** Invented, in the manner of what such hours are about. */
export interface DemoTopic {
  title: string;
  summary: string;
  topics: string[];
  speakers: [name: string, office: string, organisation: string][];
}

/** In the order of the numbers that are no open hours: 1, 2, 4, 5, 7 … 26, then the coming one. */
export const topicHours: DemoTopic[] = [
  ['Auftakt: Was bis Jahresende gilt', 'Fristen, Ansprechstellen, Ablauf der Reihe.', ['Fristen', 'Ansprechstellen']],
  ['Nutzerkonten für Bürgerinnen und Bürger', 'BundID anbinden und Vertrauensniveaus wählen.', ['BundID', 'Vertrauensniveau']],
  ['ePayment im Rathaus', 'Vom Kassenzeichen bis zur Buchung.', ['ePayment', 'Kassenverfahren']],
  ['Einer für Alle: wie Nachnutzung abläuft', 'Interesse bekunden, Vertrag, Anbindung.', ['Nachnutzung', 'EfA']],
  ['FIT-Connect', 'Anträge sicher ins Fachverfahren bringen.', ['FIT-Connect', 'Fachverfahren']],
  ['Wohngeld online', 'Stand der Anbindung und Fragen aus der Sachbearbeitung.', ['Wohngeld']],
  ['Unterhaltsvorschuss', 'Erfahrungen der ersten Pilotkommunen.', ['Unterhaltsvorschuss', 'Pilotierung']],
  ['Elektronische Poststelle', 'beBPo, Postfach und Zustellung.', ['beBPo', 'Postfach']],
  ['Barrierefreie Formulare', 'Prüfen, bevor veröffentlicht wird.', ['Barrierefreiheit', 'Formulare']],
  ['Breitbandausbau beantragen', 'Das Portal für Leitungsrechte.', ['Breitband']],
  ['Reifegrad messen', 'Was das neue Modell ändert.', ['Reifegrad']],
  ['Sondernutzung von Straßen', 'Ein Antrag, drei Zuständigkeiten.', ['Sondernutzung', 'Zuständigkeit']],
  ['Datenschutz bei EfA-Diensten', 'Verantwortung, Verträge, Verzeichnis.', ['Datenschutz', 'EfA']],
  ['Digitaler Bauantrag', 'Vom Vorzimmer bis zur Genehmigung.', ['Bauantrag']],
  ['Einbürgerung', 'Der Quick-Check und was danach kommt.', ['Einbürgerung']],
  ['E-Rechnung', 'Empfang, Prüfung, Ablage.', ['E-Rechnung']],
  ['Organisationskonto', 'Unternehmen sicher erkennen.', ['Organisationskonto']],
  ['Basisdienste im Überblick', 'Was das Land stellt, und was noch fehlt.', ['Basisdienste', 'Projektmanagement']],
  [
    'Gewerbesteuer digital',
    'Stand, Anbindungsvarianten und Erfahrungen aus der Pilotierung.',
    ['Gewerbesteuer', 'Organisationskonto', 'ePayment'],
  ],
].map(([title, summary, topics], i) => ({
  title: title as string,
  summary: summary as string,
  topics: topics as string[],
  speakers: [
    (
      [
        ['Noa Testfall', 'Projektleitung', 'Hessen'],
        ['Robin Beispiel', 'Referatsleitung', 'Bayern'],
        ['Chris Fiktiv', 'Fachbereichsleitung', 'Nordrhein-Westfalen'],
      ] as [string, string, string][]
    )[i % 3]!,
  ],
}));

export const openHour: DemoTopic = {
  title: 'Offene Sprechstunde',
  summary: 'Ihre Fragen, ohne festes Thema.',
  topics: ['Status von Pilotprojekten', 'Projektmanagement des Landes', 'ePayment'],
  speakers: [],
};

export const quotes: string[] = [
  'Endlich wissen wir, wen wir fragen können.',
  'Uns fehlt vor allem die Zeit, nicht der Wille.',
  'Die Schnittstelle zum Fachverfahren bleibt unser größtes Problem.',
  'Der Austausch mit den Nachbarn hilft mehr als jede Präsentation.',
  'Bitte weniger Pilotprojekte, die nicht zu Ende geführt werden.',
  'Mit einer Vorlage für den Beschluss wären wir schon weiter.',
];

export const wishes: [title: string, description: string][] = [
  ['Digitales Siegel an Bescheiden', 'Wie unterschreiben wir Bescheide elektronisch, und wer stellt das Siegel?'],
  ['Gebühren und ePayment bei kleinen Beträgen', 'Lohnt sich die Anbindung unter zehn Euro?'],
  ['Vertretung in der OZG-Koordination', 'Wie regeln andere Häuser den Urlaub?'],
  ['Elektronisches Siegel', 'Gibt es einen Rahmenvertrag?'],
  ['Kassenverfahren anbinden', 'Welche Hersteller liefern schon?'],
  ['Statistik über Online-Anträge', 'Welche Zahlen erhebt das Land, welche wir?'],
  ['Schulungen für die Sachbearbeitung', 'Kurz, online und wiederholbar.'],
];
