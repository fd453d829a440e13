import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';

const dist = mkdtempSync(join(tmpdir(), 'kollab-web-'));
const silent = '<!doctype html><title>silent</title><script>\n  parent.postMessage(location.href, location.origin);\n</script>';
const code = `export const text = '${'long enough '.repeat(200)}';`;
let api: Api;

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(dist, 'silent-check-sso.html'), silent);
  writeFileSync(join(dist, 'sw.js'), code);
  writeFileSync(join(dist, 'manifest.webmanifest'), '{}');
  writeFileSync(join(dist, 'assets/a-1.js'), code);
  writeFileSync(join(dist, 'assets/a-1.js.br'), brotliCompressSync(code));
  writeFileSync(join(dist, 'assets/a-1.js.gz'), gzipSync(code));
  writeFileSync(join(dist, 'assets/a-1.js.map'), '{}');
  api = await openApi({ WEB_DIST: dist });
});
afterAll(async () => {
  await api.close();
  rmSync(dist, { recursive: true });
});
const get = (url: string, accepted = 'identity') => api.app.inject({ url, headers: { 'accept-encoding': accepted } });

it('hashed files are kept for ever, and come packed as the build packed them', async () => {
  const [br, gz, plain] = [await get('/assets/a-1.js', 'gzip, br'), await get('/assets/a-1.js', 'gzip'), await get('/assets/a-1.js')];
  expect([br.headers['content-encoding'], gz.headers['content-encoding'], plain.headers['content-encoding']]).toEqual([
    'br',
    'gzip',
    undefined,
  ]);
  expect([br.rawPayload.equals(brotliCompressSync(code)), gz.rawPayload.equals(gzipSync(code)), plain.body]).toEqual([true, true, code]);
  for (const { headers } of [br, gz, plain]) {
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers['vary']).toMatch(/accept-encoding/i);
  }
});

it.each(['/assets/a-1.js.map', '/assets/a-1.js.br', '/assets/gone.js', '/operations.json', '/.vite/manifest.json'])(
  '%s is not there',
  async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  },
);

it.each([
  ['/sw.js', /javascript/],
  ['/manifest.webmanifest', /^application\/manifest\+json/],
])('%s is asked for anew each time', async (url, type) => {
  const { headers, statusCode } = await get(url);
  expect([statusCode, headers['cache-control']]).toEqual([200, 'no-cache']);
  expect(headers['content-type']).toMatch(type);
});

it('any other address is the page, under the one policy', async () => {
  const { body, headers } = await get('/arbeitsgruppen/1');
  expect(body).toContain('<title>page</title>');
  expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
  expect(headers['content-security-policy']).not.toMatch(/unsafe-(inline|eval)/);
});

it('on the page of the silent sign-in only its own script may run', async () => {
  const { body, headers } = await get('/silent-check-sso.html');
  const [script] = body.split('<script>')[1]!.split('</script>');
  const hash = createHash('sha256').update(script!).digest('base64');
  expect(headers['content-security-policy']).toBe(`default-src 'none';script-src 'sha256-${hash}';frame-ancestors 'self'`);
});
