/** What addresses with an id need; found once, the way people get there. */
export interface Places {
  group: string;
  thread: string;
  question: string;
  faq: string;
  organisation: string;
  event: string;
  person: string;
  invitation: string;
}

interface Visit {
  /** The account that sees most here; null: nobody is signed in. */
  as: string | null;
  at?: (places: Places) => string;
  /** Who may not come in. */
  closedTo?: string;
  /** Here the menus and dialogs of the frame are looked at, too. */
  frame?: true;
  /** What is said there when every list is empty, and what to do next; null: nothing, since no list is what one comes for. */
  says?: string | null;
}

const lead = 'leitung.ag4';
const coordinator = 'koordination.halle';
const admin = 'admin.land';
const administered: Visit = { as: admin, closedTo: coordinator };

/** Who visits each declared page. A page that is missing here fails the sweep. */
export const visits: Readonly<Record<string, Visit>> = {
  // First, while this account is still new.
  '/ankommen': { as: 'neu.magdeburg', says: null },
  '/': { as: null, frame: true },
  '/*': { as: null, at: () => '/gibt-es-nicht' },
  '/anmelden': { as: null },
  '/hilfe': { as: null },
  '/impressum': { as: null },
  '/datenschutz': { as: null },
  '/barrierefreiheit': { as: null },
  '/barriere-melden': { as: null },
  '/einladung/:token': { as: 'moderation.land', at: ({ invitation }) => invitation },
  '/erste-verwaltung': { as: admin, at: () => '/erste-verwaltung?token=none' },
  '/mein-tag': { as: lead, frame: true, says: 'Niemand wartet auf eine Antwort von Ihnen.' },
  '/arbeitsgruppen': { as: lead, at: () => '/arbeitsgruppen?liste=meine', says: null },
  '/arbeitsgruppen/neu': { as: 'redaktion.land', closedTo: 'gast.kitu' },
  '/arbeitsgruppen/:id/bearbeiten': { as: lead, at: ({ group }) => `${group}/bearbeiten`, closedTo: 'koordination.stendal' },
  '/arbeitsgruppen/:id': { as: lead, at: ({ group }) => group, says: 'Hier wurde noch nichts besprochen.' },
  '/arbeitsgruppen/:id/mitglieder': { as: lead, at: ({ group }) => `${group}/mitglieder`, says: 'Noch arbeitet hier niemand mit.' },
  '/arbeitsgruppen/:id/diskussionen': { as: lead, at: ({ group }) => `${group}/diskussionen`, says: 'Hier läuft gerade keine Diskussion.' },
  '/arbeitsgruppen/:id/diskussionen/neu': { as: lead, at: ({ group }) => `${group}/diskussionen/neu` },
  '/arbeitsgruppen/:id/diskussionen/:threadId': { as: lead, at: ({ thread }) => thread, says: null },
  '/arbeitsgruppen/:id/fragen': {
    as: lead,
    at: ({ group }) => `${group}/fragen`,
    says: 'Hier wurde noch nichts gefragt. Oben stellen Sie die erste Frage.',
  },
  '/fragen': { as: 'redaktion.land', says: 'Alle Fragen sind beantwortet. Neue stellen Sie in einer Arbeitsgruppe.' },
  '/fragen/:id': { as: 'redaktion.land', at: ({ question }) => question, says: null },
  '/faq': { as: coordinator, says: 'Dazu gibt es noch keinen Eintrag.' },
  '/faq/:id': { as: 'redaktion.land', at: ({ faq }) => faq, says: null },
  '/kommunen/:id/verwalten': {
    as: coordinator,
    at: ({ organisation }) => `${organisation}/verwalten`,
    closedTo: lead,
    says: 'Zurzeit ist niemand eingeladen.',
  },
  '/kommunen': { as: coordinator, says: 'Keine Verwaltung passt zu dieser Auswahl.' },
  '/kommunen/:id': { as: coordinator, at: ({ organisation }) => organisation, says: 'Von hier ist noch niemand auf der Plattform.' },
  '/hinweise': { as: coordinator, says: 'Noch hat Sie nichts erreicht.' },
  '/sprechstunden': { as: coordinator, says: 'Zurzeit ist kein Termin geplant.' },
  '/sprechstunden/:id': { as: coordinator, at: ({ event }) => event, says: null },
  '/sprechstunden/neu': { as: 'redaktion.land', closedTo: coordinator },
  '/sprechstunden/:id/bearbeiten': { as: 'redaktion.land', at: ({ event }) => `${event}/bearbeiten`, closedTo: coordinator, says: null },
  '/sprechstunden/:id/leinwand': { as: 'redaktion.land', at: ({ event }) => `${event}/leinwand`, says: null },
  '/sprechstunden/reihen': {
    as: 'redaktion.land',
    closedTo: coordinator,
    says: 'Noch gibt es keine Reihe. Oben legen Sie die erste an.',
  },
  '/sprechstunden/themenwuensche': { as: 'redaktion.land', says: 'Zurzeit ist kein Themenwunsch offen.' },
  '/termine': { as: null, says: 'Zurzeit ist kein Termin angekündigt.' },
  '/termine/:jahr': { as: null, at: () => '/termine/2026', says: null },
  '/konto': { as: coordinator, says: 'Sie arbeiten noch in keiner Arbeitsgruppe mit.' },
  '/verwaltung': { ...administered, says: 'Nichts wartet auf eine Entscheidung.' },
  '/verwaltung/personen': { ...administered, says: 'Keine Person passt zu dieser Auswahl.' },
  '/verwaltung/personen/:id': { ...administered, at: ({ person }) => person, says: null },
  '/verwaltung/anfragen': { ...administered, says: 'Keine Anfrage wartet auf Sie.' },
  '/verwaltung/koordination': { ...administered, says: 'Jede Verwaltung hat eine Koordination.' },
  '/verwaltung/vorschlaege': { as: admin, says: 'Kein Vorschlag wartet auf eine Entscheidung.' },
  '/verwaltung/texte': administered,
  '/verwaltung/texte/:key': { ...administered, at: () => '/verwaltung/texte/impressum' },
  '/verwaltung/barrieren': { ...administered, says: 'Keine Meldung ist offen.' },
  '/verwaltung/protokoll': { ...administered, says: 'Dazu gibt es keinen Eintrag.' },
};
