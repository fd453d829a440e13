import type { OrganisationKind } from '@kollab/contract';

export const kindWords: Record<OrganisationKind, string> = {
  LAND_MINISTRY: 'Ministerium',
  LAND_AUTHORITY: 'Landesbehörde',
  LANDKREIS: 'Landkreis',
  KREISFREIE_STADT: 'Kreisfreie Stadt',
  EINHEITSGEMEINDE: 'Einheitsgemeinde',
  VERBANDSGEMEINDE: 'Verbandsgemeinde',
  MITGLIEDSGEMEINDE: 'Mitgliedsgemeinde',
  ASSOCIATION: 'Verband',
  IT_PROVIDER: 'IT-Dienstleister',
  BUND: 'Bund',
  OTHER_LAND: 'Anderes Land',
  OTHER: 'Weitere Stelle',
};

/** What the directory can be narrowed to, by the word in the address. */
export const kindFilters: Record<string, { label: string; kinds: OrganisationKind[] }> = {
  staedte: { label: 'Kreisfreie Städte', kinds: ['KREISFREIE_STADT'] },
  kreise: { label: 'Landkreise', kinds: ['LANDKREIS'] },
  einheitsgemeinden: { label: 'Einheitsgemeinden', kinds: ['EINHEITSGEMEINDE'] },
  verbandsgemeinden: { label: 'Verbandsgemeinden', kinds: ['VERBANDSGEMEINDE'] },
  mitgliedsgemeinden: { label: 'Mitgliedsgemeinden', kinds: ['MITGLIEDSGEMEINDE'] },
  land: { label: 'Land', kinds: ['LAND_MINISTRY', 'LAND_AUTHORITY'] },
  weitere: { label: 'Verbände, IT-Dienstleister und Weitere', kinds: ['ASSOCIATION', 'IT_PROVIDER', 'BUND', 'OTHER_LAND', 'OTHER'] },
};

/** 242.000 Einwohnerinnen und Einwohner take too much room in a row. */
export const inhabitants = (count: number): string => `${count.toLocaleString('de-DE')} Einw.`;

/** Only these have a coordination of their own. */
export const isAdministration = (kind: OrganisationKind): boolean =>
  kind === 'LANDKREIS' || kind === 'KREISFREIE_STADT' || kind === 'EINHEITSGEMEINDE' || kind === 'VERBANDSGEMEINDE';
