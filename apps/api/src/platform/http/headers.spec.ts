import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { issuer } from '../../../test/issuer.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** By hand: who needs more says here what, and why. The sign-in service stands at another address. */
const sources: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': `'self' ${new URL(issuer).origin}`,
  'frame-src': `'self' ${new URL(issuer).origin}`,
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': `'self' ${new URL(issuer).origin}`,
  'frame-ancestors': "'self'",
  'require-trusted-types-for': "'script'",
};

const noAddress = ['/%zz', `/kalender/sprechstunden/${'a'.repeat(201)}`];

it.each(['/livez', '/config.json', '/graphql', '/nirgendwo', ...noAddress])(
  'every answer lets in only what is our own: %s',
  async (url) => {
    const { headers } = await api.app.inject({ url });
    const policy = String(headers['content-security-policy']).split(';');
    expect(Object.fromEntries(policy.map((rule) => [rule.split(' ', 1)[0]!, rule.slice(rule.indexOf(' ') + 1)]))).toEqual(sources);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('x-powered-by');
  },
);

it('nobody on the way keeps what is answered to one person', async () => {
  const { headers } = await api.app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ viewer { email } }' } });
  expect(headers['cache-control']).toBe('no-store');
});
