/** Invented issues of the newsletter: two have appeared, one is being written. */
export interface DemoIssue {
  title: string;
  greeting: string;
  outlook: string;
  /** Days since it was published; null: a draft. */
  ago: number | null;
  texts: readonly (readonly [heading: string, body: string])[];
  /** Titles of announcements that everybody may read. */
  announcements?: readonly string[];
  /** After them: so many entries of the FAQ, and the dates to come. */
  answers: number;
}

export const issues: readonly DemoIssue[] = [
  {
    title: 'Gemeinsam starten',
    greeting:
      'Liebe Leserinnen und Leser,\n\nviele E-Mails, viele Verteiler, und doch fehlt oft das eine, das man gerade braucht. Dieser Newsletter fasst zusammen, was Land und Kommunen in den letzten Wochen bewegt hat. Er ist kurz, und er verweist dorthin, wo mehr steht.\n\nIhr OZG-Team des Landes',
    outlook: '- Erste Ergebnisse aus der AG 4 Kommunikation\n- Antworten zu ePayment und Nutzerkonto',
    ago: 58,
    texts: [
      [
        'Die Arbeitsgruppen nehmen ihre Arbeit auf',
        'Aus dem Workshop zur Zusammenarbeit sind Arbeitsgruppen entstanden. Sie sind **offen für alle Kommunen**; wer mitarbeiten möchte, findet sie auf der Plattform unter [Arbeitsgruppen](/arbeitsgruppen).',
      ],
      [
        'Wir ziehen um',
        'Im Dezember zieht die Abteilung in ein neues Haus. Die bisherigen Telefonnummern bleiben für eine Übergangszeit bestehen; die neue Erreichbarkeit teilen wir Ihnen rechtzeitig mit.',
      ],
    ],
    answers: 0,
  },
  {
    title: 'Fragen, die alle haben',
    greeting:
      'Liebe Leserinnen und Leser,\n\nin den Sprechstunden hören wir oft dieselbe Frage von mehreren Verwaltungen. Die Antworten stehen jetzt an einem Ort. Einige davon finden Sie in dieser Ausgabe.\n\nIhr OZG-Team des Landes',
    outlook: '- Neues zur Nachnutzung von Online-Diensten\n- Rückblick auf die offene Sprechstunde',
    ago: 16,
    texts: [
      [
        'Aus den Arbeitsgruppen',
        'Die AG 4 Kommunikation hat ihr erstes Arbeitspaket beschrieben. Drei Kommunen prüfen gerade, wie sich eine Ansprechperson je Thema benennen lässt.\n\n| Schritt | bis |\n| --- | --- |\n| Entwurf | Ende November |\n| Rückmeldung der Kommunen | Mitte Dezember |',
      ],
    ],
    announcements: ['Die Plattform ist eröffnet'],
    answers: 2,
  },
  {
    title: 'Zum Jahresende',
    greeting: 'Liebe Leserinnen und Leser,\n\ndas Jahr geht zu Ende, und vieles ist auf dem Weg.',
    outlook: '',
    ago: null,
    texts: [['Was im nächsten Jahr kommt', '']],
    announcements: ['Technikrunde im Landkreis Stendal'],
    answers: 1,
  },
];

export const addresses = ['presse@spitzenverband.example', 'kim.muster@beratung.example', 'redaktion@fachblatt.example'] as const;
