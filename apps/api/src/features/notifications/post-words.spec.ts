import { expect, it } from '@jest/globals';
import { factRow, seesNames } from '../../../test/notices.ts';
import { describe, type FactRow } from './description.ts';

const post = (data: Partial<FactRow>) => factRow('post', { threadId: 't', postNo: 7, ...data });
const thread = '/arbeitsgruppen/g/diskussionen/t?beitrag=7';

it.each<[string, FactRow, number, string, string, string]>([
  [
    'person mentioned',
    post({ kind: 'MENTION', detail: 'PERSON' }),
    1,
    'Kim Muster hat Sie in „Newsletter im Herbst“ erwähnt.',
    'Sie wurden erwähnt',
    thread,
  ],
  [
    'somebody mentioned who is away',
    post({ kind: 'MENTION', detail: 'PERSON', onBehalfOf: 'Sascha Probe' }),
    1,
    'Kim Muster hat Sascha Probe in „Newsletter im Herbst“ erwähnt.',
    'In Vertretung für Sascha Probe',
    thread,
  ],
  [
    'a reply to somebody who is away',
    post({ kind: 'REPLY', onBehalfOf: 'Sascha Probe' }),
    1,
    'Kim Muster hat in „Newsletter im Herbst“ auf einen Beitrag von Sascha Probe geantwortet.',
    'In Vertretung für Sascha Probe',
    thread,
  ],
  [
    'organisation mentioned',
    post({ kind: 'MENTION', detail: 'ORGANISATION' }),
    1,
    'Kim Muster hat Ihre Organisation in „Newsletter im Herbst“ erwähnt.',
    'Ihre Organisation wurde erwähnt',
    thread,
  ],
  [
    'role mentioned',
    post({ kind: 'MENTION', detail: 'ROLE' }),
    1,
    'Kim Muster hat Ihre Rolle in „Newsletter im Herbst“ erwähnt.',
    'Eine Rolle, die Sie haben, wurde erwähnt',
    thread,
  ],
  [
    'mentioned, one more',
    post({ kind: 'MENTION' }),
    2,
    'Kim Muster hat Sie in „Newsletter im Herbst“ erwähnt. Dazu ein weiterer Hinweis.',
    'Sie wurden erwähnt',
    thread,
  ],
  [
    'answered, three more',
    post({ kind: 'REPLY' }),
    4,
    'Kim Muster hat in „Newsletter im Herbst“ auf Ihren Beitrag geantwortet. Dazu 3 weitere Hinweise.',
    'Antwort auf Ihren Beitrag',
    thread,
  ],
  [
    'one post',
    post({ kind: 'POST', detail: 'THREAD' }),
    1,
    'Kim Muster hat in „Newsletter im Herbst“ geschrieben.',
    'Sie folgen dem Thema',
    thread,
  ],
  [
    'several posts',
    post({ kind: 'POST', detail: 'GROUP' }),
    5,
    '5 neue Beiträge in „Newsletter im Herbst“, zuletzt von Kim Muster.',
    'Sie folgen der Arbeitsgruppe',
    thread,
  ],
  [
    'Stand',
    factRow('stand', { kind: 'SUMMARY', threadId: 't' }),
    1,
    'Kim Muster hat in „Newsletter im Herbst“ den Stand der Diskussion geschrieben.',
    'Sie folgen dem Thema',
    '/arbeitsgruppen/g/diskussionen/t',
  ],
  [
    'comment',
    post({ kind: 'REPLY', groupId: null, announcementId: 'n' }),
    1,
    'Kim Muster hat in „Newsletter im Herbst“ auf Ihren Beitrag geantwortet.',
    'Antwort auf Ihren Beitrag',
    '/mitteilungen/n?beitrag=7',
  ],
])('%s', (_, notice, bundle, sentence, reason, path) => {
  expect(describe(notice, seesNames, bundle)).toEqual({ sentence, reason, path });
});

it.each([
  ['MENTION', 'Kim Muster hat Sie in einer Frage erwähnt. Dazu ein weiterer Hinweis.'],
  ['REPLY', 'Kim Muster hat in einer Frage auf Ihren Beitrag geantwortet. Dazu ein weiterer Hinweis.'],
  ['ANSWER', 'Kim Muster hat auf Ihre Frage geantwortet. Dazu ein weiterer Hinweis.'],
  ['POST', '2 neue Beiträge in einer Frage, zuletzt von Kim Muster.'],
] as const)('%s of a question has no title in a mail', (kind, sentence) => {
  expect(describe(post({ kind, questionId: 'q' }), { ...seesNames, mail: true }, 2).sentence).toBe(sentence);
});
