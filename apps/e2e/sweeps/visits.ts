/** What addresses with an id need; found once, the way people get there. */
export interface Places {
  group: string;
  thread: string;
  organisation: string;
  person: string;
  invitation: string;
}

interface Visit {
  /** The account that sees most here; null: nobody is signed in. */
  as: string | null;
  at?: (places: Places) => string;
  /** Who may not come in. */
  closedTo?: string;
  /** What is said there when every list is empty; null: that never happens. */
  says?: string | null;
}

const lead = 'leitung.ag4';
const coordinator = 'koordination.halle';
const admin = 'admin.land';
const administered: Visit = { as: admin, closedTo: coordinator };

/** Who visits each declared page. A page that is missing here fails the sweep. */
export const visits: Readonly<Record<string, Visit>> = {
  // First, while this account is still new.
  '/ankommen': { as: 'neu.magdeburg' },
  '/': { as: null },
  '/*': { as: null, at: () => '/gibt-es-nicht' },
  '/anmelden': { as: null },
  '/hilfe': { as: null },
  '/impressum': { as: null },
  '/datenschutz': { as: null },
  '/barrierefreiheit': { as: null },
  '/barriere-melden': { as: null },
  '/einladung/:token': { as: 'moderation.land', at: ({ invitation }) => invitation },
  '/erste-verwaltung': { as: admin, at: () => '/erste-verwaltung?token=none' },
  '/mein-tag': { as: lead },
  '/arbeitsgruppen': { as: lead },
  '/arbeitsgruppen/neu': { as: 'redaktion.land', closedTo: 'gast.kitu' },
  '/arbeitsgruppen/:id/bearbeiten': { as: lead, at: ({ group }) => `${group}/bearbeiten`, closedTo: 'koordination.stendal' },
  '/arbeitsgruppen/:id': { as: lead, at: ({ group }) => group },
  '/arbeitsgruppen/:id/mitglieder': { as: lead, at: ({ group }) => `${group}/mitglieder` },
  '/arbeitsgruppen/:id/diskussionen': { as: lead, at: ({ group }) => `${group}/diskussionen` },
  '/arbeitsgruppen/:id/diskussionen/neu': { as: lead, at: ({ group }) => `${group}/diskussionen/neu` },
  '/arbeitsgruppen/:id/diskussionen/:threadId': { as: lead, at: ({ thread }) => thread, says: null },
  '/kommunen/:id/verwalten': { as: coordinator, at: ({ organisation }) => `${organisation}/verwalten`, closedTo: lead },
  '/kommunen': { as: coordinator },
  '/kommunen/:id': { as: coordinator, at: ({ organisation }) => organisation },
  '/hinweise': { as: coordinator },
  '/konto': { as: coordinator },
  '/verwaltung': administered,
  '/verwaltung/personen': administered,
  '/verwaltung/personen/:id': { ...administered, at: ({ person }) => person },
  '/verwaltung/anfragen': administered,
  '/verwaltung/koordination': administered,
  '/verwaltung/vorschlaege': { as: admin },
  '/verwaltung/texte': administered,
  '/verwaltung/texte/:key': { ...administered, at: () => '/verwaltung/texte/impressum' },
  '/verwaltung/barrieren': administered,
  '/verwaltung/protokoll': administered,
};
