import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { setMailSettings as set, usual } from '../../../test/mailing.ts';
import type { Someone } from '../../../test/world.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const settings = '{ viewer { mailSettings { on days hour quietFrom quietTo } } }';
const link = 'query($token: String!) { mailsOffLink(token: $token) }';
const off = 'mutation($token: String!) { switchMailsOff(token: $token) }';

async function tokenOf(person: Someone): Promise<string> {
  const { MailSettings } = await import('./settings.service.ts');
  return api.app.get(MailSettings).offTokenOf(person.id);
}

describe('settings', () => {
  it('are one’s own, with what is usual until somebody changes it', async () => {
    const { world, get, refusal } = api;
    const [me, other] = [await world.colleague(), await world.colleague()];
    expect((await get(me, settings))['viewer'].mailSettings).toEqual(usual);
    const mine = { on: true, days: [5, 2], hour: 16, quietFrom: 12, quietTo: 13 };
    expect((await get(me, set, { input: mine }))['setMailSettings'].mailSettings).toEqual({ ...mine, days: [2, 5] });
    expect((await get(other, settings))['viewer'].mailSettings).toEqual(usual);
    expect(await refusal(null, set, { input: mine })).toBe('unauthenticated');
    const wrong = [
      { days: [] },
      { days: [0] },
      { days: [8] },
      { days: [1, 1] },
      { hour: 24 },
      { hour: -1 },
      { quietFrom: 24 },
      { quietTo: -1 },
    ];
    for (const input of wrong) expect([input, await refusal(me, set, { input: { ...mine, ...input } })]).toEqual([input, 'invalid']);
    expect((await get(me, settings))['viewer'].mailSettings).toEqual({ ...mine, days: [2, 5] });
  });
});

describe('the link in each mail', () => {
  const post = (token: string) =>
    api.app.inject({
      method: 'POST',
      url: `/abmelden/${token}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
  const isOn = async (person: Someone) => (await api.get(person, settings))['viewer'].mailSettings.on;

  it('switches mails off with one click, without sign-in, as often as it is clicked', async () => {
    const me = await api.world.colleague();
    const token = await tokenOf(me);
    expect(await api.get(me, link, { token })).toEqual({ mailsOffLink: true });
    // Looking alone changes nothing: mail scanners follow links.
    expect(await isOn(me)).toBe(true);
    for (const _ of [1, 2]) {
      const answer = await post(token);
      expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('keine E-Mails zu Hinweisen mehr')]);
    }
    expect(await isOn(me)).toBe(false);
  });

  it('works on the page too', async () => {
    const me = await api.world.colleague();
    const token = await tokenOf(me);
    expect((await api.ask(null, link, { token })).data).toEqual({ mailsOffLink: true });
    expect((await api.ask(null, off, { token })).data).toEqual({ switchMailsOff: true });
    expect(await isOn(me)).toBe(false);
  });

  it('does nothing when it is forged, and soon not even that', async () => {
    const [me, other] = [await api.world.colleague(), await api.world.colleague()];
    const [mine, theirs] = [await tokenOf(me), await tokenOf(other)];
    const [, signed] = mine.split('.');
    const forged = [
      `${other.id}.${signed}`,
      `${me.id}.`,
      me.id,
      `${me.id}.${signed}x`,
      `${randomUUID()}.${signed}`,
      `${mine}.${signed}`,
      'x',
    ];
    for (const token of forged) expect([token, await api.refusal(null, link, { token })]).toEqual([token, 'not_found']);
    for (const token of forged) expect([token, await api.refusal(null, off, { token })]).toEqual([token, 'not_found']);
    const answer = await post(forged[0]!);
    expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('Nichts wurde geändert')]);
    const codes = [];
    for (let i = 0; i < 10; i++) codes.push(await api.refusal(null, off, { token: forged[0]! }));
    expect(codes.at(-1)).toBe('rate_limited');
    expect((await post(forged[0]!)).statusCode).toBe(429);
    expect([await isOn(me), await isOn(other)]).toEqual([true, true]);
    // Who has a good one is not held up by that.
    expect((await post(theirs)).statusCode).toBe(200);
    expect([await isOn(me), await isOn(other)]).toEqual([true, false]);
  });
});
