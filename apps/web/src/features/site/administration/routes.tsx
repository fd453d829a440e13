import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const TextsPage = lazy(async () => ({ default: (await import('./texts-page.tsx')).TextsPage }));
const TextEditPage = lazy(async () => ({ default: (await import('./text-edit-page.tsx')).TextEditPage }));
const BarriersPage = lazy(async () => ({ default: (await import('./barriers-page.tsx')).BarriersPage }));

/** What LAND_ADMIN does with the texts and reports. */
export const administrationParts: RouteObject[] = [
  { path: 'texte', element: <TextsPage /> },
  { path: 'texte/:key', element: <TextEditPage /> },
  { path: 'barrieren', element: <BarriersPage /> },
];
