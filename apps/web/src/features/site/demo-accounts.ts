import type { DemoAccount } from './site-data.ts';

/** The demonstration's sign-ins, as docker/keycloak/demo-accounts.json has them. Loaded only when the server says that it is one. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    login: 'koordination.halle',
    name: 'Kim Muster',
    organisation: 'Stadt Halle (Saale)',
    code: 'HAL',
    kind: 'other',
    about: 'Koordiniert die OZG-Umsetzung einer großen Stadt, stellvertretende Leitung der AG 4.',
  },
  {
    login: 'koordination.stendal',
    name: 'Alex Beispiel',
    organisation: 'Hansestadt Stendal',
    code: 'Ste',
    kind: 'other',
    about: 'Koordiniert allein und mit wenig Zeit.',
  },
  {
    login: 'leitung.ag4',
    name: 'Sascha Probe',
    organisation: 'Ministerium für Infrastruktur und Digitales',
    code: 'MID',
    kind: 'land',
    about: 'Leitet die AG 4 Kommunikation und entscheidet über Anfragen.',
  },
  {
    login: 'redaktion.land',
    name: 'Toni Vorlage',
    organisation: 'Ministerium für Infrastruktur und Digitales',
    code: 'MID',
    kind: 'land',
    about: 'Redaktion des Landes: richtet Arbeitsgruppen ein und entscheidet über Vorschläge.',
  },
  {
    login: 'fach.inneres',
    name: 'Jo Exempel',
    organisation: 'Ministerium für Inneres und Sport',
    code: 'MI',
    kind: 'land',
    about: 'Fachreferat eines Ressorts.',
  },
  {
    login: 'admin.land',
    name: 'Robin Entwurf',
    organisation: 'Ministerium für Infrastruktur und Digitales',
    code: 'MID',
    kind: 'land',
    about: 'Verwaltet Personen, Rollen und Texte der Plattform.',
  },
  {
    login: 'gast.kitu',
    name: 'Chris Fiktiv',
    organisation: 'KITU',
    code: 'KIT',
    kind: 'other',
    about: 'Gast eines IT-Dienstleisters in einer Arbeitsgruppe, bis zu einem Datum.',
  },
  {
    login: 'neu.magdeburg',
    name: 'Pat Anfang',
    organisation: 'noch keine',
    code: '?',
    kind: 'other',
    about: 'Meldet sich zum ersten Mal an und fragt bei der eigenen Verwaltung an.',
  },
];
