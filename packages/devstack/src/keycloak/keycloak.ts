import type { accountFiles } from '../identity/accounts.ts';

export interface KeycloakOptions {
  port: number;
  /** The origin of the web: redirects and the back-channel lead there. */
  webUrl: string;
  /** The server and its data. */
  dataDir: string;
  /** Where the fetched archive stays. */
  cacheDir: string;
  /** Which account file is imported with the realm. */
  accounts: keyof typeof accountFiles;
}

export interface Keycloak {
  issuer: string;
  /** Of the administrator of this throw-away server. */
  admin: { username: string; password: string };
  stop(): Promise<void>;
}
