import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { rules } from './relevance.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const set = `mutation($input: SetPreferenceInput!) { setPreference(input: $input) { preferences { subject subjectId name level } } }`;

describe('the table', () => {
  it('is told to whoever is signed in, in the order in which it is tried', async () => {
    const { relevanceRules } = await api.get(await api.world.person(), '{ relevanceRules { id matter section when } }');
    expect(relevanceRules).toHaveLength(rules.length);
    expect(relevanceRules[0]).toEqual({
      id: 'announcement.over',
      matter: 'ANNOUNCEMENT',
      section: 'HINTERGRUND',
      when: 'Die Mitteilung ist abgelaufen oder zurückgezogen, oder ihre Frist ist vorbei.',
    });
  });
});

describe('what somebody wants more or less of', () => {
  const scene = async () => {
    const { world } = api;
    const [topic, ministry, town] = await Promise.all([
      world.db.topic.create({ data: { key: randomUUID(), name: 'ePayment', position: 1 } }),
      world.organisation({ kind: 'LAND_MINISTRY', name: 'Ministerium für Muster' }),
      world.organisation(),
    ]);
    return { person: await world.person(), other: await world.person(), topic, ministry, town };
  };

  it('is kept, changed and taken back, heard in all tabs, and seen by nobody else', async () => {
    const { person, other, topic, ministry } = await scene();
    const say = async (subject: string, subjectId: string, level: string | null) =>
      (await api.get(person, set, { input: { subject, subjectId, level } }))['setPreference'].preferences;
    const followed = { subject: 'TOPIC', subjectId: topic.id, name: topic.name, level: 'FOLLOW' };
    const less = { subject: 'OFFICE', subjectId: ministry.id, name: ministry.name, level: 'LESS' };
    expect(await say('TOPIC', topic.id, 'FOLLOW')).toEqual([followed]);
    expect(await say('OFFICE', ministry.id, 'LESS')).toEqual([followed, less]);
    expect(await say('TOPIC', topic.id, 'LESS')).toEqual([{ ...followed, level: 'LESS' }, less]);
    expect(await say('TOPIC', topic.id, null)).toEqual([less]);
    expect(await say('TOPIC', topic.id, null)).toEqual([less]);
    expect((await api.get(other, '{ viewer { preferences { name } } }'))['viewer'].preferences).toEqual([]);
    expect(await api.world.db.event.count({ where: { room: `person:${person.id}`, name: 'preferences.changed' } })).toBe(5);
  });

  it('is of topics and of offices of the Land', async () => {
    const { person, topic, ministry, town } = await scene();
    const refused = (input: object) => api.refusal(person, set, { input });
    expect(await refused({ subject: 'TOPIC', subjectId: ministry.id, level: 'LESS' })).toBe('not_found');
    expect(await refused({ subject: 'OFFICE', subjectId: topic.id, level: 'LESS' })).toBe('not_found');
    expect(await refused({ subject: 'OFFICE', subjectId: town.id, level: 'LESS' })).toBe('not_found');
    expect(await refused({ subject: 'OFFICE', subjectId: ministry.id, level: 'FOLLOW' })).toBe('invalid');
    expect(await refused({ subject: 'TOPIC', subjectId: 'nichts', level: 'FOLLOW' })).toBe('invalid');
    expect(await api.world.db.relevancePreference.count({ where: { personId: person.id } })).toBe(0);
  });
});
