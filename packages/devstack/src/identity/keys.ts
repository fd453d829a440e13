import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), use: 'sig', alg: 'RS256' };
}

/**
 * The signing keys, the current one first. They outlive a restart: an API that knows the old key would otherwise refuse
 * every new token for as long as it waits between two fetches of the key set.
 */
export class SigningKeys {
  #keys: JWK[] = [];
  readonly #file: string | undefined;

  private constructor(file: string | undefined) {
    this.#file = file;
  }

  static async open(file?: string): Promise<SigningKeys> {
    const keys = new SigningKeys(file);
    const text = file ? await readFile(file, 'utf8').catch(() => null) : null;
    if (text) keys.#keys = JSON.parse(text) as JWK[];
    else await keys.rotate();
    return keys;
  }

  get jwks(): { keys: JWK[] } {
    return { keys: structuredClone(this.#keys) };
  }

  /** What everybody may know of them: enough to verify. */
  get publicJwks(): { keys: JWK[] } {
    return { keys: this.#keys.map(({ kty, kid, use, alg, n, e }) => ({ kty, kid, use, alg, n, e }) as JWK) };
  }

  /** A new key signs from now on; tokens of the one before stay valid. */
  async rotate(): Promise<void> {
    this.#keys = [await newKey(), ...this.#keys.slice(0, 1)];
    if (!this.#file) return;
    await mkdir(dirname(this.#file), { recursive: true });
    // Whole or not at all: the process may be ended while it writes.
    await writeFile(`${this.#file}.new`, JSON.stringify(this.#keys), { mode: 0o600 });
    await rename(`${this.#file}.new`, this.#file);
  }
}
