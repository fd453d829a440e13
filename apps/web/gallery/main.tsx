import { createRoot } from 'react-dom/client';
import { createHashRouter, Outlet, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ShellDataContext, nobody, type ShellData } from '../src/app/shell-data.ts';
import { frameLinksOf } from '../src/app/sections.ts';
import { Shell } from '../src/app/shell.tsx';
import { BarrierForm } from '../src/features/site/barrier-form.tsx';
import { SiteDataContext } from '../src/features/site/site-data.ts';
import { StartPage } from '../src/features/site/start-page.tsx';
import { followTheme } from '../src/ui/theme.ts';
import { ToastProvider } from '../src/ui/toast.tsx';
import { PageHeader } from '../src/ui/page-header.tsx';
import { NotFoundState } from '../src/ui/states.tsx';
import { GroupSample } from './group-sample.tsx';
import { ThreadSample } from './thread-sample.tsx';
import { Widgets } from './widgets.tsx';
import '../src/ui/styles/index.scss';

const halle: ShellData = {
  ...nobody,
  viewer: {
    name: 'Kim Muster',
    organisation: { name: 'Stadt Halle (Saale)', code: 'HAL', kind: 'mine' },
    sign: '15002000',
    newcomer: false,
    mayAdminister: true,
    organisations: [
      { id: '1', name: 'Stadt Halle (Saale)', current: true },
      { id: '2', name: 'Saalekreis', current: false },
    ],
  },
  news: { '/arbeitsgruppen': 6 },
  newNotices: 3,
  pinned: [
    { to: '/arbeitsgruppen/4', label: 'AG 4 Kommunikation', news: 5 },
    { to: '/arbeitsgruppen/5', label: 'AG 5 Technik', news: 1 },
  ],
  remark: 'Vorführung mit erfundenen Personen und Inhalten',
};

const barrier = (
  <>
    <PageHeader title="Barriere melden" />
    <BarrierForm state="open" onSend={console.log} />
  </>
);
const pages: RouteObject[] = [
  { path: 'mein-tag', element: <Widgets /> },
  { path: 'arbeitsgruppen', element: <GroupSample /> },
  { path: 'arbeitsgruppen/:id/*', element: <ThreadSample /> },
  { path: 'kommunen', element: <NotFoundState /> },
  { path: 'verwaltung', element: barrier },
  { path: 'hinweise', element: <NotFoundState /> },
  { path: 'konto', element: <NotFoundState /> },
  { path: 'impressum', element: <NotFoundState /> },
  { path: 'datenschutz', element: <NotFoundState /> },
  { path: 'barrierefreiheit', element: <NotFoundState /> },
  { path: 'barriere-melden', element: barrier },
  { path: 'hilfe', element: <NotFoundState /> },
];
const links = frameLinksOf(pages);
const frame = (data: ShellData) => (
  <ShellDataContext value={data}>
    <Shell links={links}>
      <Outlet />
    </Shell>
  </ShellDataContext>
);

const demo = {
  signIn: console.log,
  askParticipation: () => Promise.resolve({ keys: ['15002', '15003', '15081', '15090515', '15088220'], administrations: 133 }),
  demoAccounts: [
    {
      login: 'koordination.halle',
      name: 'Kim Muster',
      organisation: 'Stadt Halle (Saale)',
      code: 'HAL',
      kind: 'other',
      about: 'OZG-Koordination',
    },
    { login: 'redaktion.land', name: 'Jo Exempel', organisation: 'Redaktion des Landes', code: 'MID', kind: 'land', about: 'Mitteilungen' },
  ],
} as const;

const router = createHashRouter([
  { element: frame(halle), children: pages },
  { element: frame({ ...halle, connection: 'lost' }), children: [{ path: 'getrennt', element: <Widgets /> }] },
  { element: frame({ ...nobody, remark: halle.remark }), children: [{ index: true, element: <StartPage /> }] },
]);

followTheme();
createRoot(document.getElementById('root')!).render(
  <SiteDataContext value={demo}>
    <ToastProvider>
      <RouterProvider router={router} />
    </ToastProvider>
  </SiteDataContext>,
);
