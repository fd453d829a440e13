import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../postgres.ts';
import { Accounts, demoAccounts, type Account } from './accounts.ts';
import { SigningKeys } from './keys.ts';
import { createProvider, mount, type ProviderParts } from './provider.ts';
import { readRealm, type Realm } from './realm.ts';
import { contentSecurityPolicy, listener } from './routes.ts';
import { IdentityStore } from './store.ts';

export interface IdentityOptions {
  /** The origin of the web, for example `http://localhost:3000`: redirects and the back-channel lead there. */
  webUrl: string;
  /** On loopback; a free one when left out. */
  port?: number;
  /** Keeps the signing key and, over an orderly stop, the sessions. */
  dataDir?: string;
  /** Who can sign in; the demonstration's accounts when left out. */
  accounts?: Account[];
  /** Lists the accounts as one-click buttons, and takes `login_hint` for a click. */
  demo?: boolean;
  /** Shorter lives than the realm file's, for tests. */
  lives?: Partial<Pick<Realm, 'accessTokenSeconds' | 'sessionIdleSeconds' | 'sessionMaxSeconds'>>;
}

/** A running identity provider and what a test, or an administrator in a test's story, does to it from outside. */
export interface Identity {
  issuer: string;
  addAccount(account: Account): void;
  /** A disabled account gets no new token; access tokens already out live until they expire, as with Keycloak. */
  setEnabled(username: string, enabled: boolean): void;
  /** Ends all sessions of an account and tells the application by the back-channel. */
  endSessions(username: string): Promise<void>;
  /** Signs with a new key from now on. */
  rotateKeys(): Promise<void>;
  stop(): Promise<void>;
}

/** Client.backchannelLogout is the provider's own way at sign-out; its type declarations leave it out. */
interface BackchannelClient {
  backchannelLogout(accountId: string, sid: string | undefined): Promise<void>;
}

/**
 * A certified OpenID provider under Keycloak's addresses and with Keycloak's claims, for one machine without Keycloak.
 * Its accounts have known passwords, hence loopback only and never in production.
 */
export async function startIdentity(options: IdentityOptions): Promise<Identity> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The embedded identity provider does not run with NODE_ENV=production.');
  const { webUrl, dataDir, demo = false } = options;
  const port = options.port ?? (await freePort());
  const origin = `http://localhost:${port}`;
  if (dataDir) await mkdir(dataDir, { recursive: true });
  const sessionsFile = dataDir && join(dataDir, 'sessions.json');
  const store = new IdentityStore();
  if (sessionsFile) await store.load(sessionsFile);
  const parts: ProviderParts = {
    origin,
    webUrl,
    realm: { ...readRealm(webUrl), ...options.lives },
    accounts: new Accounts(options.accounts ?? demoAccounts()),
    keys: await SigningKeys.open(dataDir && join(dataDir, 'signing-keys.json')),
    store,
    demo,
    contentSecurityPolicy: contentSecurityPolicy(new URL(webUrl).origin),
  };
  let provider = createProvider(parts);
  const server = createServer(listener(parts, () => provider));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));

  return {
    issuer: origin + mount,
    addAccount: (account) => parts.accounts.add(account),
    setEnabled: (username, enabled) => parts.accounts.setEnabled(username, enabled),
    endSessions: async (username) => {
      const account = parts.accounts.byName(username);
      if (!account) throw new Error(`No account ${username}`);
      for (const [id, session] of store.sessionsOf(account.id)) {
        store.forget('Session', id);
        for (const [clientId, { sid, grantId }] of Object.entries(session.authorizations ?? {})) {
          if (grantId) store.revoke(grantId);
          const client = (await provider.Client.find(clientId)) as BackchannelClient | undefined;
          await client?.backchannelLogout(account.id, sid);
        }
      }
    },
    rotateKeys: async () => {
      await parts.keys.rotate();
      provider = createProvider(parts);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (sessionsFile) await store.save(sessionsFile);
    },
  };
}
