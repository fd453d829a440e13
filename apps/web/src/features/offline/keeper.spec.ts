import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ApolloLink, gql } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { IDBFactory } from 'fake-indexeddb';
import { firstValueFrom, of, throwError, type Observable } from 'rxjs';
import type { WebConfig } from '../../lib/config.ts';
import { keeping } from '../../lib/keeping.ts';
import type { Session, SessionState } from '../../lib/session.ts';
import { AnswerKeeper } from './keeper.ts';
import { Kept } from './kept.ts';
import { asOf } from './standings.ts';

const group = '0b0a5a54-6a0e-4a2e-9a52-5f6a2d6f0001';
const documents = {
  WorkingGroup: gql('query WorkingGroup($id: ID!) { workingGroup(id: $id) { name } }'),
  GroupThreads: gql('query GroupThreads($groupId: ID!) { threads(groupId: $groupId) { total } }'),
  CheckMentions: gql('query CheckMentions { checkMentions }'),
  Reply: gql('mutation Reply { reply }'),
};
const offline = () => throwError(() => new TypeError('Failed to fetch'));
const refused = (code: string) => () => of({ data: null, errors: [{ message: code, extensions: { code } }] } as ApolloLink.Result);
const answer = (data: Record<string, unknown>) => () => of({ data } as ApolloLink.Result);

let session: Session & { state: SessionState };
let tell: () => void;
let kept: Kept;
let keeper: AnswerKeeper;

beforeEach(async () => {
  Object.assign(globalThis, {
    indexedDB: new IDBFactory(),
    structuredClone: (value: unknown): unknown => JSON.parse(JSON.stringify(value)),
    // At once: no test waits for an idle moment.
    requestIdleCallback: (deed: () => void) => deed(),
  });
  history.replaceState(null, '', '/arbeitsgruppen');
  keeping.stand({ away: false, words: {} });
  session = {
    state: 'signed-in',
    subject: 'kim',
    livesUntil: Date.now() + 3_600_000,
    subscribe: (listener: () => void) => ((tell = listener), () => undefined),
  } as unknown as typeof session;
  kept = new Kept();
  keeper = new AnswerKeeper(kept, session);
  await keeper.begin({} as WebConfig);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** One operation through the keeper; `server`: what is behind it. */
const ask = (name: keyof typeof documents, variables: Record<string, unknown>, server: () => Observable<ApolloLink.Result>) =>
  firstValueFrom(
    ApolloLink.execute(
      new ApolloLink((operation, forward) => keeper.request(operation, forward)).concat(new ApolloLink(server)),
      {
        query: documents[name],
        variables,
      },
      { client: {} as never },
    ),
  );
const isKept = async (name: string, variables: Record<string, unknown>) =>
  (await kept.find('kim', `${name} ${JSON.stringify(variables)}`)) !== null;

test('an answer of the server goes through and stays; only without the server it is given again, with its time above the page', async () => {
  expect(await ask('WorkingGroup', { id: group }, answer({ name: 'alt' }))).toEqual({ data: { name: 'alt' } });
  expect(keeping.standing).toEqual({ away: false, words: {} });
  expect(await ask('WorkingGroup', { id: group }, offline)).toEqual({ data: { name: 'alt' } });
  expect(keeping.standing.away).toBe(true);
  expect(keeping.standing.words['/arbeitsgruppen']).toMatch(/^Ohne Verbindung\. Stand: (heute|gestern), \d{1,2}:\d\d Uhr$/);
  expect(await ask('WorkingGroup', { id: group }, answer({ name: 'neu' }))).toEqual({ data: { name: 'neu' } });
});

test('a proxy whose server is away counts as not reached, any other answer does not', async () => {
  await ask('WorkingGroup', { id: group }, answer({ name: 'alt' }));
  const status = (statusCode: number) => () =>
    throwError(() => new ServerError('no', { response: new Response('', { status: statusCode }), bodyText: '' }));
  expect(await ask('WorkingGroup', { id: group }, status(503))).toEqual({ data: { name: 'alt' } });
  await expect(ask('WorkingGroup', { id: group }, status(500))).rejects.toThrow('no');
});

test('what was never seen is not there, and the page says so', async () => {
  await expect(ask('WorkingGroup', { id: group }, offline)).rejects.toThrow('Failed to fetch');
  expect(keeping.standing.words['/arbeitsgruppen']).toBe('Ohne Verbindung. Diese Seite ist auf diesem Gerät nicht gespeichert.');
});

test('a page that stands stays what it is when only what never stays fails', async () => {
  await expect(ask('CheckMentions', {}, offline)).rejects.toThrow('Failed to fetch');
  expect(keeping.standing).toEqual({ away: true, words: {} });
});

test.each(['forbidden', 'not_found'])('%s: what was kept of it goes, under whatever name', async (code) => {
  await ask('WorkingGroup', { id: group }, answer({ name: 'alt' }));
  await ask('GroupThreads', { groupId: group }, answer({ total: 1 }));
  await ask('WorkingGroup', { id: 'other' }, answer({ name: 'bleibt' }));
  await ask('WorkingGroup', { id: group }, refused(code));
  expect([
    await isKept('WorkingGroup', { id: group }),
    await isKept('GroupThreads', { groupId: group }),
    await isKept('WorkingGroup', { id: 'other' }),
  ]).toEqual([false, false, true]);
});

test('an answer with an error in it does not stay', async () => {
  await ask('WorkingGroup', { id: group }, refused('internal'));
  expect(await isKept('WorkingGroup', { id: group })).toBe(false);
});

test('what is to be changed is never answered from here', async () => {
  await expect(ask('Reply', {}, offline)).rejects.toThrow('Failed to fetch');
});

test('started without the server nothing is sent in anybody’s name', async () => {
  await ask('WorkingGroup', { id: group }, answer({ name: 'alt' }));
  session.state = 'offline';
  const server = jest.fn(answer({ name: 'neu' }));
  expect(await ask('WorkingGroup', { id: group }, server)).toEqual({ data: { name: 'alt' } });
  await expect(ask('Reply', {}, server)).rejects.toThrow('offline');
  expect(server).not.toHaveBeenCalled();
});

test.each<[string, () => unknown]>([
  ['the end of the session', () => ((session.state = 'ended'), tell())],
  ['signing out', () => session.beforeLeaving()],
])('%s leaves nothing, also of what comes after it', async (_, end) => {
  await ask('WorkingGroup', { id: group }, answer({ name: 'alt' }));
  await end();
  session.state = 'signed-in';
  await ask('GroupThreads', { groupId: group }, answer({ total: 1 }));
  expect([await isKept('WorkingGroup', { id: group }), await isKept('GroupThreads', { groupId: group })]).toEqual([false, false]);
});

test('a page whose questions all fail looks for the server soon, and again once it can be queried anew', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick', 'Date'] });
  const looks = jest.fn(() => Promise.reject(new TypeError('Failed to fetch')));
  Object.assign(globalThis, { fetch: looks });
  try {
    keeper.show({ client: {}, live: {}, typePolicies: {} } as never);
    for (let i = 0; i < 8; i++) await ask('WorkingGroup', { id: `${i}` }, offline).catch(() => undefined);
    expect(looks).toHaveBeenCalledTimes(0);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(looks).toHaveBeenCalledTimes(1);
    keeper.show({ client: {}, live: {}, typePolicies: {} } as never);
    expect(looks).toHaveBeenCalledTimes(2);
  } finally {
    jest.useRealTimers();
  }
});

test('the time of what is shown is said as a clock says it', () => {
  const now = Date.parse('2026-11-22T14:00:00Z');
  expect(asOf(Date.parse('2026-11-22T13:05:00Z'), now)).toBe('heute, 14:05 Uhr');
  expect(asOf(Date.parse('2026-11-21T22:30:00Z'), now)).toBe('gestern, 23:30 Uhr');
});
