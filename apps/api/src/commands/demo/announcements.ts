import type { AnnouncementKind, Classification, AnnouncementTemplate } from '@kollab/contract';

/** An announcement of the demonstration, invented. Places are keys of prisma/seed, topics keys of the reference data. */
export interface DemoAnnouncement {
  by: string;
  office: string;
  /** Days since its publication; of a draft, none. */
  day?: number;
  /** Days until the morning on which it is to be published. */
  inMornings?: number;
  kind: AnnouncementKind;
  classification?: Classification;
  template?: AnnouncementTemplate;
  title: string;
  summary: string;
  body: string;
  action?: string;
  /** Days from now. */
  due?: number;
  expires?: number;
  pinned?: number;
  topics: string[];
  links?: [title: string, url: string][];
  to: Partial<Record<'kinds' | 'kreise' | 'organisations' | 'groups' | 'roles' | 'except', string[]>>;
  asks?: true;
  /** How many of those reached have acknowledged. */
  acknowledged?: number;
  reminded?: true;
  comments?: [login: string, text: string][];
  corrected?: { summary: string; body?: string; note: string };
  withdrawn?: string;
  contact?: { topic: string; name: string; phone: string; email: string };
}

const [editor, expert] = ['redaktion.land', 'fach.inneres'];
const communes = ['LANDKREIS', 'KREISFREIE_STADT', 'EINHEITSGEMEINDE', 'VERBANDSGEMEINDE'];
const land = { by: editor, office: 'st-mid' } as const;
const manual = 'https://unterlagen.example/handbuch';

export const announcements: DemoAnnouncement[] = [
  {
    ...land,
    day: 54,
    kind: 'INFO',
    classification: 'OFFEN',
    title: 'Die Plattform ist eröffnet',
    summary: 'Mitteilungen des Landes erreichen Sie ab jetzt hier, gesammelt und mit Frist.',
    body: 'Bisher kamen Hinweise aus mehreren Postfächern. Ab jetzt gilt:\n\n- Was Sie tun müssen, steht unter **Handlung**, mit Frist.\n- Was Sie wissen sollten, steht unter **Information**.\n- Fragen stellen Sie in der Arbeitsgruppe oder in der Sprechstunde.\n\nDie gewohnten Rundmails laufen noch einen Monat weiter.',
    topics: ['projekt'],
    to: { kinds: communes },
    comments: [
      ['koordination.harz', 'Danke, das hilft uns sehr. Bekommen auch die Verbandsgemeinden alles direkt?'],
      [editor, 'Ja, jede Verwaltung mit eigener OZG-Koordination bekommt Mitteilungen direkt.'],
    ],
  },
  {
    ...land,
    day: 47,
    kind: 'IMPORTANT',
    template: 'OPERATION',
    title: 'Wartung des Servicekontos am Samstag',
    summary: 'Anmeldungen mit dem Servicekonto sind am Samstag von 6 bis 12 Uhr nicht möglich.',
    body: '**Was:** Das Servicekonto wird aktualisiert.\n\n**Wann:** Samstag, 6 bis 12 Uhr.\n\n**Wen es trifft:** alle Online-Dienste mit Anmeldung. Angefangene Anträge bleiben gespeichert.',
    expires: -45,
    topics: ['nutzerkonto'],
    to: { kinds: communes },
  },
  {
    ...land,
    day: 40,
    kind: 'INFO',
    template: 'AVAILABILITY',
    title: 'Unterhaltsvorschuss: Anbindung ab dem ersten Quartal',
    summary: 'Landkreise und kreisfreie Städte können den Dienst voraussichtlich ab dem ersten Quartal anbinden.',
    body: 'Der Dienst wird als EfA-Leistung bereitgestellt. Die Pilotkommunen berichten in der Sprechstunde. Vorher nötig sind ein Organisationskonto und FIT-Connect.',
    topics: ['nachnutzung', 'anbindung'],
    links: [['Handbuch zur Anbindung', manual]],
    to: { kinds: ['LANDKREIS', 'KREISFREIE_STADT'] },
    corrected: {
      summary: 'Landkreise und kreisfreie Städte können den Dienst voraussichtlich ab dem zweiten Quartal anbinden.',
      note: 'Der Termin ist vom ersten auf das zweite Quartal gerückt.',
    },
  },
  {
    by: expert,
    office: 'st-mi',
    day: 33,
    kind: 'ACTION',
    title: 'Ansprechperson für die Einbürgerung benennen',
    summary: 'Bitte nennen Sie uns, wer bei Ihnen die Einführung des Online-Antrags begleitet.',
    body: 'Wir laden die benannten Personen zu zwei Terminen ein. Es genügt eine Person je Staatsangehörigkeitsbehörde.',
    action: 'Eine Ansprechperson benennen und hier bestätigen',
    due: -12,
    topics: ['aufenthalt'],
    to: { kinds: ['LANDKREIS', 'KREISFREIE_STADT'] },
    asks: true,
    acknowledged: 9,
    reminded: true,
  },
  {
    by: expert,
    office: 'st-mi',
    day: 30,
    kind: 'INFO',
    template: 'REACHABILITY',
    title: 'Neue Erreichbarkeit des Fachreferats Staatsangehörigkeit',
    summary: 'Fragen zur Einbürgerung erreichen uns ab sofort unter einer gemeinsamen Nummer.',
    body: 'Die bisherigen Durchwahlen gelten noch bis Monatsende. E-Mails an die alte Adresse werden weitergeleitet.',
    topics: ['aufenthalt'],
    to: { kinds: ['LANDKREIS', 'KREISFREIE_STADT'], roles: ['COORDINATOR'] },
    contact: { topic: 'aufenthalt', name: 'Jo Exempel', phone: '0391 000-4711', email: 'staatsangehoerigkeit@inneres.example' },
  },
  {
    ...land,
    day: 26,
    kind: 'INFO',
    title: 'Umfrage zu Basisdiensten',
    summary: 'Die Umfrage wurde zurückgezogen.',
    body: 'Wir möchten wissen, welche Basisdienste bei Ihnen in Betrieb sind.',
    topics: ['projekt'],
    to: { kinds: communes },
    withdrawn: 'Die Angaben liegen schon vor. Bitte füllen Sie nichts mehr aus.',
  },
  {
    ...land,
    day: 21,
    kind: 'IMPORTANT',
    classification: 'VERTRAULICH',
    title: 'Hinweis zur Sicherheit eines Formularservers',
    summary: 'Bitte prüfen Sie, ob Sie die betroffene Fassung einsetzen.',
    body: 'Der Hersteller hat uns vorab unterrichtet. Bitte geben Sie diesen Hinweis nicht weiter, bis die Korrektur veröffentlicht ist. Die betroffenen Fassungen stehen im Anhang des Herstellers.',
    topics: ['datenschutz'],
    to: { kinds: communes, roles: ['COORDINATOR', 'HEAD'] },
    asks: true,
    acknowledged: 21,
  },
  {
    ...land,
    day: 14,
    kind: 'INFO',
    title: 'Leitfaden für barrierefreie Formulare',
    summary: 'Der Leitfaden zeigt an acht Beispielen, worauf es ankommt.',
    body: 'Sie finden darin kurze Prüflisten, die ohne Vorwissen auskommen. Rückmeldungen sammeln wir in den Kommentaren.',
    pinned: 20,
    topics: ['barrierefreiheit'],
    links: [['Leitfaden', 'https://unterlagen.example/leitfaden-formulare']],
    to: { kinds: communes, groups: ['ag4'] },
    comments: [
      ['koordination.halle', 'Die Prüfliste zu Fehlermeldungen haben wir gleich übernommen.'],
      ['koordination.stendal', 'Gibt es die Beispiele auch als Vorlage für unser Formularwerkzeug?'],
      [editor, 'Daran arbeiten wir. Wir melden uns hier, sobald sie da sind.'],
    ],
  },
  {
    ...land,
    day: 9,
    kind: 'INFO',
    title: 'Fördermittel für das kommende Jahr',
    summary: 'Anträge sind ab Januar möglich; die Bedingungen bleiben gleich.',
    body: 'Gefördert werden Anbindung und Schulung, nicht der laufende Betrieb. Ein Muster für den Antrag folgt.',
    topics: ['finanzierung'],
    to: { kinds: communes, except: ['150030000000'] },
  },
  {
    ...land,
    day: 5,
    kind: 'ACTION',
    title: 'Verbandsgemeinden: Zuständigkeiten im Portalverbund prüfen',
    summary: 'Ihre Mitgliedsgemeinden werden nur gefunden, wenn die Zuständigkeiten stimmen.',
    body: 'Bitte prüfen Sie für jede Mitgliedsgemeinde, ob die Leistungen im Portalverbund der richtigen Stelle zugeordnet sind.\n\n1. Liste öffnen\n2. Zuordnung prüfen\n3. Abweichungen melden',
    action: 'Zuordnung prüfen und hier bestätigen',
    due: 9,
    topics: ['anbindung', 'projekt'],
    links: [['Anleitung', manual]],
    to: { kinds: ['VERBANDSGEMEINDE'] },
    asks: true,
    acknowledged: 2,
  },
  {
    ...land,
    day: 3,
    kind: 'INFO',
    classification: 'OFFEN',
    title: 'Technikrunde im Landkreis Stendal',
    summary: 'Die Verwaltungen im Landkreis Stendal treffen sich zur Anbindung von FIT-Connect.',
    body: 'Der Termin findet als Videokonferenz statt. Den Zugang erhalten Sie in der Arbeitsgruppe Technik.',
    topics: ['anbindung'],
    to: { kreise: ['15090'], groups: ['ag5'] },
  },
  {
    ...land,
    day: 1,
    kind: 'ACTION',
    title: 'Organisationskonto: Freischaltung bestätigen',
    summary: 'Ohne Freischaltung gehen Bescheide an Unternehmen ab Januar wieder auf Papier.',
    body: 'Die Freischaltung dauert wenige Minuten. Sie brauchen dafür das Zertifikat Ihrer Verwaltung.',
    action: 'Freischalten und hier bestätigen',
    due: 1.5,
    topics: ['organisationskonto'],
    to: { kinds: ['KREISFREIE_STADT', 'LANDKREIS'] },
    asks: true,
    acknowledged: 4,
  },
  {
    ...land,
    inMornings: 3,
    kind: 'IMPORTANT',
    template: 'OPERATION',
    title: 'ePayment: kurze Unterbrechung am Monatsende',
    summary: 'Zahlungen sind am letzten Abend des Monats von 20 bis 22 Uhr nicht möglich.',
    body: '**Was:** Umstellung der Schnittstelle.\n\n**Wen es trifft:** alle Dienste mit Bezahlung.',
    topics: ['epayment'],
    to: { kinds: communes },
  },
  {
    ...land,
    kind: 'INFO',
    title: 'Rückblick auf das Jahr',
    summary: '',
    body: 'Zahlen aus den Arbeitsgruppen ergänzen, Dank an die Pilotkommunen.',
    topics: ['projekt'],
    to: { kinds: communes },
  },
];
