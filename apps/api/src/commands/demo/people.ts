import type { GlobalRole, OrganisationRole } from '@kollab/contract';

/** Somebody of the demonstration. All names are plainly invented. */
export interface DemoPerson {
  /** A sign-in of docker/keycloak/demo-accounts.json, or a name of our own for people who never sign in. */
  login: string;
  name: string;
  /** Key of the body in prisma/seed. */
  organisation: string;
  role: OrganisationRole;
  function: string;
  globalRoles?: GlobalRole[];
}

const coordination = 'OZG-Koordination';

/** In the order of joining: the first of an organisation is its coordinator. */
const named: DemoPerson[] = [
  {
    login: 'admin.land',
    name: 'Robin Entwurf',
    organisation: 'st-mid',
    role: 'COORDINATOR',
    function: 'Betrieb der Plattform',
    globalRoles: ['LAND_ADMIN', 'AUDITOR'],
  },
  {
    login: 'redaktion.land',
    name: 'Toni Vorlage',
    organisation: 'st-mid',
    role: 'MEMBER',
    function: 'Redaktion des Landes',
    globalRoles: ['LAND_EDITOR'],
  },
  { login: 'leitung.ag4', name: 'Sascha Probe', organisation: 'st-mid', role: 'MEMBER', function: 'Referat OZG-Umsetzung' },
  {
    login: 'moderation.land',
    name: 'Mika Entwurf',
    organisation: 'st-mid',
    role: 'MEMBER',
    function: 'Moderation',
    globalRoles: ['MODERATOR'],
  },
  {
    login: 'fach.inneres',
    name: 'Jo Exempel',
    organisation: 'st-mi',
    role: 'COORDINATOR',
    function: 'Fachreferat Staatsangehörigkeit',
    globalRoles: ['LAND_EXPERT'],
  },
  { login: 'koordination.halle', name: 'Kim Muster', organisation: '150020000000', role: 'COORDINATOR', function: coordination },
  { login: 'halle.it', name: 'Uli Schablone', organisation: '150020000000', role: 'MEMBER', function: 'Fachbereich IT' },
  { login: 'koordination.stendal', name: 'Alex Beispiel', organisation: '150900535535', role: 'COORDINATOR', function: coordination },
  { login: 'leitung.ag5', name: 'Nico Vorschau', organisation: '150030000000', role: 'COORDINATOR', function: 'IT-Leitung' },
  { login: 'koordination.harz', name: 'Uli Platzhalter', organisation: '15085', role: 'COORDINATOR', function: 'Öffentlichkeitsarbeit' },
  { login: 'mitarbeit.merseburg', name: 'Ira Skizze', organisation: '150880220220', role: 'COORDINATOR', function: 'Digitalisierung' },
  { login: 'anbieter.musterhaus', name: 'Luca Beispielhaft', organisation: 'it-brain-scc', role: 'PROVIDER', function: 'Projektleitung' },
];

/** `key given-name family-name function`: one coordinator for each of these administrations. */
const others = `
15089 Charlie Vorlauf IT-Leitung
15081 Rene Annahme OZG-Koordination
15082 Pat Schema OZG-Koordination
15083 Jona Ansatz Organisation
15086 Kay Modell OZG-Koordination
15087 Sam Variante Hauptamt
15088 Bente Konzept OZG-Koordination
15090 Lou Rahmen OZG-Koordination
15091 Eike Umriss IT-Leitung
15084 Jule Gliederung OZG-Koordination
150010000000 Noa Struktur Stabsstelle Digitalisierung
150910375375 Maxi Fassung OZG-Koordination
150845051 Toni Abschnitt Hauptamt
150845053 Alexis Absatz Organisation
150885051 Merle Zeile OZG-Koordination
150895051 Finn Spalte OZG-Koordination
150815051 Ulli Tabelle Bürgerbüro
150905051 Sandra Rubrik OZG-Koordination
150810135135 Kim Kapitel OZG-Koordination
150820015015 Andrea Notiz Digitalisierung
150820180180 Bo Merkblatt OZG-Koordination
150850235235 Charlie Vordruck OZG-Koordination
150850110110 Dana Formular Organisation
150850185185 Erin Bogen Hauptamt
150870370370 Falk Register OZG-Koordination
150870220220 Gerit Kartei Bürgerservice
150880150150 Hanne Mappe OZG-Koordination
150890055055 Ingo Ordner IT
150840550550 Janne Hefter OZG-Koordination
150840235235 Kaya Anlage Bauamt
`;

const rows = others
  .trim()
  .split('\n')
  .map((line): DemoPerson => {
    const [key = '', given = '', family = '', ...office] = line.split(' ');
    return {
      login: `koordination.${key}`,
      name: `${given} ${family}`,
      organisation: key,
      role: 'COORDINATOR',
      function: office.join(' '),
    };
  });

export const people: readonly DemoPerson[] = [...named, ...rows];

/** Comes from outside, invited by mail, until a date. */
export const guest = { login: 'gast.kitu', name: 'Chris Fiktiv', organisation: 'it-kitu' } as const;
