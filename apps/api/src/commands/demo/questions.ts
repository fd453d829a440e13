/** What happens to a question of the demonstration, in this order. Offices are keys of prisma/seed. */
export type DemoStep =
  | { do: 'assign' | 'pass'; office: string; days: number; reason: string }
  | { do: 'return'; reason: string }
  | { do: 'defer'; office: string; days: number; reason: string }
  /** `office`: where nobody has it yet. */
  | { do: 'answer'; text: string; basis: string; until?: number; office?: string }
  | { do: 'accept' | 'withdraw' }
  /** Another administration answers in the question's thread; `helped`: whoever asked accepts it. */
  | { do: 'peer'; by: string; text: string; helped?: true }
  | { do: 'faq'; question: string; answer: string; days: number }
  | { do: 'outdate'; reason: string }
  | { do: 'merge'; into: string };

export interface DemoQuestion {
  /** Key of a group; `past` and `next`: the last Sprechstunde that was, and the one to come. */
  home: 'ag2' | 'ag4' | 'ag5' | 'past' | 'next';
  by: string;
  anonymous?: boolean;
  title: string;
  body: string;
  topics: string[];
  votes: number;
  /** Days ago. */
  day: number;
  steps: DemoStep[];
}

const answer = {
  do: 'answer',
  text: 'Ja, wenn der Bescheid zum Abruf bereitsteht und die Empfängerin eingewilligt hat. Die Benachrichtigung muss protokolliert werden.',
  basis: '§ 122a Abgabenordnung',
} as const;

export const questions: readonly DemoQuestion[] = [
  {
    home: 'past',
    by: 'koordination.halle',
    title: 'Dürfen wir den Gewerbesteuerbescheid ohne Unterschrift elektronisch bekannt geben?',
    body: 'Unsere Kämmerei möchte auf den Postversand verzichten.',
    topics: ['schriftform', 'steuern'],
    votes: 9,
    day: 17,
    steps: [
      { do: 'assign', office: 'st-mi', days: 10, reason: 'Bitte amtlich beantworten.' },
      { ...answer, text: 'Das prüfen wir noch im Einzelnen; grundsätzlich ja.' },
      { ...answer, until: 200 },
      { do: 'accept' },
      { do: 'faq', question: 'Darf ein Gewerbesteuerbescheid elektronisch bekannt gegeben werden?', answer: answer.text, days: 120 },
    ],
  },
  {
    home: 'past',
    by: 'leitung.ag5',
    title: 'Wie können Behörden Bescheide an Unternehmen digital signieren?',
    body: '',
    topics: ['schriftform', 'organisationskonto'],
    votes: 12,
    day: 17,
    steps: [{ do: 'defer', office: 'st-mid', days: 25, reason: 'Das Projekt wartet auf die Festlegung des Bundes.' }],
  },
  {
    home: 'past',
    by: 'koordination.stendal',
    title: 'Ersetzt das Nutzerkonto die Schriftform auch beim Widerspruch?',
    body: 'Mehrere Einwohner haben das schon gefragt.',
    topics: ['nutzerkonto', 'schriftform'],
    votes: 6,
    day: 16,
    steps: [
      {
        do: 'peer',
        by: 'koordination.harz',
        text: 'Bei uns geht der Widerspruch über das Nutzerkonto ein, und das Rechtsamt verlangt dann keine Unterschrift mehr. Amtlich wissen wir es auch nicht.',
        helped: true,
      },
      { do: 'peer', by: 'halle.it', text: 'Wir lassen ihn vorerst ausdrucken. Eine Antwort für alle wäre gut.' },
      { do: 'assign', office: 'st-mid', days: 7, reason: '' },
      { do: 'pass', office: 'st-mi', days: 12, reason: 'Das Verfahrensrecht liegt beim Ministerium für Inneres und Sport.' },
    ],
  },
  {
    home: 'next',
    by: 'mitarbeit.merseburg',
    anonymous: true,
    title: 'Was kostet die Anbindung an das Fachverfahren, und wer trägt sie nach der Pilotphase?',
    body: '',
    topics: ['finanzierung', 'anbindung'],
    votes: 14,
    day: 2,
    steps: [],
  },
  {
    home: 'next',
    by: 'koordination.harz',
    title: 'Gibt es einen Mustertext, mit dem wir die Bekanntgabe ankündigen?',
    body: '',
    topics: ['schriftform'],
    votes: 5,
    day: 1,
    steps: [
      {
        do: 'peer',
        by: 'koordination.halle',
        text: 'Ja, wir haben einen, mit der Pressestelle abgestimmt:\n\n> Ihren Bescheid können Sie ab jetzt auch elektronisch abrufen.\n\nNehmen Sie ihn gern.',
        helped: true,
      },
    ],
  },
  {
    home: 'next',
    by: 'halle.it',
    title: 'Wer bezahlt die Anbindung an das Fachverfahren?',
    body: '',
    topics: ['finanzierung'],
    votes: 3,
    day: 1,
    steps: [
      { do: 'peer', by: 'koordination.stendal', text: 'Wir haben die Kosten über die Pilotförderung gedeckt, das läuft aber aus.' },
      { do: 'merge', into: 'Was kostet die Anbindung an das Fachverfahren, und wer trägt sie nach der Pilotphase?' },
    ],
  },
  {
    home: 'ag5',
    by: 'koordination.halle',
    title: 'Welche Schnittstelle nutzen wir für ePayment, wenn das Fachverfahren keine anbietet?',
    body: 'Wir brauchen eine Lösung, die mit dem Kassenzeichen umgehen kann.',
    topics: ['epayment', 'anbindung'],
    votes: 4,
    day: 30,
    steps: [
      { do: 'assign', office: 'st-mid', days: 14, reason: '' },
      {
        do: 'answer',
        text: 'Nutzen Sie die Verwaltungsschnittstelle des Basisdienstes. Die Zuordnung geschieht über das Kassenzeichen im Verwendungszweck.',
        basis: '',
      },
      {
        do: 'faq',
        question: 'Wie wird ePayment ohne Schnittstelle des Fachverfahrens angebunden?',
        answer: 'Über die Verwaltungsschnittstelle des Basisdienstes; zugeordnet wird über das **Kassenzeichen**.',
        days: 60,
      },
      { do: 'outdate', reason: 'Der Basisdienst hat seit November eine neue Fassung.' },
    ],
  },
  {
    home: 'ag5',
    by: 'koordination.stendal',
    title: 'Müssen wir für jedes Amt ein eigenes Organisationskonto anlegen?',
    body: '',
    topics: ['organisationskonto'],
    votes: 3,
    day: 12,
    steps: [
      { do: 'assign', office: 'st-mi', days: 5, reason: '' },
      { do: 'return', reason: 'Dafür ist das Ministerium für Infrastruktur und Digitales zuständig.' },
    ],
  },
  {
    home: 'ag2',
    by: 'koordination.halle',
    anonymous: true,
    title: 'Was geschieht, wenn wir ein Vorhaben nicht rechtzeitig fertigstellen?',
    body: 'Wir sind in vielen Projekten zugleich und kommen nicht hinterher.',
    topics: ['projekt', 'recht'],
    votes: 7,
    day: 9,
    steps: [{ do: 'assign', office: 'st-mid', days: 9, reason: '' }],
  },
  {
    home: 'ag4',
    by: 'koordination.harz',
    title: 'Dürfen wir Texte aus dem Newsletter übernehmen?',
    body: '',
    topics: ['recht'],
    votes: 0,
    day: 20,
    steps: [{ do: 'withdraw' }],
  },
];
