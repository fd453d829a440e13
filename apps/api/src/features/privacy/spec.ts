import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { queriesOf } from '../../../test/queries.ts';
import { OwnData, type OwnSection } from '../../platform/own-data.ts';
import { auditSentences } from './sentences.ts';

let api: Api;
let sections: readonly OwnSection[];
beforeAll(async () => {
  api = await openApi();
  sections = api.app.get(OwnData).sections;
});
afterAll(() => api.close());

const list = `query($filter: AuditFilter, $first: Int, $after: String) { auditEntries(filter: $filter, first: $first, after: $after) {
  total pageInfo { endCursor hasNextPage } nodes { id at actorName action sentence subjectKind subjectId } } }`;
const exporting = 'mutation { exportOwnData { name text } }';
const entry = (data: { action: string; actorId?: string; subjectKind?: string; subjectId?: string; details?: object; at?: Date }) =>
  api.world.db.auditEntry.create({ data: { subjectKind: 'group', subjectId: randomUUID(), details: {}, ...data } });

describe('the audit log', () => {
  it('is read by LAND_ADMIN and AUDITOR, and by nobody else', async () => {
    const { world, refusal } = api;
    for (const role of ['LAND_ADMIN', 'AUDITOR'] as const) expect(await refusal(await world.official(role), list)).toBeUndefined();
    for (const role of ['LAND_EDITOR', 'LAND_EXPERT', 'MODERATOR', 'PRIVACY_OFFICER'] as const)
      expect(await refusal(await world.official(role), list)).toBe('forbidden');
    expect(await refusal(await world.colleague(undefined, 'COORDINATOR'), list)).toBe('forbidden');
    expect(await refusal(null, list)).toBe('unauthenticated');
  });

  it('tells in sentences who did what, newest first, by pages and filters', async () => {
    const { world, get } = api;
    const auditor = await world.official('AUDITOR');
    const [admin, person] = [await world.person('Alex Beispiel'), await world.person('Kim Muster')];
    const group = await world.group({ name: 'Kommunikation', number: 4 });
    const at = (day: number) => new Date(Date.UTC(2031, 0, day));
    await entry({ action: 'role.granted', actorId: admin.id, details: { person: 'Kim Muster', role: 'LAND_EDITOR' }, at: at(1) });
    await entry({ action: 'group.read_with_reason', actorId: admin.id, subjectId: group.id, details: { reason: 'Beschwerde' }, at: at(2) });
    await entry({ action: 'group.member_removed', subjectId: group.id, details: { personId: person.id, reason: '' }, at: at(3) });
    const filter = { from: at(1).toISOString(), to: at(4).toISOString() };
    const first = (await get(auditor, list, { filter, first: 2 }))['auditEntries'];
    const second = (await get(auditor, list, { filter, first: 2, after: first.pageInfo.endCursor }))['auditEntries'];
    expect(first).toMatchObject({ total: 3, pageInfo: { hasNextPage: true } });
    expect([...(first.nodes as Data[]), ...(second.nodes as Data[])].map((e) => [e['actorName'], e['sentence']])).toEqual([
      ['System', 'Die Mitgliedschaft von Kim Muster in „AG 4 Kommunikation“ wurde beendet.'],
      ['Alex Beispiel', '„AG 4 Kommunikation“ wurde mit Begründung gelesen. Grund: Beschwerde'],
      ['Alex Beispiel', 'Kim Muster hat jetzt die Rolle Landesredaktion.'],
    ]);
    const found = async (more: object) =>
      ((await get(auditor, list, { filter: { ...filter, ...more } }))['auditEntries'].nodes as Data[]).map((e) => e['action']);
    expect(await found({ text: 'alex' })).toEqual(['group.read_with_reason', 'role.granted']);
    expect(await found({ text: 'kim muster' })).toEqual(['role.granted']);
    expect(await found({ action: 'group.member_removed' })).toEqual(['group.member_removed']);
    expect(await found({ text: '%' })).toEqual([]);
  });

  it('costs as many queries for fifty as for one', async () => {
    const { world, get } = api;
    const auditor = await world.official('AUDITOR');
    for (let i = 0; i < 50; i++)
      await entry({ action: 'group.member_removed', actorId: (await world.person()).id, details: { personId: (await world.person()).id } });
    const one = await queriesOf(() => get(auditor, list, { first: 1 }));
    expect(one).toBeGreaterThan(1);
    expect(await queriesOf(() => get(auditor, list, { first: 50 }))).toBe(one);
  });

  it('has a sentence for every action that the code writes', () => {
    const root = join(import.meta.dirname, '..');
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts') && !f.endsWith('spec.ts'));
    const written = sources.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return text.includes('tx.audit(') ? [...text.matchAll(/action: '([a-z_]+\.[a-z_]+)'/g)].map((m) => m[1]!) : [];
    });
    expect(written.length).toBeGreaterThan(10);
    expect([...new Set(written)].filter((action) => !auditSentences[action])).toEqual([]);
  });
});

describe('the export of one’s own data', () => {
  it('stands for every table that holds a person', async () => {
    const columns = await api.world.db.$queryRaw<{ table: string; column: string }[]>`
      SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
       WHERE c.table_schema = 'public'
         AND (c.column_name ~ '(^|_)(person_id|by_id|author_id|actor_id|acts_for_id)$' OR c.column_name IN ('email', 'to', 'contact', 'target_id')
              OR EXISTS (SELECT FROM information_schema.key_column_usage k
                          JOIN information_schema.referential_constraints r ON r.constraint_name = k.constraint_name
                          JOIN information_schema.table_constraints u ON u.constraint_name = r.unique_constraint_name AND u.table_name = 'person'
                         WHERE k.table_name = c.table_name AND k.column_name = c.column_name))`;
    expect(columns.length).toBeGreaterThan(25);
    // Each of these columns decides in its table's section what belongs to the person, or lies in the person's own row.
    const missing = columns.filter(
      ({ table, column }) => !sections.some((s) => s.table === table && (table === 'person' || s.where.includes(column))),
    );
    expect(missing.map(({ table, column }) => `${table}.${column}: no module holds a section that asks for it`)).toEqual([]);
  });

  it('holds what is stored about the viewer, and nothing of others', async () => {
    const { world, get } = api;
    const group = await world.group({ name: 'Meine Gruppe' });
    const [me, other] = [await world.member(group), await world.member(group)];
    const thread = await world.thread(group, me, { title: 'Mein Thema' });
    await world.posts(thread, me, 2);
    await world.posts(thread, other, 1);
    const [foreign] = await world.db.post.findMany({ where: { authorId: other.id } });
    await world.db.post.update({ where: { id: foreign!.id }, data: { deletedById: me.id, body: 'Text eines anderen' } });
    const [own] = await world.db.post.findMany({ where: { authorId: me.id } });
    await world.db.postRevision.create({ data: { postId: own!.id, version: 1, body: 'Frühere Fassung', at: new Date() } });
    await world.db.mention.create({ data: { postId: foreign!.id, kind: 'PERSON', targetId: me.id } });
    await world.db.draft.create({ data: { personId: me.id, key: `reply:${thread.id}`, body: 'Mein Entwurf' } });
    await world.db.draft.create({ data: { personId: other.id, key: `reply:${thread.id}`, body: 'Fremder Entwurf' } });
    await world.db.outboxMail.create({ data: { key: 'x', to: me.email, subject: 'Betreff', text: 'geheimer Text', html: '' } });
    await world.db.invitation.create({ data: { tokenHash: 'geheimer-hash', email: me.email, expiresAt: new Date() } });

    const file = (await get(me, exporting))['exportOwnData'];
    expect(file.name).toMatch(/^meine-daten-\d{4}-\d\d-\d\d\.json$/);
    const data = JSON.parse(file.text as string) as Record<string, Data[]>;
    expect(Object.keys(data)).toEqual(['Ausgegeben am', ...sections.map((s) => s.title)]);
    expect(data['Person']).toMatchObject([{ id: me.id, email: me.email }]);
    expect(data['Kennungen des Anmeldedienstes']).toMatchObject([{ subject: me.sub }]);
    expect(data['Mitgliedschaften in Arbeitsgruppen']).toMatchObject([{ group_id: group.id }]);
    expect(data['Eröffnete Themen']).toMatchObject([{ title: 'Mein Thema' }]);
    expect(data['Beiträge']).toHaveLength(2);
    expect(data['Frühere Fassungen der Beiträge']).toMatchObject([{ body: 'Frühere Fassung' }]);
    expect(data['Gelöschte Beiträge anderer']).toMatchObject([{ id: foreign!.id }]);
    expect(data['Erwähnungen']).toMatchObject([{ post_id: foreign!.id }]);
    expect(data['Entwürfe']).toMatchObject([{ body: 'Mein Entwurf' }]);
    expect(data['E-Mails der Plattform (ohne Text)']).toMatchObject([{ subject: 'Betreff' }]);
    expect(data['Einladungen, gesendet und erhalten']).toMatchObject([{ email: me.email }]);
    for (const secret of ['Text eines anderen', 'Fremder Entwurf', 'geheimer Text', 'geheimer-hash', other.email])
      expect(file.text).not.toContain(secret);
  });

  it('holds nothing of whoever has the address that somebody only claims', async () => {
    const { db } = api.world;
    const victim = `${randomUUID()}@ort.example`;
    await db.newsletterSubscription.create({ data: { email: victim, consentText: 'Satz' } });
    await db.consentRecord.create({ data: { email: victim, act: 'GIVEN', way: 'FORM', text: 'Satz', requestedAt: new Date() } });
    await db.barrierReport.create({ data: { problem: 'Vertraulich geschildert', page: '/', contact: victim } });
    await db.outboxMail.create({
      data: { key: victim, to: victim, subject: 'Betreff', headers: { 'List-Unsubscribe': 'geheimer Verweis' } },
    });
    await db.invitation.create({ data: { tokenHash: victim, email: victim, expiresAt: new Date() } });
    await db.mailAddress.create({ data: { address: victim, pausedAt: new Date(), reason: 'Postfach unbekannt' } });
    const found = async (email_verified: boolean) => {
      const person = { ...(await api.world.person()), email: victim, email_verified };
      const file = (await api.get(person, exporting))['exportOwnData'];
      const { Person, ...data } = JSON.parse(file.text as string) as Record<string, Data[]>;
      expect(Person).toMatchObject([{ email: victim }]);
      return Object.keys(data).filter((title) => JSON.stringify(data[title]).includes(victim)).length;
    };
    // Mails stand under two titles.
    expect([await found(false), await found(true)]).toEqual([0, 7]);
  });

  it('is audited, and made at most once a minute, also when asked twice at once', async () => {
    const { world, refusal } = api;
    const me = await world.colleague();
    expect((await Promise.all([refusal(me, exporting), refusal(me, exporting)])).sort()).toEqual(['rate_limited', undefined]);
    expect(await world.db.auditEntry.count({ where: { action: 'data.exported', actorId: me.id } })).toBe(1);
    expect(await refusal(await world.colleague(), exporting)).toBeUndefined();
    expect(await refusal(null, exporting)).toBe('unauthenticated');
  });
});
