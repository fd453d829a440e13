import { defineConfig } from '@playwright/test';
import { base } from './playwright.base.ts';

/** Against the real Keycloak: `npm run test:keycloak`, since it fetches and starts that server. */
export default defineConfig(base('serve-keycloak.ts', 600_000), {
  testDir: 'keycloak',
  workers: 1,
  timeout: 120_000,
  reporter: [['line']],
});
