import { matchRoutes, type RouteObject } from 'react-router';
import type { IconName } from '../ui/icon.tsx';

export type PlaceKey = 't' | 'w' | 'a' | 's' | 'm' | 'k' | 'v' | 'h';

export type Place = {
  to: string;
  label: string;
  /** On the phone's bottom bar and in the narrow navigation. */
  short?: string;
  icon: IconName;
  /** Addresses that belong here too. */
  also?: readonly string[];
  /** `g`, then this letter, goes there. */
  key: PlaceKey;
  /** Only for those who may administer. */
  admin?: true;
  /** Only for those who have no place anywhere yet, and their only one. */
  newcomer?: true;
};

const places: readonly Place[] = [
  { to: '/ankommen', label: 'Willkommen', icon: 'login', key: 'w', newcomer: true },
  { to: '/mein-tag', label: 'Mein Tag', icon: 'today', key: 't' },
  { to: '/arbeitsgruppen', label: 'Arbeitsgruppen', short: 'Gruppen', icon: 'group', key: 'a' },
  { to: '/sprechstunden', label: 'Sprechstunden', icon: 'forum', key: 's', also: ['/fragen', '/faq'] },
  { to: '/mitteilungen', label: 'Mitteilungen', icon: 'campaign', key: 'm', also: ['/newsletter'] },
  { to: '/kommunen', label: 'Kommunen', icon: 'location-city', key: 'k' },
  { to: '/verwaltung', label: 'Verwaltung', icon: 'settings', key: 'v', admin: true },
];

/** Whether an address lies within a section. */
export const liesIn = ({ to, also = [] }: Place, path: string): boolean =>
  [to, ...also].some((part) => path === part || path.startsWith(`${part}/`));

const exists = (routes: RouteObject[], to: string): boolean => matchRoutes(routes, to)?.at(-1)?.route.path !== '*';

const legal = [
  { to: '/newsletter', label: 'Newsletter' },
  { to: '/impressum', label: 'Impressum' },
  { to: '/datenschutz', label: 'Datenschutz' },
  { to: '/barrierefreiheit', label: 'Barrierefreiheit' },
  { to: '/barriere-melden', label: 'Barriere melden' },
  { to: '/hilfe', label: 'Hilfe' },
] as const;

/** All that the frame links to: only what has a page. */
export type FrameLinks = {
  sections: readonly Place[];
  legal: readonly { to: string; label: string }[];
  notices: string | null;
  account: string | null;
};

export const frameLinksOf = (routes: RouteObject[]): FrameLinks => ({
  sections: places.filter((place) => exists(routes, place.to)),
  legal: legal.filter((link) => exists(routes, link.to)),
  notices: exists(routes, '/hinweise') ? '/hinweise' : null,
  account: exists(routes, '/konto') ? '/konto' : null,
});
