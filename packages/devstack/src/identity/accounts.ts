import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody who can sign in at the embedded identity provider. */
export interface Account {
  /** Becomes `sub`. Keycloak takes the same id over when it imports the file. */
  id: string;
  username: string;
  password: string;
  firstName: string;
  lastName: string;
  email: string;
  emailVerified: boolean;
  enabled: boolean;
  realmRoles: string[];
  /** Where this person works and what to look at with this account; shown beside the one-click button. */
  organisation?: string;
  purpose?: string;
}

/** The part of Keycloak's user representation that our account files use. */
interface KeycloakUser {
  id: string;
  username: string;
  enabled: boolean;
  firstName: string;
  lastName: string;
  email: string;
  emailVerified: boolean;
  attributes: { organisation?: string[]; purpose?: string[] };
  credentials: { type: string; value: string }[];
  realmRoles: string[];
}

const keycloakDir = join(import.meta.dirname, '../../../../docker/keycloak');
export const accountFiles = { demo: join(keycloakDir, 'demo-accounts.json'), plain: join(keycloakDir, 'plain-account.json') };

function readAccounts(file: string): Account[] {
  const { users } = JSON.parse(readFileSync(file, 'utf8')) as { users: KeycloakUser[] };
  return users.map(({ attributes, credentials, ...user }) => {
    const [organisation] = attributes.organisation ?? [];
    const [purpose] = attributes.purpose ?? [];
    return {
      ...user,
      password: credentials[0]!.value,
      // Keycloak gives every new account its default role, which carries no right here and stands in no token.
      realmRoles: user.realmRoles.filter((role) => !role.startsWith('default-roles-')),
      ...(organisation ? { organisation } : {}),
      ...(purpose ? { purpose } : {}),
    };
  });
}

/** The accounts of the demonstration, from the one file that Keycloak imports too. */
export const demoAccounts = (): Account[] => readAccounts(accountFiles.demo);

/** The one account of a start without demonstration data. */
export const plainAccounts = (): Account[] => readAccounts(accountFiles.plain);

/** The living list of accounts of one running provider. */
export class Accounts {
  readonly #accounts: Account[];

  constructor(accounts: Account[]) {
    this.#accounts = accounts.map((account) => ({ ...account }));
  }

  get all(): readonly Account[] {
    return this.#accounts;
  }

  byId(id: string): Account | undefined {
    return this.#accounts.find((account) => account.id === id);
  }

  /** By user name or mail address, as Keycloak's sign-in page allows it. */
  byName(name: string): Account | undefined {
    const wanted = name.trim().toLowerCase();
    return this.#accounts.find((account) => account.username === wanted || account.email.toLowerCase() === wanted);
  }

  add(account: Account): void {
    this.#accounts.push({ ...account });
  }

  setEnabled(username: string, enabled: boolean): void {
    const account = this.byName(username);
    if (!account) throw new Error(`No account ${username}`);
    account.enabled = enabled;
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();
export const passwordFits = (account: Account, password: string): boolean => timingSafeEqual(digest(account.password), digest(password));
