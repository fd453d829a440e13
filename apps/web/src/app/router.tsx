import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { NotFoundState } from '../ui/states.tsx';
import { ErrorPage } from './error-page.tsx';
import { Gate } from './gate.tsx';
import { behindTheGate, open } from './pages.ts';
import { frameLinksOf } from './sections.ts';
import { Shell } from './shell.tsx';

const withData = async () => ({ Component: (await import('./data.tsx')).Data });

const pages: RouteObject[] = [
  { lazy: withData, children: open },
  { element: <Gate />, children: behindTheGate },
  { path: '*', element: <NotFoundState /> },
];
const links = frameLinksOf(pages);

const door: RouteObject = {
  index: true,
  lazy: async () => {
    const { Door } = await import('./door.tsx');
    return { element: <Door first={links.sections.find((place) => !place.newcomer)?.to ?? '/hilfe'} /> };
  },
};

export const router = createBrowserRouter([
  {
    element: (
      <Shell links={links}>
        <Outlet />
      </Shell>
    ),
    hydrateFallbackElement: <Shell links={links}>{null}</Shell>,
    // The boundary lies inside the frame, so that a broken page leaves the way to the others.
    children: [{ errorElement: <ErrorPage />, children: [door, ...pages] }],
  },
]);
