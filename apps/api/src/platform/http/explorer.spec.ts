import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { openApi, type Api } from '../../../test/api.ts';

const dist = mkdtempSync(join(tmpdir(), 'kollab-explorer-'));
beforeAll(() => writeFileSync(join(dist, 'index.html'), '<!doctype html><title>page</title>'));
afterAll(() => rmSync(dist, { recursive: true }));

const addresses = ['/explorer.html', '/explorer/main.js', '/explorer/keycloak.js'];

describe('while developing', () => {
  let api: Api;
  beforeAll(async () => (api = await openApi({ NODE_ENV: 'development', TRUSTED_DOCUMENTS: 'false', WEB_DIST: dist })));
  afterAll(() => api.close());

  it('the explorer and all it loads come from here', async () => {
    const { body, headers, statusCode } = await api.app.inject(addresses[0]!);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toMatch(/html/);
    expect(body).not.toMatch(/(?:https?:)?\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}/i);
    const files = [...body.matchAll(/(?:src|href|from) ?=? ?["']([^"']+\.(?:js|css|svg|ico))["']/g)].map(
      ([, file]) => new URL(file!, 'http://localhost/explorer/').pathname,
    );
    expect(files).toEqual(expect.arrayContaining(addresses.slice(1)));
    for (const file of files) expect([file, (await api.app.inject(file)).statusCode]).toEqual([file, 200]);
  });

  it('only its own scripts may run on it, and nothing else may be reached', async () => {
    const { body, headers } = await api.app.inject(addresses[0]!);
    const scripts = [...body.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
    );
    expect(scripts.length).toBeGreaterThan(1);
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toContain(`script-src 'self' ${scripts.join(' ')}`);
    expect(policy).toContain(`connect-src 'self' ${new URL(process.env['OIDC_ISSUER']!).origin}`);
    expect(policy).toContain("default-src 'none'");
  });

  it('it may read the whole schema', async () => {
    const { data, errors } = await api.ask(null, getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true }));
    expect(errors).toBeUndefined();
    expect((data!['__schema'] as { types: unknown[] }).types.length).toBeGreaterThan(50);
  });

  it('what it does not have is not there', async () => {
    expect((await api.app.inject('/explorer/gone.js')).statusCode).toBe(404);
  });

  it('the pages of the platform keep their policy', async () => {
    expect((await api.app.inject('/')).headers['content-security-policy']).not.toMatch(/unsafe-inline/);
  });
});

describe.each([
  ['in operation', { NODE_ENV: 'production', TRUSTED_DOCUMENTS: 'true' }],
  ['in operation that takes texts', { NODE_ENV: 'production', TRUSTED_DOCUMENTS: 'false' }],
  ['while developing with known documents only', { NODE_ENV: 'development', TRUSTED_DOCUMENTS: 'true' }],
])('%s', (_where, environment) => {
  let api: Api;
  beforeAll(async () => (api = await openApi({ ...environment, WEB_DIST: dist })));
  afterAll(() => api.close());

  it.each(addresses)('%s is not there', async (address) => {
    expect((await api.app.inject(address)).statusCode).toBe(404);
  });
});
