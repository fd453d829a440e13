import type { GroupVisibility, JoinPolicy } from '@kollab/contract';

export interface DemoPackage {
  title: string;
  description: string;
  responsible: string;
  due: string;
  /** Sub-goals; those that begin with "x " are done. */
  steps: string[];
}
export interface DemoGroup {
  key: string;
  number: number | null;
  name: string;
  goal: string;
  mandate: string;
  programme: string;
  joinPolicy: JoinPolicy;
  visibility: GroupVisibility;
  links: { title: string; body: string; url: string }[];
  /** The first one leads; `+` deputies, `o` observers. */
  members: string[];
  /** Wait for the lead's decision: login and sentence. */
  requests: [login: string, sentence: string][];
  packages: DemoPackage[];
  closed?: string;
  paused?: string;
}

const kreise = ['15081', '15082', '15083', '15086', '15087', '15088', '15089', '15090', '15091', '15084'].map((k) => `koordination.${k}`);
const towns = [
  '150010000000',
  '150910375375',
  '150810135135',
  '150820015015',
  '150820180180',
  '150850235235',
  '150850110110',
  '150850185185',
  '150870370370',
  '150870220220',
  '150880150150',
  '150890055055',
  '150840550550',
  '150840235235',
].map((k) => `koordination.${k}`);
const associations = ['150845051', '150845053', '150885051', '150895051', '150815051', '150905051'].map((k) => `koordination.${k}`);

/** The working groups that the sources name; mandates and packages are worded anew. */
export const groups: readonly DemoGroup[] = [
  {
    key: 'ag1',
    number: 1,
    name: 'Kooperationsmodell',
    goal: 'Damit Land und Kommunen wissen, wer was wann tut.',
    mandate:
      'Die Arbeitsgruppe beschreibt Rollen und Zuständigkeiten bei der gemeinsamen Umsetzung. Sie bereitet vor und ersetzt keine Zuständigkeit.',
    programme:
      '- Rollenbild von Land, Landkreisen und Gemeinden abstimmen\n- Muster für die Zusammenarbeit mit IT-Dienstleistern\n- Auswertung im Dezember',
    joinPolicy: 'OPEN',
    visibility: 'PLATFORM',
    links: [],
    members: ['redaktion.land', '+koordination.15088', 'koordination.harz', ...kreise.slice(0, 5), ...towns.slice(0, 4)],
    requests: [],
    packages: [
      {
        title: 'Rollenbild abstimmen',
        description: 'Eine Seite je Rolle: Aufgabe, Entscheidung, Vertretung.',
        responsible: 'Saalekreis, MID',
        due: '12/26',
        steps: ['x Entwurf der Leitung', 'x Rückmeldungen sammeln', 'Fassung beschließen'],
      },
      {
        title: 'Musterprozesse für die Nachnutzung',
        description: 'Vom ersten Interesse bis zum Betrieb, mit Zuständigkeiten.',
        responsible: 'alle',
        due: '1. Quartal 2027',
        steps: ['x Beispiele sammeln', 'Gemeinsamen Ablauf zeichnen', 'Mit zwei Verwaltungen erproben'],
      },
    ],
  },
  {
    key: 'ag2',
    number: 2,
    name: 'Strategie und Umsetzung',
    goal: 'Damit wir weniger beginnen und mehr fertigstellen.',
    mandate: 'Die Arbeitsgruppe schlägt eine Reihenfolge der Vorhaben vor und prüft jedes Quartal, was fertig geworden ist.',
    programme: 'Jedes Quartal eine Auswahl von höchstens vier Vorhaben. Was nicht dazugehört, wartet sichtbar.',
    joinPolicy: 'REQUEST',
    visibility: 'PLATFORM',
    links: [
      {
        title: 'Interkommunaler Arbeitskreis Verwaltungsdigitalisierung',
        body: 'Städte- und Gemeindebund',
        url: 'https://www.example.org/arbeitskreis',
      },
    ],
    members: ['leitung.ag4', '+koordination.stendal', 'koordination.halle', 'leitung.ag5', ...kreise.slice(2, 8), ...towns.slice(3, 9)],
    requests: [['koordination.150885051', 'Wir setzen gerade Gewerbesteuer und Sondernutzung um und möchten uns abstimmen.']],
    packages: [
      {
        title: 'Vorhaben nach Nutzen ordnen',
        description: '',
        responsible: 'Hansestadt Stendal',
        due: '11/26',
        steps: ['x Kriterien', 'x Bewertung', 'x Vorschlag', 'Beschluss'],
      },
      {
        title: 'Was ist fertig?',
        description: 'Eine Liste, die jede Verwaltung selbst bestätigt.',
        responsible: 'alle',
        due: '15.12.2026',
        steps: ['x Liste anlegen', 'Bestätigungen einholen'],
      },
    ],
  },
  {
    key: 'ag3',
    number: 3,
    name: 'Finanzen',
    goal: 'Damit Kosten und Förderung vor der Entscheidung bekannt sind.',
    mandate: 'Die Arbeitsgruppe sammelt Betriebskosten und Fördermöglichkeiten und macht sie vergleichbar.',
    programme: '- Übersicht der laufenden Betriebskosten\n- Gemeinsamer Einkauf und Landeslizenzen\n- Fragen zur Förderung bündeln',
    joinPolicy: 'REQUEST',
    visibility: 'MEMBERS',
    links: [],
    members: [
      'koordination.15083',
      '+redaktion.land',
      'koordination.halle',
      ...kreise.slice(4, 9),
      ...towns.slice(0, 6),
      'koordination.150845051',
    ],
    requests: [],
    packages: [
      {
        title: 'Betriebskosten vergleichen',
        description: '',
        responsible: 'Landkreis Börde',
        due: '02/27',
        steps: ['x Muster', 'Rücklauf', 'Auswertung'],
      },
    ],
  },
  {
    key: 'ag4',
    number: 4,
    name: 'Kommunikation',
    goal: 'Damit jede Verwaltung im Land zur selben Zeit dasselbe weiß und Antworten wiederfindet.',
    mandate:
      'Die Arbeitsgruppe bereitet vor, sie ersetzt keine Zuständigkeit. Sie schlägt Regeln für Mitteilungen, Newsletter und Sprechstunden vor und prüft jedes Quartal, ob Fragen beantwortet wurden. Jede Verwaltung hat eine Stimme.',
    programme:
      '| Quartal | Vorhaben |\n| --- | --- |\n| 4/2026 | Eine Seite je Thema statt vieler E-Mails |\n| 1/2027 | Ansprechpersonen auf allen Seiten |\n| 2/2027 | Rückblick und Auswertung |',
    joinPolicy: 'REQUEST',
    visibility: 'PLATFORM',
    links: [{ title: 'Netzwerk Öffentlichkeitsarbeit', body: 'Landkreistag', url: 'https://www.example.org/netzwerk' }],
    members: [
      'leitung.ag4',
      '+koordination.halle',
      'redaktion.land',
      'koordination.harz',
      'mitarbeit.merseburg',
      'koordination.stendal',
      'halle.it',
      ...kreise,
      ...towns,
      ...associations.slice(0, 3),
      'omoderation.land',
      'ofach.inneres',
    ],
    requests: [
      ['koordination.150905051', 'Wir bauen gerade eine eigene Infoseite und wollen nichts doppelt machen.'],
      ['koordination.150815051', 'Zunächst beobachtend, bis unsere Stelle besetzt ist.'],
    ],
    packages: [
      {
        title: 'Eine zentrale, themenübergreifende Plattform',
        description: 'Ein Ort für Fragen, Termine und Unterlagen.',
        responsible: 'Ministerium für Infrastruktur und Digitales, Halle',
        due: '1. Quartal 2027',
        steps: ['x Bedarf', 'x Auswahl', 'x Erprobung', 'Einführung', 'Rückblick'],
      },
      {
        title: 'Landesweite Arbeitsgruppen auf Arbeitsebene',
        description: '',
        responsible: 'Sascha Probe',
        due: '09/26',
        steps: ['x Themen', 'x Besetzung', 'x Zielrichtung'],
      },
      {
        title: 'Newsletter und Sprechstunden aus einer Hand',
        description: 'Ein Textschluss, eine Redaktion, ein Archiv.',
        responsible: 'Toni Vorlage, Redaktion des Landes',
        due: '12/26',
        steps: ['x Ablauf', 'x Vorlage', 'Textschluss einführen', 'Archiv', 'Auswertung'],
      },
      {
        title: 'Ansprechpersonen auf allen Seiten benennen',
        description: '',
        responsible: 'alle',
        due: '11/26',
        steps: ['x Muster', 'x Abfrage', 'x Erinnerung', 'Veröffentlichen'],
      },
    ],
  },
  {
    key: 'ag5',
    number: 5,
    name: 'Technik',
    goal: 'Damit Anschlüsse einmal gelöst und dann geteilt werden.',
    mandate: 'Die Arbeitsgruppe sammelt Erfahrungen mit Basisdiensten und Schnittstellen und schreibt auf, was funktioniert.',
    programme: '- FIT-Connect: ein Zustellpunkt oder mehrere\n- ePayment im Fachverfahren\n- Postfach und Servicekonto',
    joinPolicy: 'OPEN',
    visibility: 'PLATFORM',
    links: [],
    members: [
      'leitung.ag5',
      '+koordination.15089',
      'koordination.halle',
      'halle.it',
      'koordination.stendal',
      'mitarbeit.merseburg',
      ...kreise.slice(0, 9),
      ...towns.slice(3, 14),
    ],
    requests: [],
    packages: [
      {
        title: 'Anschluss an FIT-Connect beschreiben',
        description: '',
        responsible: 'Salzlandkreis',
        due: '12/26',
        steps: ['x Testzugang', 'x Fachverfahren', 'Anleitung'],
      },
      {
        title: 'ePayment im Alltag',
        description: '',
        responsible: 'Stadt Merseburg',
        due: '1. Quartal 2027',
        steps: ['x Erfahrungen', 'Hürden', 'Empfehlung'],
      },
    ],
  },
  {
    key: 'strategie',
    number: null,
    name: 'Gemeinsam Digital: AG Strategie',
    goal: 'Damit aus vielen Papieren eine gemeinsame Richtung wird.',
    mandate: 'Vorbereitung der gemeinsamen Ziele von Land und kommunalen Spitzenverbänden.',
    programme: '',
    joinPolicy: 'INVITE',
    visibility: 'PLATFORM',
    links: [],
    members: ['redaktion.land', '+leitung.ag5', 'leitung.ag4', 'koordination.halle', ...kreise.slice(0, 3)],
    requests: [],
    packages: [],
  },
  {
    key: 'organisation',
    number: null,
    name: 'Gemeinsam Digital: AG Organisation',
    goal: 'Damit kleine Verwaltungen mit wenig Personal mithalten können.',
    mandate: 'Muster für Aufgaben, Vertretung und Übergabe der OZG-Koordination.',
    programme: '',
    joinPolicy: 'OPEN',
    visibility: 'PLATFORM',
    links: [],
    members: ['koordination.150845051', '+koordination.150885051', 'koordination.stendal', ...associations, ...towns.slice(8, 12)],
    requests: [],
    packages: [
      {
        title: 'Übergabe in einem Schritt',
        description: '',
        responsible: 'Verbandsgemeinde An der Finne',
        due: '03/27',
        steps: ['Muster', 'Erprobung'],
      },
    ],
  },
  {
    key: 'umsetzung',
    number: null,
    name: 'Gemeinsam Digital: AG Umsetzung',
    goal: 'Damit jede begonnene Leistung auch in Betrieb geht.',
    mandate: 'Begleitung der laufenden Anschlüsse.',
    programme: '',
    joinPolicy: 'OPEN',
    visibility: 'PLATFORM',
    links: [],
    members: ['mitarbeit.merseburg', '+koordination.15082', 'koordination.halle', ...kreise.slice(5, 10), ...towns.slice(0, 5)],
    requests: [],
    packages: [],
    paused: 'Die Leitung ist bis Januar vertreten. Laufende Fragen nimmt die AG 5 auf.',
  },
  {
    key: 'portal',
    number: null,
    name: 'Umzug des Landesportals',
    goal: 'Damit der Umzug ohne Ausfälle gelingt.',
    mandate: 'Begleitung des Umzugs bis zum Abschluss.',
    programme: '',
    joinPolicy: 'OPEN',
    visibility: 'PLATFORM',
    links: [],
    members: ['leitung.ag4', 'koordination.harz', ...kreise.slice(0, 4)],
    requests: [],
    packages: [],
    closed: 'Der Umzug ist abgeschlossen. Offene Punkte hat die AG 5 Technik übernommen.',
  },
  {
    key: 'leitungsrunde',
    number: null,
    name: 'Runde der Leitungen',
    goal: 'Damit sich die Leitungen der Arbeitsgruppen kurz abstimmen.',
    mandate: '',
    programme: '',
    joinPolicy: 'INVITE',
    visibility: 'MEMBERS',
    links: [],
    members: ['leitung.ag4', '+redaktion.land', 'leitung.ag5', 'koordination.15083', 'koordination.halle'],
    requests: [],
    packages: [],
  },
];

/** A coordinator's proposal that waits for LAND_EDITOR. */
export const proposal = {
  by: 'koordination.stendal',
  name: 'Barrierefreie Dokumente',
  goal: 'Damit Bescheide und Formulare von allen gelesen werden können.',
  mandate: 'Vorschlag aus der Altmark: Muster und Prüfliste für barrierefreie Dokumente, gemeinsam erprobt.',
} as const;
