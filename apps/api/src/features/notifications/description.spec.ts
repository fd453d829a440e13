import { describe as suite, expect, it } from '@jest/globals';
import { causeOf, describe, factOf, noticeFacts, type FactRow, type NoticeFact, type Seen } from './description.ts';
import { letterFrames, letterOf } from './letters.ts';

const row = (fact: NoticeFact, data: Partial<FactRow> = {}): FactRow => ({
  kind: 'DECISION',
  cause: causeOf(fact, 'id'),
  actorName: 'Kim Muster',
  groupId: 'g',
  threadId: null,
  postNo: null,
  organisationId: null,
  questionId: null,
  faqEntryId: null,
  sprechstundeId: null,
  wishId: null,
  announcementId: null,
  detail: '',
  onBehalfOf: '',
  ...data,
});
const seen: Seen = {
  group: 'AG 4 Kommunikation',
  thread: 'Newsletter im Herbst',
  organisation: 'Stadt Halle (Saale)',
  question: null,
  faq: null,
  event: '28. OZG-Sprechstunde: Gewerbesteuer digital',
  wish: 'Siegel an Bescheiden',
  announcement: 'Neue Schnittstelle für Breitband',
};
const nothing: Seen = {
  group: null,
  thread: null,
  organisation: null,
  question: null,
  faq: null,
  event: null,
  wish: null,
  announcement: null,
};
const post = (data: Partial<FactRow>) => row('post', { threadId: 't', postNo: 7, ...data });

const members = '/arbeitsgruppen/g/mitglieder';
const group = '/arbeitsgruppen/g';
const thread = '/arbeitsgruppen/g/diskussionen/t?beitrag=7';

suite('a notice in words', () => {
  it.each<[string, FactRow, number, string, string, string]>([
    [
      'person mentioned',
      post({ kind: 'MENTION', detail: 'PERSON' }),
      1,
      'Kim Muster hat Sie in »Newsletter im Herbst« erwähnt.',
      'Sie wurden erwähnt',
      thread,
    ],
    [
      'somebody mentioned who is away',
      post({ kind: 'MENTION', detail: 'PERSON', onBehalfOf: 'Sascha Probe' }),
      1,
      'Kim Muster hat Sascha Probe in »Newsletter im Herbst« erwähnt.',
      'In Vertretung für Sascha Probe',
      thread,
    ],
    [
      'a reply to somebody who is away',
      post({ kind: 'REPLY', onBehalfOf: 'Sascha Probe' }),
      1,
      'Kim Muster hat in »Newsletter im Herbst« auf einen Beitrag von Sascha Probe geantwortet.',
      'In Vertretung für Sascha Probe',
      thread,
    ],
    [
      'named as a deputy',
      row('deputy_named', { groupId: null, detail: 'vom 23.12.2026 bis 03.01.2027' }),
      1,
      'Kim Muster ist vom 23.12.2026 bis 03.01.2027 abwesend. Sie vertreten.',
      'Sie wurden als Vertretung genannt',
      '/konto#abwesenheit',
    ],
    [
      'organisation mentioned',
      post({ kind: 'MENTION', detail: 'ORGANISATION' }),
      1,
      'Kim Muster hat Ihre Organisation in »Newsletter im Herbst« erwähnt.',
      'Ihre Organisation wurde erwähnt',
      thread,
    ],
    [
      'role mentioned',
      post({ kind: 'MENTION', detail: 'ROLE' }),
      1,
      'Kim Muster hat Ihre Rolle in »Newsletter im Herbst« erwähnt.',
      'Eine Rolle, die Sie haben, wurde erwähnt',
      thread,
    ],
    [
      'mentioned, one more',
      post({ kind: 'MENTION' }),
      2,
      'Kim Muster hat Sie in »Newsletter im Herbst« erwähnt. Dazu ein weiterer Hinweis.',
      'Sie wurden erwähnt',
      thread,
    ],
    [
      'answered, three more',
      post({ kind: 'REPLY' }),
      4,
      'Kim Muster hat in »Newsletter im Herbst« auf Ihren Beitrag geantwortet. Dazu 3 weitere Hinweise.',
      'Antwort auf Ihren Beitrag',
      thread,
    ],
    [
      'one post',
      post({ kind: 'POST', detail: 'THREAD' }),
      1,
      'Kim Muster hat in »Newsletter im Herbst« geschrieben.',
      'Sie folgen dem Thema',
      thread,
    ],
    [
      'several posts',
      post({ kind: 'POST', detail: 'GROUP' }),
      5,
      '5 neue Beiträge in »Newsletter im Herbst«, zuletzt von Kim Muster.',
      'Sie folgen der Arbeitsgruppe',
      thread,
    ],
    [
      'Stand',
      row('stand', { kind: 'SUMMARY', threadId: 't' }),
      1,
      'Kim Muster hat in »Newsletter im Herbst« den Stand der Diskussion geschrieben.',
      'Sie folgen dem Thema',
      '/arbeitsgruppen/g/diskussionen/t',
    ],
    ['request', row('requested'), 1, 'Kim Muster möchte in »AG 4 Kommunikation« mitarbeiten.', 'Sie leiten die Arbeitsgruppe', members],
    [
      'request accepted',
      row('accepted'),
      1,
      'Ihre Anfrage wurde angenommen. Sie sind jetzt Mitglied in »AG 4 Kommunikation«.',
      'Sie haben angefragt',
      group,
    ],
    [
      'request declined',
      row('declined', { detail: 'Alle Plätze sind vergeben.' }),
      1,
      'Ihre Anfrage an »AG 4 Kommunikation« wurde abgelehnt. Grund: Alle Plätze sind vergeben.',
      'Sie haben angefragt',
      group,
    ],
    ['invited', row('invited'), 1, 'Kim Muster lädt Sie ein, in »AG 4 Kommunikation« mitzuarbeiten.', 'Sie wurden eingeladen', group],
    [
      'invitation accepted',
      row('invitation_accepted'),
      1,
      'Kim Muster hat die Einladung in »AG 4 Kommunikation« angenommen.',
      'Sie leiten die Arbeitsgruppe',
      members,
    ],
    [
      'invitation declined',
      row('invitation_declined'),
      1,
      'Kim Muster hat die Einladung in »AG 4 Kommunikation« abgelehnt.',
      'Sie leiten die Arbeitsgruppe',
      members,
    ],
    [
      'invitation revoked',
      row('invitation_revoked'),
      1,
      'Die Einladung in »AG 4 Kommunikation« wurde zurückgenommen.',
      'Sie waren eingeladen',
      group,
    ],
    [
      'role changed',
      row('role_changed', { detail: 'DEPUTY' }),
      1,
      'Ihre Rolle in »AG 4 Kommunikation« ist jetzt: stellvertretende Leitung.',
      'Sie sind Mitglied',
      group,
    ],
    ['lead lost', row('lead_lost'), 1, '»AG 4 Kommunikation« hat keine Leitung mehr.', 'Sie betreuen die Arbeitsgruppen', members],
    [
      'removed',
      row('removed', { detail: 'Wechsel der Stelle' }),
      1,
      'Ihre Mitgliedschaft in »AG 4 Kommunikation« wurde beendet. Grund: Wechsel der Stelle',
      'Sie waren Mitglied',
      group,
    ],
    [
      'volunteered to lead',
      row('volunteered'),
      1,
      'Kim Muster möchte in »AG 4 Kommunikation« die Leitung übernehmen.',
      'Sie leiten die Arbeitsgruppe',
      members,
    ],
    [
      'volunteered for work',
      row('volunteered', { detail: 'Leitfaden' }),
      1,
      'Kim Muster möchte in »AG 4 Kommunikation« das Arbeitspaket »Leitfaden« übernehmen.',
      'Sie leiten die Arbeitsgruppe',
      members,
    ],
    [
      'volunteering confirmed',
      row('volunteering_confirmed', { detail: 'Leitfaden' }),
      1,
      'Bestätigt: Sie übernehmen in »AG 4 Kommunikation« das Arbeitspaket »Leitfaden«.',
      'Sie haben angeboten zu übernehmen',
      group,
    ],
    [
      'volunteering declined',
      row('volunteering_declined'),
      1,
      'Ihr Angebot, in »AG 4 Kommunikation« die Leitung zu übernehmen, wurde nicht angenommen.',
      'Sie haben angeboten zu übernehmen',
      group,
    ],
    [
      'proposed',
      row('proposed'),
      1,
      'Kim Muster schlägt die Arbeitsgruppe »AG 4 Kommunikation« vor.',
      'Sie entscheiden über Vorschläge',
      group,
    ],
    [
      'proposal accepted',
      row('proposal_accepted'),
      1,
      'Ihr Vorschlag wurde angenommen: »AG 4 Kommunikation« ist eingerichtet.',
      'Sie haben sie vorgeschlagen',
      group,
    ],
    [
      'proposal declined',
      row('proposal_declined', { detail: 'Gibt es schon.' }),
      1,
      'Ihr Vorschlag »AG 4 Kommunikation« wurde abgelehnt. Grund: Gibt es schon.',
      'Sie haben sie vorgeschlagen',
      group,
    ],
    [
      'read with reason',
      row('read_with_reason', { detail: 'Beschwerde vom 3. März' }),
      1,
      'Die Verwaltung des Landes hat »AG 4 Kommunikation« gelesen. Grund: Beschwerde vom 3. März',
      'Sie leiten die Arbeitsgruppe',
      members,
    ],
    [
      'affiliation asked',
      row('affiliation_requested', { groupId: null, organisationId: 'o' }),
      1,
      'Kim Muster bittet um die Zuordnung zu »Stadt Halle (Saale)«.',
      'Sie bestätigen, wer dazugehört',
      '/kommunen/o/verwalten',
    ],
    [
      'affiliation asked without organisation',
      row('affiliation_requested', { groupId: null }),
      1,
      'Kim Muster gehört noch zu keiner Organisation.',
      'Sie verwalten die Plattform',
      '/verwaltung',
    ],
    [
      'affiliation confirmed',
      row('affiliation_confirmed', { groupId: null, organisationId: 'o' }),
      1,
      'Ihre Zuordnung zu »Stadt Halle (Saale)« ist bestätigt.',
      'Sie haben angefragt',
      '/mein-tag',
    ],
    [
      'affiliation declined',
      row('affiliation_declined', { groupId: null, organisationId: 'o', detail: 'Unbekannt' }),
      1,
      'Die Zuordnung zu »Stadt Halle (Saale)« wurde nicht bestätigt. Grund: Unbekannt',
      'Sie haben angefragt',
      '/mein-tag',
    ],
    [
      'barrier',
      row('barrier_reported', { groupId: null }),
      1,
      'Jemand hat eine Barriere gemeldet.',
      'Sie verwalten die Plattform',
      '/verwaltung',
    ],
    [
      'event moved',
      row('event_moved', { groupId: null, sprechstundeId: 's', detail: 'Mittwoch, 25. November 2026, 10:00' }),
      1,
      '»28. OZG-Sprechstunde: Gewerbesteuer digital« findet jetzt am Mittwoch, 25. November 2026, 10:00 Uhr statt.',
      'Sie sind angemeldet',
      '/sprechstunden/s',
    ],
    [
      'event cancelled',
      row('event_cancelled', { groupId: null, sprechstundeId: 's', detail: 'Krankheit' }),
      1,
      '»28. OZG-Sprechstunde: Gewerbesteuer digital« fällt aus. Grund: Krankheit',
      'Sie sind angemeldet',
      '/sprechstunden/s',
    ],
    [
      'place for oneself',
      row('registration_promoted', { groupId: null, sprechstundeId: 's' }),
      1,
      'Für Sie ist ein Platz frei geworden: »28. OZG-Sprechstunde: Gewerbesteuer digital«.',
      'Sie standen auf der Warteliste',
      '/sprechstunden/s',
    ],
    [
      'place for a companion',
      row('registration_promoted', { groupId: null, sprechstundeId: 's', detail: '1 Person aus der Kämmerei' }),
      1,
      'Für »1 Person aus der Kämmerei« ist ein Platz frei geworden: »28. OZG-Sprechstunde: Gewerbesteuer digital«.',
      'Sie standen auf der Warteliste',
      '/sprechstunden/s',
    ],
    [
      'wish planned',
      row('wish_planned', { groupId: null, sprechstundeId: 's', wishId: 'w' }),
      1,
      'Das Thema »Siegel an Bescheiden« ist eingeplant: »28. OZG-Sprechstunde: Gewerbesteuer digital«.',
      'Sie haben sich das Thema gewünscht oder dafür gestimmt',
      '/sprechstunden/s',
    ],
    [
      'wish declined',
      row('wish_declined', { groupId: null, wishId: 'w', detail: 'Dafür gibt es eine Arbeitsgruppe.' }),
      1,
      'Das Thema »Siegel an Bescheiden« wird nicht eingeplant. Grund: Dafür gibt es eine Arbeitsgruppe.',
      'Sie haben sich das Thema gewünscht oder dafür gestimmt',
      '/sprechstunden/themenwuensche',
    ],
    ...(
      [
        ['announced', '', 'Kim Muster: »Neue Schnittstelle für Breitband«.', 'Sie gehören zu den Angesprochenen', ''],
        [
          'announced',
          'bis 24.11.2026',
          'Kim Muster: »Neue Schnittstelle für Breitband«. Bitte handeln Sie bis 24.11.2026.',
          'Sie gehören zu den Angesprochenen',
          '',
        ],
        [
          'announcement_corrected',
          'Der Termin stimmte nicht.',
          'Die Mitteilung »Neue Schnittstelle für Breitband« wurde korrigiert: Der Termin stimmte nicht.',
          'Sie gehören zu den Angesprochenen',
          '',
        ],
        [
          'announcement_withdrawn',
          'Sie war doppelt.',
          'Die Mitteilung »Neue Schnittstelle für Breitband« wurde zurückgezogen. Grund: Sie war doppelt.',
          'Sie gehören zu den Angesprochenen',
          '',
        ],
        [
          'acknowledgement_missing',
          'bis 24.11.2026',
          'Die Bestätigung Ihrer Verwaltung fehlt noch: »Neue Schnittstelle für Breitband«. Bitte handeln Sie bis 24.11.2026.',
          'Sie können für Ihre Verwaltung bestätigen',
          '',
        ],
        [
          'announcement_returned',
          '',
          '»Neue Schnittstelle für Breitband« wurde nicht veröffentlicht und ist wieder ein Entwurf. Bitte prüfen Sie Frist und Empfänger.',
          'Sie hatten die Veröffentlichung geplant',
          '/bearbeiten',
        ],
      ] as const
    ).map(([fact, detail, sentence, reason, page]): [string, FactRow, number, string, string, string] => [
      `${fact} ${detail}`,
      row(fact, { groupId: null, announcementId: 'n', detail }),
      1,
      sentence,
      reason,
      `/mitteilungen/n${page}`,
    ]),
    [
      'comment',
      post({ kind: 'REPLY', groupId: null, announcementId: 'n' }),
      1,
      'Kim Muster hat in »Newsletter im Herbst« auf Ihren Beitrag geantwortet.',
      'Antwort auf Ihren Beitrag',
      '/mitteilungen/n?beitrag=7',
    ],
  ])('%s', (_, notice, bundle, sentence, reason, path) => {
    expect(describe(notice, seen, bundle)).toEqual({ sentence, reason, path });
  });

  it.each([
    ['MENTION', 'Kim Muster hat Sie in einer Frage erwähnt. Dazu ein weiterer Hinweis.'],
    ['REPLY', 'Kim Muster hat in einer Frage auf Ihren Beitrag geantwortet. Dazu ein weiterer Hinweis.'],
    ['ANSWER', 'Kim Muster hat auf Ihre Frage geantwortet. Dazu ein weiterer Hinweis.'],
    ['POST', '2 neue Beiträge in einer Frage, zuletzt von Kim Muster.'],
  ] as const)('%s of a question has no title in a mail', (kind, sentence) => {
    expect(describe(post({ kind, questionId: 'q' }), { ...seen, mail: true }, 2).sentence).toBe(sentence);
  });

  it.each<[NoticeFact, Partial<FactRow>]>([
    ['announced', { detail: 'bis 24.11.2026' }],
    ['announcement_corrected', { detail: 'Geheime Korrektur' }],
    ['announcement_withdrawn', { detail: 'Geheimer Grund' }],
    ['acknowledgement_missing', {}],
    ['post', { kind: 'MENTION', detail: 'PERSON', threadId: 't', postNo: 1 }],
    ['post', { kind: 'POST', threadId: 't', postNo: 1 }],
  ])('%s of a confidential announcement says nothing of it in a mail', (fact, data) => {
    const about = { kind: 'ANNOUNCEMENT' as const, groupId: null, announcementId: 'n', ...data };
    const names = { ...seen, thread: 'Breitband in Gefahr', announcement: 'Breitband in Gefahr', mail: true, confidential: true } as const;
    const { sentence, path } = describe(row(fact, about), names);
    expect(sentence).not.toMatch(/Breitband|Geheim/);
    expect(sentence).toMatch(/vertrauliche/);
    expect(path).toMatch(/^\/mitteilungen\/n/);
  });

  const unread = { sprechstundeId: 's', wishId: 'w', announcementId: 'n', detail: 'Vertraulicher Grund' };
  // Who is away has told it to this one reader.
  it.each(noticeFacts.filter((fact) => fact !== 'deputy_named'))('%s names nobody and nothing once it may not be read', (fact) => {
    const ofThread = ['post', 'mention', 'stand'].includes(fact);
    const ofGroup = !ofThread && !/affiliation|barrier|event|registration|wish|announce|acknowledgement/.test(fact);
    if (!ofThread && !ofGroup)
      return expect(describe(row(fact, { groupId: null, ...(!fact.startsWith('affiliation') && unread) }), nothing).sentence).not.toMatch(
        /Halle|Sprechstunde:|Siegel|Breitband|Vertraulich/,
      );
    const { sentence, path } = describe(
      row(fact, { detail: 'Vertraulicher Grund', ...(ofThread && { threadId: 't', kind: 'POST' }) }),
      nothing,
      3,
    );
    expect(sentence).not.toMatch(/Kim|AG 4|Newsletter|Vertraulich/);
    expect(path).toMatch(/^\/(mein-tag|arbeitsgruppen)$/);
  });

  it('is read back from its cause', () => {
    for (const fact of noticeFacts) expect(factOf(causeOf(fact, 'a', 1))).toBe(fact);
  });
});

suite('a notice as a mail', () => {
  it('goes out for every fact but posts, announcements, and what can wait of questions and wishes', () => {
    expect(noticeFacts.filter((fact) => !letterFrames[fact])).toEqual([
      'post',
      'mention',
      'stand',
      'question_answered',
      'question_returned',
      'question_deferred',
      'question_due_again',
      'question_outdated',
      'question_merged',
      'question_hidden',
      'faq_review_due',
      'wish_planned',
      'wish_declined',
      'announced',
      'announcement_corrected',
      'announcement_withdrawn',
      'acknowledgement_missing',
      'announcement_returned',
      'deputy_named',
    ]);
  });

  it('says what happened, what to do, and why', () => {
    expect(letterOf('requested', 'Sascha Probe', 'AG 4 Kommunikation', describe(row('requested'), seen))).toEqual({
      subject: 'Anfrage zur Mitarbeit: AG 4 Kommunikation',
      greeting: 'Guten Tag Sascha Probe,',
      paragraphs: [
        'Kim Muster möchte in »AG 4 Kommunikation« mitarbeiten.',
        'Bitte nehmen Sie die Anfrage an oder lehnen Sie sie mit einem Satz zur Begründung ab.',
      ],
      action: { label: 'Anfrage ansehen', path: '/arbeitsgruppen/g/mitglieder' },
      reason: 'Warum Sie diese E-Mail erhalten: Sie leiten die Arbeitsgruppe.',
    });
  });
});
