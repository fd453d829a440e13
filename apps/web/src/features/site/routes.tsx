import type { RouteObject } from 'react-router';

const text = (path: string, textKey: 'IMPRESSUM' | 'DATENSCHUTZ', title: string): RouteObject => ({
  path,
  lazy: async () => {
    const { TextPage } = await import('./text-page.tsx');
    return { element: <TextPage key={textKey} textKey={textKey} title={title} /> };
  },
});

/** Open to everybody, signed in or not. */
export const routes: RouteObject[] = [
  { path: 'anmelden', lazy: async () => ({ Component: (await import('./start-page.tsx')).StartPage }) },
  { path: 'hilfe', lazy: async () => ({ Component: (await import('./help-page.tsx')).HelpPage }) },
  text('impressum', 'IMPRESSUM', 'Impressum'),
  text('datenschutz', 'DATENSCHUTZ', 'Datenschutz'),
  { path: 'barrierefreiheit', lazy: async () => ({ Component: (await import('./accessibility-page.tsx')).AccessibilityPage }) },
  { path: 'barriere-melden', lazy: async () => ({ Component: (await import('./barrier-page.tsx')).BarrierPage }) },
];
