import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboxMail } from '../../generated/prisma/client.ts';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const undelivered = `query($first: Int, $after: String) { undeliveredMails(first: $first, after: $after) {
  total pageInfo { endCursor hasNextPage } nodes { id to purpose failure error attempts givenUpAt } } }`;
const paused = 'query { pausedAddresses { total nodes { id address reason pausedAt } } }';
const retry = 'mutation($id: ID!) { retryMail(id: $id) }';
const resume = 'mutation($id: ID!) { resumeAddress(id: $id) }';
const own = '{ viewer { pausedAddress { address reason } } }';
const resumeOwn = 'mutation { resumeOwnAddress { pausedAddress { address } } }';

let minute = 0;
const givenUp = (data: Partial<OutboxMail> = {}) =>
  api.world.db.outboxMail.create({
    data: {
      key: `notice:${randomUUID()}`,
      to: 'weg@ort.example',
      subject: 'Geheimer Betreff',
      text: 'Geheim',
      failure: 'REFUSED',
      error: '554 5.7.1 Spam',
      attempts: 3,
      givenUpAt: new Date(Date.UTC(2026, 0, 1, 0, ++minute)),
      ...(data as object),
    },
  });
const audited = (action: string) =>
  api.world.db.auditEntry.findMany({ where: { action }, select: { actorId: true, subjectId: true, details: true } });
const jobsOf = async (key: string) => {
  const [{ n }] = await api.world.db.$queryRaw<
    [{ n: number }]
  >`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'mail.send' AND data->>'key' = ${key}`;
  return n;
};

describe('undelivered mails', () => {
  it('are listed for the administration, page by page, without what they say', async () => {
    const { world, get, refusal } = api;
    const [admin, editor] = [await world.official('LAND_ADMIN'), await world.official('LAND_EDITOR')];
    const made = [await givenUp(), await givenUp({ key: `invitation:${randomUUID()}`, failure: 'EXPIRED' }), await givenUp()];
    await givenUp({ givenUpAt: null, failure: null });
    const first = (await get(admin, undelivered, { first: 2 }))['undeliveredMails'];
    expect(first).toMatchObject({
      total: 3,
      pageInfo: { hasNextPage: true },
      nodes: [
        { id: made[2]!.id, to: 'weg@ort.example', purpose: 'notice', failure: 'REFUSED', error: '554 5.7.1 Spam', attempts: 3 },
        { id: made[1]!.id, purpose: 'invitation', failure: 'EXPIRED' },
      ],
    });
    const rest = (await get(admin, undelivered, { first: 2, after: first.pageInfo.endCursor }))['undeliveredMails'];
    expect(rest.nodes.map((m: { id: string }) => m.id)).toEqual([made[0]!.id]);
    expect(JSON.stringify([first, rest])).not.toContain('Geheim');
    expect(await refusal(editor, undelivered)).toBe('forbidden');
    expect(await refusal(null, undelivered)).toBe('unauthenticated');
    expect(await refusal(admin, undelivered, { after: 'quatsch' })).toBe('invalid');
  });

  it('are tried again by the administration alone, with an entry in the log', async () => {
    const { world, get, refusal } = api;
    const [admin, editor] = [await world.official('LAND_ADMIN'), await world.official('LAND_EDITOR')];
    const mail = await givenUp({ nextAt: new Date(0) });
    const onItsWay = await givenUp({ givenUpAt: null, failure: null });
    expect(await refusal(editor, retry, { id: mail.id })).toBe('not_found');
    expect(await refusal(admin, retry, { id: randomUUID() })).toBe('not_found');
    expect(await refusal(admin, retry, { id: onItsWay.id })).toBe('not_found');
    const { id } = await world.db.mailAddress.create({ data: { address: 'weg@ort.example', reason: '550' } });
    expect(await refusal(admin, retry, { id: mail.id })).toBe('mail.address_paused');
    expect(await jobsOf(mail.key)).toBe(0);
    await get(admin, resume, { id });

    expect(await get(admin, retry, { id: mail.id })).toEqual({ retryMail: true });
    expect(await world.db.outboxMail.findUnique({ where: { id: mail.id } })).toMatchObject({
      givenUpAt: null,
      failure: null,
      nextAt: null,
      attempts: 3,
    });
    expect(await jobsOf(mail.key)).toBe(1);
    // It is on its way now.
    expect(await refusal(admin, retry, { id: mail.id })).toBe('not_found');
    expect(await jobsOf(mail.key)).toBe(1);
    expect(await audited('mail.retried')).toEqual([{ actorId: admin.id, subjectId: mail.id, details: { email: 'weg@ort.example' } }]);
  });
});

describe('paused addresses', () => {
  it('are listed for the administration and freed by it, once', async () => {
    const { world, get, refusal } = api;
    const [admin, editor] = [await world.official('LAND_ADMIN'), await world.official('LAND_EDITOR')];
    const { id } = await world.db.mailAddress.create({ data: { address: 'fort@ort.example', reason: '550 5.1.1 Unknown' } });
    expect(await refusal(editor, paused)).toBe('forbidden');
    expect((await get(admin, paused))['pausedAddresses']).toMatchObject({
      total: 1,
      nodes: [{ id, address: 'fort@ort.example', reason: '550 5.1.1 Unknown' }],
    });
    expect(await refusal(editor, resume, { id })).toBe('not_found');
    const before = (await audited('mail.address_resumed')).length;
    expect(await get(admin, resume, { id })).toEqual({ resumeAddress: true });
    expect(await refusal(admin, resume, { id })).toBe('not_found');
    expect((await get(admin, paused))['pausedAddresses'].total).toBe(0);
    expect(await audited('mail.address_resumed')).toHaveLength(before + 1);
  });

  it('are shown to whom they belong, who can say that they work again', async () => {
    const { world, get, refusal } = api;
    const [me, other] = [await world.colleague(), await world.colleague()];
    expect(await get(me, own)).toEqual({ viewer: { pausedAddress: null } });
    for (const { email } of [me, other])
      await world.db.mailAddress.create({ data: { address: email.toLowerCase(), reason: '550 5.1.1 Unknown' } });
    expect(await get(me, own)).toEqual({ viewer: { pausedAddress: { address: me.email, reason: '550 5.1.1 Unknown' } } });
    expect(await refusal(null, resumeOwn)).toBe('unauthenticated');
    expect(await get(me, resumeOwn)).toEqual({ resumeOwnAddress: { pausedAddress: null } });
    expect((await get(other, own))['viewer'].pausedAddress).not.toBeNull();
  });
});
