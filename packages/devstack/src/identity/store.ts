import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Row {
  payload: AdapterPayload;
  /** Milliseconds; what ran out is as if it had never been there. */
  expires: number;
}

/**
 * What the provider remembers: sessions, grants, codes, refresh tokens. The provider's own memory keeps the newest
 * thousand entries and would end living sessions of a busy test; it also cannot say whose sessions there are.
 */
export class IdentityStore {
  #models = new Map<string, Map<string, Row>>();
  #writes = 0;

  adapter(model: string): Adapter {
    const rows = this.#rows(model);
    const live = (row: Row | undefined) => (row && row.expires > Date.now() ? row.payload : undefined);
    const first = (fits: (payload: AdapterPayload) => boolean) => live([...rows.values()].find((row) => fits(row.payload)));
    return {
      upsert: async (id, payload, expiresIn) => {
        this.#sweepNowAndThen();
        rows.set(id, { payload, expires: expiresIn ? Date.now() + expiresIn * 1000 : Number.MAX_SAFE_INTEGER });
      },
      find: async (id) => live(rows.get(id)),
      findByUid: async (uid) => first((payload) => payload.uid === uid),
      findByUserCode: async (code) => first((payload) => payload.userCode === code),
      consume: async (id) => {
        const row = rows.get(id);
        if (row) row.payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void rows.delete(id),
      revokeByGrantId: async (grantId) => {
        for (const [id, row] of rows) if (row.payload.grantId === grantId) rows.delete(id);
      },
    };
  }

  /** The living sessions of one account. */
  sessionsOf(accountId: string): [string, AdapterPayload][] {
    const now = Date.now();
    return [...this.#rows('Session')]
      .filter(([, row]) => row.expires > now && row.payload.accountId === accountId)
      .map(([id, row]) => [id, row.payload]);
  }

  forget(model: string, id: string): void {
    this.#rows(model).delete(id);
  }

  /** Ends all codes and tokens that came from this grant. */
  revoke(grantId: string): void {
    for (const rows of this.#models.values()) for (const [id, row] of rows) if (row.payload.grantId === grantId) rows.delete(id);
    this.forget('Grant', grantId);
  }

  async save(file: string): Promise<void> {
    const models = [...this.#models].map(([model, rows]) => [model, [...rows]]);
    // Whole or not at all: the process may be ended while it writes.
    await writeFile(`${file}.new`, JSON.stringify(models), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  /** Reads what an orderly stop left behind, once: after a crash an old picture would revive used refresh tokens. */
  async load(file: string): Promise<void> {
    const text = await readFile(file, 'utf8').catch(() => '[]');
    await rm(file, { force: true });
    for (const [model, rows] of JSON.parse(text) as [string, [string, Row][]][]) this.#models.set(model, new Map(rows));
  }

  #rows(model: string): Map<string, Row> {
    const rows = this.#models.get(model) ?? new Map<string, Row>();
    this.#models.set(model, rows);
    return rows;
  }

  #sweepNowAndThen(): void {
    if (++this.#writes % 500 !== 0) return;
    const now = Date.now();
    for (const rows of this.#models.values()) for (const [id, row] of rows) if (row.expires <= now) rows.delete(id);
  }
}
