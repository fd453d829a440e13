import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementsOf, draftOf, hoursOn } from '../../../test/announcements.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';

let api: Api;
let editor: Colleague;
let reader: Colleague;
let kept: Data;
const { ask, answer, refusal, drafted, published, correction } = announcementsOf(() => api);
beforeAll(async () => {
  api = await openApi();
  editor = await api.world.official('LAND_EDITOR');
  reader = await api.world.colleague();
  kept = await drafted(editor, editor.organisation.id, { organisationIds: [reader.organisation.id] });
});
afterAll(() => api.close());

describe('what no draft can be', () => {
  it.each([
    ['a deadline in the year 0', { dueAt: '0000-01-01T00:00:00Z' }],
    ['a deadline before there were any', { dueAt: '0099-01-01T00:00:00Z' }],
    ['a deadline beyond the calendar', { dueAt: '9999-12-31T23:59:59-12:00' }],
    ['an end that is none', { expiresAt: '2026-02-31T99:00:00Z' }],
    ['a text of two megabytes', { body: 'a'.repeat(2_000_000) }],
    ['NUL in the text', { body: 'a\0b' }],
    ['NUL in the title', { title: 'a\0b' }],
    ['a lone surrogate', { summary: 'a\ud800' }],
    ['emphasis that no parser bears', { body: '*a '.repeat(5_000) + 'b* '.repeat(5_000) }],
    ['ten thousand links beside the text', { links: Array.from({ length: 10_000 }, () => ({ title: 'a', url: 'https://ort.example' })) }],
    ['a link that is a script', { links: [{ title: 'a', url: 'javascript:alert(1)' }] }],
  ])('%s is refused, and what was saved stays', async (_, more) => {
    const { id, version } = kept;
    const refused = await refusal(editor, 'save', { id, version, draft: draftOf({ organisationIds: [reader.organisation.id] }, more) });
    expect(['invalid', 'too_large']).toContain(refused);
    expect(await ask(editor, 'one', { id })).toMatchObject({ version, title: kept['title'], body: kept['body'] });
  });

  it('a title of many lines is one line', async () => {
    const { id, version } = await drafted(editor, editor.organisation.id, { organisationIds: [reader.organisation.id] });
    const draft = draftOf({ organisationIds: [reader.organisation.id] }, { title: 'Eins\r\nBcc: alle@ort.example' });
    expect(await ask(editor, 'save', { id, version, draft })).toMatchObject({ title: 'Eins Bcc: alle@ort.example' });
  });

  it('a title of which nothing is seen is none', async () => {
    const to = { organisationIds: [reader.organisation.id] };
    const { id, version } = await drafted(editor, editor.organisation.id, to, { title: '\u200b\u3164\u2800\u202e', summary: '\u2060' });
    const { errors } = await answer(editor, 'publish', { id, version, expected: 1 });
    expect(errors?.[0]?.extensions).toEqual({ code: 'announcement.incomplete', fields: ['title', 'summary'] });
  });

  it('a time of publication that cannot be is refused', async () => {
    const { id, version } = kept;
    expect(await refusal(editor, 'publish', { id, version, at: '0000-01-01T00:00:00Z', expected: 1 })).toBe('invalid');
    expect(await refusal(editor, 'publish', { id, version, at: hoursOn(-1), expected: 1 })).toBe('announcement.publish_in_past');
    expect(await ask(editor, 'one', { id })).toMatchObject({ status: 'DRAFT', version });
  });
});

it('a correction that is sent for another announcement too is refused there, and made once', async () => {
  const to = { organisationIds: [reader.organisation.id] };
  const [one, other] = [await published(editor, editor.organisation.id, to), await published(editor, editor.organisation.id, to)];
  const { input } = correction(one['id'] as string, one['version'] as number) as { input: Data };
  await ask(editor, 'correct', { input });
  await ask(editor, 'correct', { input });
  expect(await refusal(editor, 'correct', { input: { ...input, id: other['id'], version: other['version'] } })).toBe('invalid');
  expect((await ask(editor, 'one', { id: one['id'] }))['corrections']).toHaveLength(1);
  expect((await ask(editor, 'one', { id: other['id'] }))['corrections']).toEqual([]);
});
