import type { RouteObject } from 'react-router';
import { administrationParts as mailing } from '../features/mailing/administration.tsx';
import { administrationParts as people } from '../features/people/administration/routes.tsx';
import { administrationParts as privacy } from '../features/privacy/routes.tsx';
import { administrationParts as site } from '../features/site/administration/routes.tsx';

/** All below `/verwaltung`, one line a feature. */
export const administrationParts: RouteObject[] = [...people, ...site, ...mailing, ...privacy];
