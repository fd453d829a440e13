import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../../test/api.ts';
import { mailsTo, noticeOf, quarter, openMailing, setMailSettings as set, usual, type Mailing } from '../../../test/mailing.ts';
import { queriesOf } from '../../../test/queries.ts';

let mailing: Mailing;
let api: Api;
beforeAll(async () => {
  mailing = await openMailing();
  ({ api } = mailing);
});
afterAll(() => mailing.close());

const at = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`);
const at7 = (day: string) => at(day, '07:00');

describe('the digest', () => {
  it('says what is unread, in four sections, with reason and way, as text and as HTML', async () => {
    const { world } = api;
    const group = await world.group({ name: 'Kommunikation', number: 7 });
    const me = await world.member(group);
    const thread = await world.thread(group, me, { title: 'Newsletter' });
    const sunday = at('2026-11-22', '12:00');
    await noticeOf(api, me, 'REQUEST', sunday, { group, actorName: 'Kim Muster' });
    await noticeOf(api, me, 'QUESTION', sunday, { group, actorName: 'Robin Probe', dueAt: new Date('2026-12-01T12:00:00Z') });
    await noticeOf(api, me, 'DECISION', sunday, { group, cause: 'accepted:1' });
    for (const postNo of [1, 2])
      await noticeOf(api, me, 'POST', sunday, { group, threadId: thread.id, postNo, cause: `post:${postNo}`, actorName: '<b>Sascha</b>' });
    mailing.clock.set(at7('2026-11-23'));
    await quarter(api);
    const [message, ...more] = mailing.caught(me);
    expect(more).toEqual([]);
    expect(message!.subject).toBe('Ihre Zusammenfassung: 4 Hinweise, davon 1 mit Frist');
    const order = [
      'MIT FRIST',
      'Robin Probe möchte',
      'Frist: 01.12.2026.',
      'ZU TUN',
      'Kim Muster möchte',
      'ZUR KENNTNIS',
      'Anfrage wurde angenommen',
      'IM HINTERGRUND',
      '2 neue Beiträge in „Newsletter“',
    ];
    expect(order.map((words) => message!.text.indexOf(words)).toSorted((a, b) => a - b)).toEqual(
      order.map((words) => message!.text.indexOf(words)),
    );
    expect(order.filter((words) => !message!.text.includes(words))).toEqual([]);
    expect(message!.text).toContain('Warum: Sie folgen dem Thema.');
    expect(message!.text).toContain(`/arbeitsgruppen/${group.id}/diskussionen/${thread.id}?beitrag=1`);
    expect(message!.html).toMatch(/<html lang="de">[\s\S]*<h1[\s\S]*<h2[^>]*>Mit Frist<\/h2>\s*<ul/);
    expect(message!.html).toContain('zuletzt von &lt;b&gt;Sascha&lt;/b&gt;');
    expect(message!.html).not.toContain('<b>');
    const header = (name: string) => message!.headers.find((h) => h.name === name)?.value;
    expect(header('List-Unsubscribe')).toMatch(new RegExp(`^<http://localhost:3000/abmelden/${me.id}\\.[\\w-]{43}>$`));
    expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  });

  it('comes once a day, and tells nothing twice', async () => {
    const { world } = api;
    const group = await world.group();
    const me = await world.colleague();
    const first = await noticeOf(api, me, 'DECISION', at('2026-11-23', '06:00'), { group, cause: 'accepted:2' });
    mailing.clock.set(at7('2026-11-23'));
    // However often the job runs, and if it runs twice at once.
    await Promise.all([quarter(api), quarter(api)]);
    mailing.clock.set(at('2026-11-23', '07:15'));
    const second = await noticeOf(api, me, 'REQUEST', at('2026-11-23', '07:01'), { group });
    await quarter(api);
    expect(mailing.caught(me)).toHaveLength(1);
    expect(await world.db.digestSlot.findMany({ where: { personId: me.id } })).toMatchObject([{ day: '2026-11-23', notices: 1 }]);
    mailing.clock.set(at7('2026-11-24'));
    await quarter(api);
    const [newest, oldest] = mailing.caught(me);
    expect([oldest?.subject, newest?.subject]).toEqual(['Ihre Zusammenfassung: ein Hinweis', 'Ihre Zusammenfassung: ein Hinweis']);
    expect(newest?.text).toContain(second.actorName);
    const mailed = await world.db.notice.findMany({ where: { personId: me.id }, orderBy: { createdAt: 'asc' } });
    expect(mailed.map((n) => [n.id, n.mailedAt])).toEqual([
      [first.id, at7('2026-11-23')],
      [second.id, at7('2026-11-24')],
    ]);
    // Nothing new: no mail, and the day is done with.
    mailing.clock.set(at7('2026-11-25'));
    await quarter(api);
    expect(mailing.caught(me)).toHaveLength(2);
    expect(await world.db.digestSlot.count({ where: { personId: me.id } })).toBe(3);
  });

  it('leaves out what was read, and what may not be read any more', async () => {
    const { world } = api;
    const hidden = await world.group({ name: 'Verborgen', visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    const [me, gone] = [await world.member(hidden), await world.member(hidden)];
    for (const person of [me, gone]) {
      await noticeOf(api, person, 'DECISION', at('2026-11-25', '12:00'), { group: hidden, cause: `accepted:${person.id}` });
      await noticeOf(api, person, 'REQUEST', at('2026-11-25', '12:00'), { group: hidden, readAt: at('2026-11-25', '13:00') });
    }
    await world.db.groupMembership.updateMany({ where: { personId: gone.id }, data: { status: 'REMOVED' } });
    mailing.clock.set(at7('2026-11-26'));
    await quarter(api);
    expect(mailing.caught(me)).toMatchObject([
      { subject: 'Ihre Zusammenfassung: ein Hinweis', text: expect.stringContaining('Verborgen') },
    ]);
    expect(mailing.caught(gone)).toEqual([]);
    expect(await world.db.notice.count({ where: { personId: gone.id, mailedAt: { not: null } } })).toBe(0);
  });

  it('comes at the days and the hour that were chosen; after a day off with all that waited', async () => {
    const { world, get } = api;
    const group = await world.group();
    const [me, never] = [await world.colleague(), await world.colleague()];
    // Holidays: Friday the 25th and Saturday the 26th of December, and Friday the 1st of January.
    await get(me, set, { input: { ...usual, days: [5, 1], hour: 16 } });
    await get(never, set, { input: { ...usual, on: false } });
    for (const person of [me, never]) await noticeOf(api, person, 'REQUEST', at('2026-12-22', '12:00'), { group });
    const days = ['2026-12-24', '2026-12-25', '2026-12-27', '2026-12-28', '2026-12-29', '2027-01-01', '2027-01-04'];
    const came: string[] = [];
    for (const day of days) {
      for (const hour of ['07', '16']) {
        await noticeOf(api, me, 'REQUEST', at(day, `${hour}:00`), { group });
        const before = mailing.caught(me).length;
        mailing.clock.set(at(day, `${hour}:00`));
        await quarter(api);
        if (mailing.caught(me).length > before) came.push(`${day} ${hour} ${mailing.caught(me)[0]!.subject}`);
      }
    }
    expect(came).toEqual(['2026-12-28 16 Ihre Zusammenfassung: 9 Hinweise', '2027-01-04 16 Ihre Zusammenfassung: 6 Hinweise']);
    expect(mailing.caught(never)).toEqual([]);
    // Switched on again, nobody gets what happened meanwhile.
    mailing.clock.set(at('2027-01-04', '12:00'));
    await get(never, set, { input: usual });
    await noticeOf(api, never, 'REQUEST', at('2027-01-04', '13:00'), { group });
    mailing.clock.set(at7('2027-01-05'));
    await quarter(api);
    expect(mailing.caught(never)).toMatchObject([{ subject: 'Ihre Zusammenfassung: ein Hinweis' }]);
  });

  it('is made late when the worker stood still, but not the next morning', async () => {
    const { world } = api;
    const group = await world.group();
    const me = await world.colleague();
    await noticeOf(api, me, 'REQUEST', at('2027-01-11', '06:00'), { group });
    mailing.clock.set(at('2027-01-11', '11:00'));
    await quarter(api);
    expect(mailing.caught(me)).toEqual([]);
    mailing.clock.set(at('2027-01-12', '10:45'));
    await quarter(api);
    expect(mailing.caught(me)).toHaveLength(1);
  });

  it('stays as it was when nothing of it could be stored', async () => {
    const { world } = api;
    const group = await world.group();
    const me = await world.colleague();
    const { id } = await noticeOf(api, me, 'REQUEST', at('2027-01-13', '06:00'), { group });
    const failing = `CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full'; END $$`;
    await world.db.$executeRawUnsafe(failing);
    await world.db.$executeRawUnsafe('CREATE TRIGGER fails BEFORE INSERT ON outbox_mail FOR EACH ROW EXECUTE FUNCTION fails()');
    mailing.clock.set(at7('2027-01-13'));
    await expect(quarter(api)).rejects.toThrow('digests could not be made');
    expect(await world.db.digestSlot.count({ where: { personId: me.id } })).toBe(0);
    expect(await world.db.notice.findUnique({ where: { id } })).toMatchObject({ mailedAt: null });
    await world.db.$executeRawUnsafe('DROP TRIGGER fails ON outbox_mail');
    await quarter(api);
    expect(mailing.caught(me)).toHaveLength(1);
  });

  it('is left to another worker when this one stops', async () => {
    const { world, app } = api;
    const group = await world.group();
    const me = await world.colleague();
    await noticeOf(api, me, 'REQUEST', at('2027-01-13', '10:00'), { group });
    mailing.clock.set(at7('2027-01-14'));
    const { Digests } = await import('./digest.service.ts');
    await expect(app.get(Digests).due(AbortSignal.abort(new Error('stopping')))).rejects.toThrow('stopping');
    expect(await world.db.digestSlot.count({ where: { personId: me.id, day: '2027-01-14' } })).toBe(0);
    await quarter(api);
    expect(mailing.caught(me)).toHaveLength(1);
  });

  it('asks for everybody who is due in one query a batch', async () => {
    const { world } = api;
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    const run = async (instant: Date) => {
      mailing.clock.set(instant);
      await api.app.get(Jobs).send({ name: 'mailing.due' }, {});
      return queriesOf(() => api.work());
    };
    await run(at('2027-01-14', '07:00'));
    const one = await run(at('2027-01-14', '07:15'));
    for (let i = 0; i < 30; i++) await world.colleague();
    await run(at('2027-01-14', '07:30'));
    expect(await run(at('2027-01-14', '07:45'))).toBe(one);
  });

  it('forgets its days after three months', async () => {
    const { world, work } = api;
    const me = await world.colleague();
    const days = (n: number) => new Date(Date.now() - n * 86_400_000);
    await world.db.digestSlot.createMany({
      data: [
        { personId: me.id, day: '2026-01-01', at: days(91), notices: 0 },
        { personId: me.id, day: '2026-01-02', at: days(89), notices: 0 },
      ],
    });
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    await api.app.get(Jobs).send({ name: 'mailing.forget' }, {});
    await work();
    expect((await world.db.digestSlot.findMany({ where: { personId: me.id } })).map((slot) => slot.day)).toEqual(['2026-01-02']);
    expect(await mailsTo(api, me)).toEqual([]);
  });
});
