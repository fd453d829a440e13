/** `login: text`. A text that begins with `>n ` answers post n. Times run from `day` on. */
export interface DemoThread {
  group: string;
  title: string;
  /** Days before today on which it was opened. */
  day: number;
  posts: [login: string, text: string][];
  pinned?: true;
  closed?: true;
  stand?: [login: string, text: string];
  /** More posts made of the sentences below, so that long threads are long. */
  more?: number;
}

export const threads: readonly DemoThread[] = [
  {
    group: 'ag4',
    day: 18,
    pinned: true,
    title: 'Ein Newsletter, den man in zwei Minuten liest',
    stand: [
      'leitung.ag4',
      'Einig: höchstens fünf Meldungen, jede mit einem Satz „Was heißt das für uns?“. Offen: Wer kürzt, und bis wann muss ein Text da sein?',
    ],
    posts: [
      [
        'koordination.harz',
        'Unsere Ämter bekommen in der Woche hunderte E-Mails. Der letzte Newsletter hatte elf Seiten. Was würden Sie lesen, wenn Sie zwei Minuten haben?',
      ],
      ['koordination.15088', 'Eine Liste: Was ist neu, wen betrifft es, bis wann. Mehr nicht.'],
      ['koordination.150010000000', '>2 Genau. Und der Verweis auf die Stelle, an der mehr steht.'],
      ['redaktion.land', 'Wir können je Meldung einen Satz voranstellen. Dafür brauchen wir den Text spätestens am Montag um 12 Uhr.'],
      ['koordination.15083', 'Montag ist bei uns Kreistag, Freitag wäre besser.'],
      ['koordination.150910375375', 'Für kleine Verwaltungen zählt vor allem: Müssen wir etwas tun? Das sollte oben stehen.'],
      ['halle.it', 'Bitte als Text und nicht als Bild. Unser Vorleseprogramm liest Bilder nicht.'],
      ['redaktion.land', '>7 Das nehmen wir auf. Bilder bekommen künftig eine Beschreibung.'],
      ['koordination.15087', 'Wie lange bleiben die Ausgaben abrufbar? Wir suchen oft nach Monaten.'],
      ['koordination.harz', '>9 Ein Archiv wäre mir wichtiger als ein schönes Layout.'],
      ['koordination.150845051', 'Wir leiten den Newsletter an 14 Personen weiter. Ein Verweis würde reichen.'],
      ['leitung.ag4', 'Zwischenstand: höchstens fünf Meldungen, jede mit einem Satz „Was heißt das für uns?“. Offen ist, wer kürzt.'],
      ['koordination.stendal', 'Wer kürzt, sollte nicht die Fachseite sein. Die Redaktion hat den besseren Blick.'],
      [
        'koordination.halle',
        'Für uns zählt die erste Zeile: betrifft uns das, und bis wann? Dann der Verweis. Alles andere kann hinter dem Verweis stehen.',
      ],
      [
        'mitarbeit.merseburg',
        '>14 Genau. [@Halle (Saale)](organisation:150020000000), könnten Sie das mit einer echten Meldung vormachen? Ich habe die Gliederung danach umgestellt.',
      ],
      [
        'koordination.15089',
        'Bitte als eine Mail je Woche und nicht je Thema. Und an die Rolle, nicht an die Person: [@OZG-Koordinationen](role:COORDINATORS) bleiben, auch wenn Menschen wechseln.',
      ],
      [
        'leitung.ag4',
        'Danke. Ich nehme drei Punkte mit in die Sitzung am 25. November:\n\n1. Fünf Meldungen, jede mit „betrifft uns / bis wann“.\n2. Versand mittwochs um 8 Uhr, eine Mail je Verwaltung.\n3. Textschluss ist der Montag davor, 12 Uhr.',
      ],
    ],
  },
  {
    group: 'ag4',
    day: 9,
    title: 'Wer pflegt die Ansprechpersonen, wenn eine Stelle frei ist?',
    posts: [
      ['koordination.15089', 'Bei uns ist die OZG-Koordination seit Oktober nicht besetzt. Wer trägt uns solange ein?'],
      ['koordination.150845051', 'Bei uns macht das der Hauptamtsleiter mit. Auf Dauer geht das nicht.'],
      ['koordination.150910375375', 'Wir haben eine Vertretung benannt, die steht auch im Verteiler.'],
      ['redaktion.land', 'Eine Vertretung genügt. Bitte benennen Sie sie über Ihre Verwaltung, dann kommen Fragen dort an.'],
      ['koordination.15089', '>4 Danke, das hilft. Wir benennen jemanden bis Freitag.'],
    ],
  },
  {
    group: 'ag4',
    day: 12,
    closed: true,
    title: 'Dürfen Gäste vom Spitzenverband mitlesen?',
    posts: [
      ['koordination.harz', 'Der Landkreistag fragt, ob jemand in der AG mitlesen darf.'],
      ['leitung.ag4', 'Ja, als Gast bis zu einem Datum. Die Leitung lädt per E-Mail ein.'],
      ['koordination.150010000000', 'Sieht ein Gast auch die anderen Gruppen?'],
      ['leitung.ag4', '>3 Nein. Nur die Gruppe, in die er eingeladen ist.'],
      ['koordination.harz', 'Dann gebe ich das so weiter. Vielen Dank.'],
    ],
  },
  {
    group: 'ag4',
    day: 22,
    title: 'Sprechstunden: Fragen eine Woche vorher sammeln',
    posts: [
      ['koordination.15082', 'In der letzten Sprechstunde wurden sehr viele Fragen gestellt. Könnten wir sie vorher sammeln?'],
      ['redaktion.land', 'Das würde den Gastgebern helfen. Eine Woche vorher ist für uns machbar.'],
      ['mitarbeit.merseburg', 'Wichtig ist mir, dass man danach die Antwort findet, auch wenn sie erst später kommt.'],
      ['koordination.halle', '>3 Und dass dort ein Datum steht. Antworten altern.'],
      ['koordination.150010000000', 'Manche Fragen möchte man nicht mit Namen stellen. Geht das auch anders?'],
    ],
  },
  {
    group: 'ag4',
    day: 30,
    title: 'Verteiler aufräumen',
    more: 9,
    posts: [
      ['koordination.15086', 'Unser Verteiler hat 61 Adressen, davon sind 17 nicht mehr im Haus. Wie machen Sie das?'],
      ['koordination.15090', 'Einmal im Quartal anschreiben, wer nicht antwortet, fällt heraus.'],
      ['koordination.stendal', 'Besser über Rollen. Dann muss niemand Adressen pflegen.'],
    ],
  },
  {
    group: 'ag5',
    day: 14,
    title: 'FIT-Connect: ein Zustellpunkt je Amt oder einer für alle?',
    more: 6,
    posts: [
      ['koordination.15089', 'Wir richten gerade FIT-Connect ein. Haben Sie einen Zustellpunkt je Amt oder einen für das ganze Haus?'],
      ['halle.it', 'Wir haben mit einem begonnen und nach drei Monaten auf vier geteilt, weil die Fachverfahren verschieden abholen.'],
      ['leitung.ag5', 'In Magdeburg einer je Fachverfahren. Der Aufwand liegt in den Zertifikaten, nicht in den Zustellpunkten.'],
      ['mitarbeit.merseburg', '>3 Wer erneuert bei Ihnen die Zertifikate?'],
      ['leitung.ag5', '>4 Eine Person, eine Vertretung, ein Kalendereintrag acht Wochen vorher.'],
    ],
  },
  {
    group: 'ag5',
    day: 5,
    title: 'Wie haben Sie ePayment im Gewerbesteuerbescheid gelöst?',
    posts: [
      [
        'koordination.stendal',
        'Unser Fachverfahren erzeugt den Bescheid als PDF. Wie kommt der Zahlweg hinein, ohne dass jemand etwas abtippt?',
      ],
      ['koordination.150870370370', 'Wir drucken einen Code auf den Bescheid, der auf die Zahlseite führt. Das Kassenzeichen steht darin.'],
      ['halle.it', 'Bei uns liefert die Zahlplattform den Code. Wir beschreiben es gern, wenn mehrere Interesse haben.'],
    ],
  },
  {
    group: 'ag5',
    day: 3,
    title: 'Servicekonto: Wer testet mit uns vor Weihnachten?',
    posts: [
      ['mitarbeit.merseburg', 'Wir möchten die Anmeldung mit der BundID im Antrag Sondernutzung prüfen und suchen zwei Verwaltungen.'],
      ['koordination.15088', 'Der Saalekreis ist dabei. Ab dem 1. Dezember.'],
    ],
  },
  {
    group: 'ag5',
    day: 40,
    title: 'Tabelle: Welches Fachverfahren hat welche Schnittstelle?',
    posts: [
      [
        'koordination.15089',
        'Ich sammle hier, was wir wissen:\n\n| Bereich | Schnittstelle | Stand |\n| --- | --- | --- |\n| Gewerbesteuer | XÖV-Nachricht | in Betrieb |\n| Sondernutzung | Datei-Import | Test |\n| Bauantrag | XBau | in Vorbereitung |',
      ],
      ['koordination.150840235235', 'Beim Bauantrag bitte „in Vorbereitung zur Nachnutzung“ eintragen, das ist etwas anderes als Test.'],
      ['koordination.15089', '>2 Geändert, danke.'],
      ['koordination.150820015015', 'Für Breitband gibt es noch keine. Wir tippen ab.'],
    ],
  },
  {
    group: 'ag2',
    day: 16,
    pinned: true,
    title: 'Acht Vorhaben sind zu viel: Welche vier zuerst?',
    more: 12,
    stand: [
      'koordination.stendal',
      'Zur Auswahl stehen acht Vorhaben. Bisher vorn: Gewerbesteuer, Sondernutzung von Straßen, Unterhaltsvorschuss, Einbürgerung.',
    ],
    posts: [
      [
        'koordination.stendal',
        'Wir haben so viele Vorhaben begonnen, dass wir Angst haben, uns zu überschlagen. Welche vier bringen am meisten?',
      ],
      ['koordination.halle', 'Für uns: Gewerbesteuer und Sondernutzung. Dort kommen die meisten Anträge.'],
      ['leitung.ag5', 'Einbürgerung entlastet uns sofort, die Wartezeiten sind lang.'],
      ['koordination.15090', 'Unterhaltsvorschuss betrifft alle Landkreise. Bitte nicht vergessen.'],
    ],
  },
  {
    group: 'ag2',
    day: 33,
    title: 'Was heißt „fertig“?',
    posts: [
      [
        'leitung.ag4',
        'Vorschlag: Fertig ist eine Leistung, wenn die erste echte Bürgerin sie genutzt hat und jemand für den Betrieb benannt ist.',
      ],
      ['koordination.15087', 'Einverstanden. Und wenn sie im Zuständigkeitsfinder steht.'],
      ['koordination.150850235235', 'Bitte auch: Es gibt eine Vertretung.'],
    ],
  },
  {
    group: 'ag1',
    day: 27,
    title: 'Rollenbild: Wer entscheidet, wer wird gehört?',
    more: 5,
    posts: [
      ['redaktion.land', 'Der Entwurf des Rollenbilds liegt vor. Bitte lesen Sie vor allem den Abschnitt zu den Verbandsgemeinden.'],
      ['koordination.150010000000', 'Die Vertretung fehlt. Ohne sie steht bei Krankheit alles.'],
      ['koordination.15081', 'Bei uns entscheidet der Kreistag über Verträge. Das sollte dort stehen.'],
    ],
  },
  {
    group: 'ag3',
    day: 8,
    title: 'Wer hat Zahlen zu laufenden Kosten der Formularserver?',
    posts: [
      ['koordination.15083', 'Für den Haushalt 2027 brauchen wir belastbare Zahlen. Wer kann Größenordnungen nennen?'],
      ['koordination.150010000000', 'Wir tragen unsere Werte in das Muster ein und schicken es bis Mittwoch.'],
      ['koordination.halle', 'Halle liefert auch. Bitte trennen Sie Lizenz und Betrieb.'],
    ],
  },
  {
    group: 'organisation',
    day: 20,
    title: 'Übergabe, wenn jemand geht',
    more: 4,
    posts: [
      ['koordination.150845051', 'Bei uns ging das Wissen mit der Person. Was gehört in eine Übergabe auf einer Seite?'],
      ['koordination.150885051', 'Zugänge, laufende Vorhaben, Ansprechpersonen, nächste Termine. Mehr liest niemand.'],
      ['koordination.stendal', 'Und: was bewusst nicht weitergeführt wird.'],
    ],
  },
  {
    group: 'leitungsrunde',
    day: 6,
    title: 'Abstimmung der Sitzungstermine bis März',
    posts: [
      ['leitung.ag4', 'AG 4 tagt am 25. November, AG 5 am 3. Dezember. Bitte keine weitere Sitzung in diese Wochen.'],
      ['leitung.ag5', 'Passt. Wir verschieben auf den 10. Dezember.'],
    ],
  },
  {
    group: 'portal',
    day: 70,
    title: 'Der Umzug am Wochenende',
    posts: [
      ['leitung.ag4', 'Der Umzug verschiebt sich um eine Woche. Alle Adressen bleiben gültig.'],
      ['koordination.harz', 'Danke für die Nachricht. Unsere Verweise sind geprüft.'],
    ],
  },
  {
    group: 'umsetzung',
    day: 50,
    title: 'Laufende Anschlüsse im Überblick',
    posts: [
      ['mitarbeit.merseburg', 'Bitte tragen Sie hier ein, was bei Ihnen gerade angeschlossen wird und woran es hängt.'],
      ['koordination.15082', 'Unterhaltsvorschuss: wartet auf den Zustellpunkt.'],
    ],
  },
];

/** For the rest of long threads. Harmless, and true of every topic. */
export const fillers: readonly string[] = [
  'Bei uns ist es ähnlich. Wir haben es zunächst mit zwei Ämtern versucht.',
  'Danke für den Hinweis. Ich gebe das an die Kolleginnen im Hauptamt weiter.',
  'Gibt es dazu ein Muster, das wir übernehmen können?',
  'Wir würden uns beteiligen, wenn es bis zum Jahresende bei zwei Terminen bleibt.',
  'Für kleine Verwaltungen ist der Aufwand sonst zu hoch.',
  'Wichtig wäre uns ein fester Termin, an dem wir nachfragen können.',
  'Das haben wir im Frühjahr besprochen, aber nirgends festgehalten. Deshalb hier noch einmal.',
  'Wir haben gute Erfahrungen mit einer kurzen Liste gemacht, die jeder selbst abhakt.',
  'Einverstanden. Bitte auch an die Vertretung denken.',
  'Wer könnte das übernehmen? Wir haben gerade niemanden frei.',
  'Ich habe unsere Fassung angepasst und kann sie in der nächsten Sitzung zeigen.',
  'Ein Satz dazu im Protokoll würde uns reichen.',
];
