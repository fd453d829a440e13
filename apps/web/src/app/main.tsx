import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { followTheme } from '../ui/theme.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { catchInstallOffer } from '../features/offline/install-offer.ts';
import { Providers } from './providers.tsx';
import { router } from './router.tsx';
import '../ui/styles/index.scss';

const goBack = (path: string) => void router.navigate(path, { replace: true });

followTheme();
catchInstallOffer();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ToastProvider>
      <Providers onReturn={goBack}>
        <RouterProvider router={router} />
      </Providers>
    </ToastProvider>
  </StrictMode>,
);
