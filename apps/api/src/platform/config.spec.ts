import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pushKeys } from '@kollab/devstack';
import { parse } from 'yaml';
import { configSchema, readConfig } from './config.ts';

const root = join(import.meta.dirname, '../../../..');
const example = readFileSync(join(root, '.env.example'), 'utf8');
const named = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value.replace(/^"|"$/g, '')] as const);
/** What docker-compose.yml reads and the API does not. */
const composeOnly = ['POSTGRES_PASSWORD', 'KEYCLOAK_ADMIN', 'KEYCLOAK_ADMIN_PASSWORD', 'HTTP_PORT'];

describe('.env.example', () => {
  it('names every key of the configuration, and no other', () => {
    const keys = named.map(([key]) => key).filter((key) => !composeOnly.includes(key));
    expect(keys.toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
  });

  it('is a configuration', () => {
    expect(readConfig(Object.fromEntries(named)).PUBLIC_URL).toBe('http://localhost:8080');
  });

  it('names every variable that the compose file asks for, and the compose file hands on each of them', () => {
    const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
    const asked = new Set([...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, key = '']) => key));
    const keys = new Set(named.map(([key]) => key));
    expect([...asked].filter((key) => !keys.has(key))).toEqual([]);
    const { services } = parse(compose, { merge: true }) as { services: Record<string, { environment?: Record<string, string> }> };
    // The image sets these two itself; the demonstration's sign-ins are none of a real installation's.
    const left = Object.keys(configSchema.shape).filter((key) => !['NODE_ENV', 'WEB_DIST', 'DEMO'].includes(key));
    expect(Object.keys(services['api-1']?.environment ?? {}).toSorted()).toEqual(left.toSorted());
  });
});

describe('the configuration', () => {
  it('says what does not fit, in one line', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://x', PORT: '99999' })).toThrow(/^Configuration: DATABASE_URL: .*; PORT: /);
  });

  it('has the keys of messages to browsers whole and fitting, or not at all', () => {
    const given = (keys: object) => () => readConfig({ DATABASE_URL: 'postgresql://localhost/x', ...keys });
    const [keys, others] = [pushKeys(), pushKeys()];
    expect(given(keys)()).toMatchObject(keys);
    expect(given({})().VAPID_PUBLIC_KEY).toBeUndefined();
    for (const name of Object.keys(keys)) expect(given({ ...keys, [name]: '' })).toThrow(/set VAPID_PUBLIC_KEY, .*, or none of them/);
    expect(given({ ...keys, VAPID_PUBLIC_KEY: others.VAPID_PUBLIC_KEY })).toThrow(/is not the public key of VAPID_PRIVATE_KEY/);
    for (const key of ['A'.repeat(43), '_'.repeat(43)]) expect(given({ ...keys, VAPID_PRIVATE_KEY: key })).toThrow(/is not the public key/);
    for (const [name, value] of [
      ['VAPID_PUBLIC_KEY', 'x'],
      ['VAPID_PRIVATE_KEY', 'x'],
      ['VAPID_SUBJECT', 'betrieb@land.example'],
    ] as const)
      expect(given({ ...keys, [name]: value })).toThrow(`Configuration: ${name}: `);
  });
});
