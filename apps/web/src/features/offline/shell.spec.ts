import { expect, test } from '@jest/globals';
import { isNewestOnly, isPage } from './shell.ts';

test.each(['/', '/mein-tag', '/arbeitsgruppen/1/diskussionen/2', '/livestream', '/newsletterei'])(
  '%s may open without a connection',
  (path) => {
    expect(isPage(path)).toBe(true);
  },
);

test.each([
  '/graphql',
  '/live/',
  '/oidc/backchannel-logout',
  '/realms/kollab/protocol/openid-connect/auth',
  '/resources/a/login',
  '/silent-check-sso.html',
  '/config.json',
  '/newsletter',
  '/newsletter/12',
  '/newsletter.atom',
  '/abmelden/abc',
  '/kalender/sprechstunden.ics',
  '/kalender/sprechstunden/geheim',
  '/assets/a-1.js',
  '/explorer.html',
])('%s is left to the server', (path) => {
  expect(isPage(path)).toBe(false);
});

test('a new worker takes over only from a page of its own build that is alone', () => {
  const files = [{ url: '/assets/index-2.js' }];
  expect(isNewestOnly('/assets/index-2.js', 1, files)).toBe(true);
  expect(isNewestOnly('/assets/index-2.js', 2, files)).toBe(false);
  expect(isNewestOnly('/assets/index-1.js', 1, files)).toBe(false);
});
