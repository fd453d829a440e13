import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementsOf, hoursOn } from '../../../test/announcements.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';
import { berlinShortDate } from '../../platform/berlin.ts';

let api: Api;
let editor: Colleague;
let town: Colleague;
const { ask, drafted, published: announced } = announcementsOf(() => api);
beforeAll(async () => {
  api = await openApi();
  editor = await api.world.official('LAND_EDITOR');
  town = await api.world.colleague(undefined, 'COORDINATOR');
});
afterAll(() => api.close());

const create = 'mutation($id: ClientMutationId!) { createNewsletterIssue(clientMutationId: $id) { id version } }';
const save = `mutation($id: ID!, $version: Int!, $draft: NewsletterDraftInput!) { saveNewsletterIssue(id: $id, version: $version, draft: $draft) {
  id version blocks { kind announcementId announcement } } }`;
const preview = 'query($id: ID!) { newsletterPreview(id: $id) { text missing parts { kind heading body source } } }';
const publish = 'mutation($id: ID!, $version: Int!) { publishNewsletterIssue(id: $id, version: $version) { id number } }';
const issue = 'query($number: Int!) { newsletterIssue(number: $number) { parts { kind heading body source } } }';
const archive = '{ newsletterIssues(first: 1) { nodes { number parts { heading body source } } } }';

const open = (title: string, more: object = {}): Promise<Data> =>
  announced(editor, editor.organisation.id, { organisationIds: [town.organisation.id] }, { title, classification: 'OFFEN', ...more });
async function made(announcementIds: unknown[]): Promise<Data> {
  const { id, version } = (await api.get(editor, create, { id: randomUUID() }))['createNewsletterIssue'];
  const blocks = announcementIds.map((announcementId) => ({ kind: 'ANNOUNCEMENT', heading: '', body: '', announcementId }));
  const draft = { title: 'Aus dem Land', greeting: 'Guten Tag,', outlook: '', blocks };
  return (await api.get(editor, save, { id, version, draft }))['saveNewsletterIssue'];
}
async function appeared(announcementIds: unknown[]): Promise<{ id: string; number: number }> {
  const { id, version } = await made(announcementIds);
  return (await api.get(editor, publish, { id, version }))['publishNewsletterIssue'];
}
const partsOf = async (number: number): Promise<Data[]> => (await api.ask(null, issue, { number })).data?.['newsletterIssue'].parts;

describe('an announcement in an issue', () => {
  it('says what it says, with what is to be done and whose it is', async () => {
    const dueAt = hoursOn(200);
    const { id } = await open('Zertifikate tauschen', {
      kind: 'ACTION',
      action: 'Zertifikat hochladen',
      dueAt,
      summary: 'In Kürze.',
      body: 'Im **Einzelnen**.',
    });
    const draft = await made([id]);
    expect(draft['blocks']).toEqual([{ kind: 'ANNOUNCEMENT', announcementId: id, announcement: 'Zertifikate tauschen' }]);
    const seen = (await api.get(editor, preview, { id: draft['id'] }))['newsletterPreview'];
    const body = `In Kürze.\n\nIm **Einzelnen**.\n\n**Zu tun:** Zertifikat hochladen (bis ${berlinShortDate(new Date(dueAt))})`;
    const source = editor.organisation.title;
    expect(seen).toMatchObject({ missing: [], parts: [{ kind: 'ANNOUNCEMENT', heading: 'Zertifikate tauschen', body, source }] });
    expect(seen.text).toContain(`ZERTIFIKATE TAUSCHEN\n\n${body}\n\nMitteilung: ${source}`);
    const { number } = (await api.get(editor, publish, { id: draft['id'], version: draft['version'] }))['publishNewsletterIssue'];
    // A correction changes no issue that has appeared.
    await api.world.db.announcement.update({ where: { id: String(id) }, data: { title: 'Später geändert' } });
    expect(await partsOf(number)).toEqual([{ kind: 'ANNOUNCEMENT', heading: 'Zertifikate tauschen', body, source }]);
    await api.work();
  });

  it('is left out as long as not everybody may read it, and nothing is published without it', async () => {
    const fits = await open('Für alle');
    const [internal, confidential] = [
      await open('Nur intern', { classification: 'INTERN' }),
      await open('Geheim', { classification: 'VERTRAULICH' }),
    ];
    const expired = await open('Vorbei', { expiresAt: hoursOn(1) });
    await api.world.db.announcement.update({ where: { id: String(expired['id']) }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    const withdrawn = await open('Zurückgezogen');
    await ask(editor, 'withdraw', { id: withdrawn['id'], reason: 'Ein Irrtum' });
    const draft = await drafted(
      editor,
      editor.organisation.id,
      { organisationIds: [town.organisation.id] },
      { title: 'Entwurf', classification: 'OFFEN' },
    );
    const ids = [fits, internal, confidential, expired, withdrawn, draft].map((one) => one['id']);
    const { id, version, blocks } = await made([...ids, randomUUID(), null]);
    expect(blocks.map((block: Data) => block['announcement'])).toEqual(['Für alle', null, null, null, null, null, null, null]);
    const seen = (await api.get(editor, preview, { id }))['newsletterPreview'];
    const missing = [1, 2, 3, 4, 5, 6, 7].map((place) => `blocks.${place}.announcementId`);
    expect(seen.missing).toEqual(missing);
    expect(JSON.stringify(seen)).not.toMatch(/Nur intern|Geheim|Vorbei|Zurückgezogen|Entwurf/);
    const refused = await api.ask(editor, publish, { id, version });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'newsletter.incomplete', fields: missing });
    // To choose from, there are those that fit.
    const found = await ask(editor, 'list', { filter: { scope: 'OFFICE', classification: 'OFFEN' }, first: 20 });
    const titles = (found['nodes'] as Data[]).map((node) => node['title']);
    expect(titles).toContain('Für alle');
    expect(titles.filter((title) => ['Nur intern', 'Geheim', 'Vorbei', 'Zurückgezogen', 'Entwurf'].includes(String(title)))).toEqual([]);
  });

  it('withdrawn afterwards, leaves a note in the archive and in the feed, and is in no mail that is made then', async () => {
    await api.world.db.newsletterSubscription.deleteMany();
    const confirmedAt = new Date(Date.now() - 1_000);
    await api.world.db.newsletterSubscription.create({
      data: { email: 'leser@ort.example', status: 'ACTIVE', confirmedAt, consentText: 'Ja' },
    });
    const [goes, stays] = [await open('Irrtum im Titel', { body: 'Irrtum im Text.' }), await open('Was stimmt', { expiresAt: hoursOn(1) })];
    const { id, number } = await appeared([goes['id'], stays['id']]);
    expect((await partsOf(number)).map((part) => part['heading'])).toEqual(['Irrtum im Titel', 'Was stimmt']);
    await ask(editor, 'withdraw', { id: goes['id'], reason: 'Ein Irrtum' });
    // Its time was over only after the issue had appeared.
    await api.world.db.announcement.update({ where: { id: String(stays['id']) }, data: { expiresAt: new Date(Date.now() - 1_000) } });

    const note = { heading: 'Zurückgezogene Mitteilung', body: 'Die Mitteilung, die hier stand, wurde zurückgezogen.', source: '' };
    expect(await partsOf(number)).toMatchObject([note, { heading: 'Was stimmt' }]);
    const [newest] = (await api.ask(null, archive)).data?.['newsletterIssues'].nodes;
    expect(newest).toMatchObject({ number, parts: [note, { heading: 'Was stimmt' }] });
    const feed = await api.app.inject({ method: 'GET', url: '/newsletter.atom' });
    expect(feed.body).toContain(note.body);
    expect(feed.body).not.toContain('Irrtum');
    await api.work();
    const mail = await api.world.db.outboxMail.findFirstOrThrow({ where: { key: { endsWith: `:issue:${id}` } } });
    expect(mail.text).toContain('WAS STIMMT');
    expect(mail.text + mail.html).not.toMatch(/Irrtum|zurückgezogen/i);
  });
});
