import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { WebConfig } from '../../lib/config.ts';
import { limits, surplus, type Entry } from './rules.ts';

/** Who was signed in last on this device. Name and rights come from the kept answers; no token is among them. */
export interface KeptPerson {
  subject: string;
  /** When the session ends unless it is renewed: after that nothing opens without the server. */
  until: number;
  /** When this was written: a clock that was set back opens nothing. */
  at: number;
  config: WebConfig;
}
interface Content extends KeptPerson {
  entries: Record<string, Entry>;
}
export interface Answer {
  key: string;
  data: unknown;
  at: number;
}

const content = 'content';
const place = (key: string): string => `answer ${key}`;

/**
 * Stores the last answers of the server in IndexedDB. Everything in it belongs to one person, whose record is stored beside it. Once the
 * record is gone (signed out, in any tab), nothing more is written, so a tab that has not noticed yet leaves nothing behind.
 */
export class Kept {
  private readonly use: UseStore;

  constructor(use: UseStore = createStore('kollab-offline', 'kept')) {
    this.use = use;
  }

  /** Stores for this person from now on; deletes what belonged to another one first. */
  begin(person: KeptPerson): Promise<void> {
    return this.change((before, store) => {
      if (before?.subject === person.subject) return { ...before, ...person };
      store.clear();
      return { ...person, entries: {} };
    });
  }

  /** The person who may open the platform here without the server. If there is none any more, everything is deleted. */
  async person(now = Date.now()): Promise<KeptPerson | null> {
    const found = await this.use('readonly', (store) => promisifyRequest(store.get(content) as IDBRequest<Content | undefined>));
    if (found && found.until > now && found.at <= now) return found;
    await this.empty();
    return null;
  }

  keep(subject: string, until: number, answers: readonly Answer[], now = Date.now()): Promise<void> {
    return this.change((before, store) => {
      if (before?.subject !== subject) return before;
      const entries = { ...before.entries };
      for (const { key, data, at } of answers) {
        const size = JSON.stringify(data).length;
        if (size > limits.entrySize) this.drop(store, entries, key);
        else {
          entries[key] = { at, seen: now, size };
          store.put(data, place(key));
        }
      }
      for (const key of surplus(entries, now)) this.drop(store, entries, key);
      return { ...before, until, at: now, entries };
    });
  }

  async find(subject: string, key: string, now = Date.now()): Promise<Answer | null> {
    let found: Answer | null = null;
    await this.change(async (before, store) => {
      const entry = before?.subject === subject ? before.entries[key] : undefined;
      if (!before || !entry || before.until <= now || now - entry.at > limits.age) return before;
      found = { key, at: entry.at, data: await promisifyRequest(store.get(place(key))) };
      return { ...before, entries: { ...before.entries, [key]: { ...entry, seen: now } } };
    });
    return found;
  }

  /** Deletes answers that may not be seen any more. */
  forget(matches: (key: string) => boolean): Promise<void> {
    return this.change((before, store) => {
      if (!before) return before;
      const entries = { ...before.entries };
      for (const key of Object.keys(entries)) if (matches(key)) this.drop(store, entries, key);
      return { ...before, entries };
    });
  }

  empty(): Promise<void> {
    return this.use('readwrite', (store) => {
      store.clear();
      return promisifyRequest(store.transaction);
    });
  }

  private drop(store: IDBObjectStore, entries: Record<string, Entry>, key: string): void {
    store.delete(place(key));
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy of its own
    delete entries[key];
  }

  /** In one transaction, so that tabs do not write over each other. */
  private change(
    next: (before: Content | undefined, store: IDBObjectStore) => Content | undefined | Promise<Content | undefined>,
  ): Promise<void> {
    return this.use('readwrite', async (store) => {
      const done = promisifyRequest(store.transaction);
      const before = await promisifyRequest(store.get(content) as IDBRequest<Content | undefined>);
      const after = await next(before, store);
      if (after && after !== before) store.put(after, content);
      await done;
    });
  }
}
