import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DraftKeeper, type DraftServer, type DraftText, type ServerDraft } from './keeper.ts';

const key = 'reply:11111111-1111-4111-8111-111111111111';

/** The server's side as the API keeps it: each save names the version it was written upon. */
class Server implements DraftServer {
  draft: ServerDraft | null = null;
  reachable = true;
  saves = 0;
  load = async (): Promise<ServerDraft | null> => {
    this.reach();
    return this.draft;
  };
  save = async (_key: string, text: DraftText, version: number): Promise<ServerDraft | 'stale'> => {
    this.reach();
    this.saves++;
    if (version !== (this.draft?.version ?? 0)) return 'stale';
    this.draft = { ...text, version: version + 1, updatedAt: '2026-11-21T10:00:00Z' };
    return this.draft;
  };
  discard = async (): Promise<void> => {
    this.reach();
    this.draft = null;
  };
  private reach() {
    if (!this.reachable) throw new Error('no connection');
  }
}

let server: Server;
const keepers: DraftKeeper[] = [];
const onDevice = async (storage: Storage | null = localStorage, subject = 'kim'): Promise<DraftKeeper> => {
  const keeper = new DraftKeeper(subject, key, server, storage);
  keepers.push(keeper);
  await keeper.load();
  return keeper;
};
const say = (body: string) => ({ title: '', body });
const quiet = (ms = 2_000) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  server = new Server();
});
afterEach(() => {
  for (const keeper of keepers.splice(0)) keeper.stop();
  jest.useRealTimers();
});

describe('one device', () => {
  test('each keystroke is kept at once, and saved when the keys are quiet', async () => {
    const draft = await onDevice();
    for (const body of ['G', 'Gu', 'Gut']) {
      draft.write(say(body));
      expect(localStorage.getItem(`kollab.draft.kim.${key}`)).toContain(`"body":"${body}"`);
      await jest.advanceTimersByTimeAsync(300);
    }
    expect(server.saves).toBe(0);
    await quiet();
    expect(server.saves).toBe(1);
    expect(server.draft?.body).toBe('Gut');
    expect(draft.getState()).toMatchObject({ status: 'saved', savedAt: '2026-11-21T10:00:00Z' });
  });

  test('a reload before the save loses nothing', async () => {
    const before = await onDevice();
    before.write(say('fast fertig'));
    server.reachable = false;
    before.stop();
    server.reachable = true;
    const after = await onDevice();
    expect(after.getState().body).toBe('fast fertig');
    await quiet();
    expect(server.draft?.body).toBe('fast fertig');
  });

  test('without a connection one goes on writing; it is saved when the server is there again', async () => {
    const draft = await onDevice();
    server.reachable = false;
    draft.write(say('im Zug'));
    await quiet();
    expect(draft.getState()).toMatchObject({ status: 'here', body: 'im Zug' });
    server.reachable = true;
    await quiet(6_000);
    expect(server.draft?.body).toBe('im Zug');
    expect(draft.getState().status).toBe('saved');
  });

  test('what is written while a save is under way is saved after it', async () => {
    const draft = await onDevice();
    draft.write(say('eins'));
    await jest.advanceTimersByTimeAsync(1_500);
    draft.write(say('eins zwei'));
    await quiet();
    expect(server.draft?.body).toBe('eins zwei');
  });

  test('emptied, it is gone on the server too', async () => {
    const draft = await onDevice();
    draft.write(say('doch nicht'));
    await quiet();
    draft.write(say(''));
    await quiet();
    expect(server.draft).toBeNull();
    expect(localStorage.length).toBe(0);
  });

  test('what two people of one browser write stays apart', async () => {
    (await onDevice(localStorage, 'kim')).write(say('von Kim'));
    expect((await onDevice(localStorage, 'robin')).getState().body).toBe('');
  });

  test('a full storage does not stop the writing', async () => {
    const full = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new Error('full');
      },
    } as unknown as Storage;
    const draft = await onDevice(full);
    draft.write(say('geht'));
    await quiet();
    expect(server.draft?.body).toBe('geht');
  });
});

describe('two devices', () => {
  test('what one saved is there on the other', async () => {
    const office = await onDevice(null);
    const phone = await onDevice(null);
    office.write(say('aus dem Büro'));
    await quiet();
    phone.heard();
    await quiet();
    expect(phone.getState()).toMatchObject({ status: 'saved', body: 'aus dem Büro' });
  });

  test('both texts are shown when both wrote; nothing is overwritten before somebody chose', async () => {
    const office = await onDevice(null);
    const phone = await onDevice(null);
    office.write(say('aus dem Büro'));
    await quiet();
    phone.write(say('vom Telefon'));
    await quiet();
    expect(phone.getState()).toMatchObject({ status: 'conflict', body: 'vom Telefon', theirs: { body: 'aus dem Büro' } });
    expect(server.draft?.body).toBe('aus dem Büro');
    phone.write(say('vom Telefon, weiter'));
    await quiet();
    expect(server.draft?.body).toBe('aus dem Büro');
    phone.choose(say('vom Telefon, weiter'));
    await quiet();
    expect(server.draft?.body).toBe('vom Telefon, weiter');
    office.heard();
    await quiet();
    expect(office.getState().body).toBe('vom Telefon, weiter');
  });

  test('the other text can be taken without a save', async () => {
    const office = await onDevice(null);
    const phone = await onDevice(null);
    office.write(say('aus dem Büro'));
    await quiet();
    phone.write(say('vom Telefon'));
    await quiet();
    const saves = server.saves;
    phone.choose(phone.getState().theirs!);
    await quiet();
    expect(phone.getState()).toMatchObject({ status: 'saved', body: 'aus dem Büro', theirs: null });
    expect(server.saves).toBe(saves);
  });

  test('the same words on both are no conflict', async () => {
    const office = await onDevice(null);
    const phone = await onDevice(null);
    office.write(say('gleich'));
    await quiet();
    phone.write(say('gleich'));
    await quiet();
    expect(phone.getState().status).toBe('saved');
  });

  test('unsaved words of this browser meet a newer text of another device', async () => {
    const before = await onDevice();
    server.reachable = false;
    before.write(say('noch hier'));
    before.stop();
    server.reachable = true;
    server.draft = { ...say('von dort'), version: 4, updatedAt: '2026-11-21T09:00:00Z' };
    const after = await onDevice();
    expect(after.getState()).toMatchObject({ status: 'conflict', body: 'noch hier', theirs: { body: 'von dort' } });
  });
});

describe('sending', () => {
  test('the same text keeps its number over retries and a reload, another text gets another', async () => {
    const draft = await onDevice();
    draft.write(say('einmal'));
    const first = await draft.settle();
    expect(await draft.settle()).toBe(first);
    draft.stop();
    const again = await onDevice();
    expect(await again.settle()).toBe(first);
    again.write(say('einmal mehr'));
    expect(await again.settle()).not.toBe(first);
  });

  test('after sending it is gone here and in the other tab, and no late save brings it back', async () => {
    const draft = await onDevice();
    const other = await onDevice(null);
    draft.write(say('fertig'));
    await quiet();
    other.heard();
    await quiet();
    expect(other.getState().body).toBe('fertig');
    draft.write(say('fertig.'));
    await draft.settle();
    // The API takes it away in the transaction that makes the post.
    server.draft = null;
    await draft.clear({ sent: true });
    other.heard();
    await quiet(10_000);
    expect(draft.getState()).toMatchObject({ status: 'empty', body: '' });
    expect(other.getState().body).toBe('');
    expect(server.draft).toBeNull();
    expect(localStorage.length).toBe(0);
  });

  test.each([
    ['Erster Satz.', 'Erster Satz. Und der nächste', 'Und der nächste'],
    ['Erster Satz.', 'Anders begonnen', 'Anders begonnen'],
  ])('what is written while it is on its way is the next text: %s, then %s', async (first, then, next) => {
    const draft = await onDevice();
    draft.write(say(first));
    const number = await draft.settle();
    draft.write(say(then));
    server.draft = null;
    await draft.clear({ sent: true });
    expect(draft.getState()).toMatchObject({ status: 'writing', body: next });
    expect(await draft.settle()).not.toBe(number);
    draft.unsettle();
    await quiet();
    expect(server.draft).toMatchObject({ body: next });
  });

  test('sent on another device while more was written here: those words stay', async () => {
    const draft = await onDevice();
    draft.write(say('Anfang'));
    await quiet();
    draft.write(say('Anfang und mehr'));
    server.draft = null;
    await quiet(4_000);
    expect(draft.getState().body).toBe('Anfang und mehr');
    expect(server.draft).toMatchObject({ body: 'Anfang und mehr' });
  });

  test('discarded, it is gone on the server', async () => {
    const draft = await onDevice();
    draft.write(say('weg'));
    await quiet();
    await draft.clear({ sent: false });
    expect(server.draft).toBeNull();
  });
});
