import { join } from 'node:path';
import type { PlaywrightTestConfig } from '@playwright/test';
import { chromium } from '@kollab/devstack';
import { ports } from './ports.ts';

const executablePath = process.env['KOLLAB_CHROMIUM'] ?? (await chromium(join(import.meta.dirname, '../../.data')));

/** What every run in a browser shares. `serve`: the program that serves the platform for it. */
export const base = (serve: string, patience: number): PlaywrightTestConfig => ({
  fullyParallel: true,
  workers: 2,
  // On a busy machine a journey may miss a moment: it is named flaky, and has to pass when it is tried again.
  retries: process.env['CI'] ? 2 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env['CI'],
  outputDir: 'test-results/artifacts',
  use: {
    baseURL: `http://localhost:${ports.web}`,
    locale: 'de-DE',
    // Not Berlin's: times on the screen are Berlin's whatever the browser's zone.
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 800 },
    trace: 'off',
    screenshot: 'only-on-failure',
    // Journeys and sweeps stand between page and server; whoever tests the worker itself lets it run.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `node --disable-warning=ExperimentalWarning ${serve}`,
    url: `http://localhost:${ports.control}/ready`,
    timeout: patience,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 },
    stdout: 'pipe',
  },
});
