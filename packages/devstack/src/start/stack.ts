import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAccounts, plainAccounts, type Account } from '../identity/accounts.ts';
import { startIdentity } from '../identity/start-identity.ts';
import { startMail } from '../mail/start-mail.ts';
import { root } from '../migrations/files.ts';
import { pushKeys, type PushKeys } from '../push-keys.ts';
import { turbo } from './build.ts';
import { Plain, say, step } from './console.ts';
import { startDatabase, type Database } from './database.ts';
import type { Ports, StartOptions } from './options.ts';
import { pause } from './processes.ts';
import { Program, runCommand } from './programs.ts';

const api = (script: string) => join(root, 'apps/api/dist', script);

/** Everything that runs after `npm start`, brought up in order and taken down in the opposite one. */
export class Stack {
  readonly #options: StartOptions;
  readonly #ports: Ports;
  readonly #data: string;
  readonly #onDeath: (sentence: string) => void;
  readonly #stops: (() => Promise<unknown>)[] = [];
  #stopping = false;

  constructor(options: StartOptions, ports: Ports, data: string, onDeath: (sentence: string) => void) {
    this.#options = options;
    this.#ports = ports;
    this.#data = data;
    this.#onDeath = onDeath;
  }

  async start(): Promise<void> {
    const { empty, mode } = this.#options;
    const dev = mode === 'dev';
    const accounts = empty ? plainAccounts() : demoAccounts();
    await mkdir(join(this.#data, 'logs'), { recursive: true });
    const [database, issuer, mail] = await Promise.all([this.#database(), this.#identity(accounts), this.#mail(), this.#build()]);
    const env = { ...this.#environment(database.url, issuer, mail.smtpUrl), ...(await this.#pushKeys()) };
    const command = (name: string, script: string) => runCommand({ name, script: api(`commands/${script}.js`), env });
    await step('Die Verwaltungen Sachsen-Anhalts werden eingetragen', 'Verwaltungen eingetragen', () => command('Das Eintragen', 'seed'));
    if (!empty) await step('Die Vorführdaten werden geladen', 'Vorführdaten geladen', () => command('Das Laden der Vorführdaten', 'demo'));
    const programs = await step('Server und Aufträge werden gestartet', 'Server und Aufträge laufen', () => this.#serve(env));
    if (dev) {
      const { watch } = await import('./watch.ts');
      this.#stops.push(await watch(programs));
    }
    const invitation = empty ? await command('Das Ausstellen des ersten Zugangs', 'first-admin') : '';
    this.#tellWhatRuns(accounts, mail.webUrl, invitation.trim());
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    for (const stop of this.#stops.reverse()) await stop().catch((error: unknown) => console.error(error));
  }

  /** Remembers how to stop what starts, also when the end comes before it runs. */
  async #keep<T>(starting: Promise<T>, stop: (running: T) => Promise<unknown>): Promise<T> {
    this.#stops.push(async () => {
      const running = await Promise.race([starting.catch(() => null), pause(3_000).then(() => null)]);
      if (running) await stop(running);
    });
    return starting;
  }

  #database(): Promise<Database> {
    const { empty } = this.#options;
    // The issuer's address is part of who somebody is, so another port has its own people and needs its own data.
    const name = `kollab_${this.#ports.web}${empty ? '_empty' : ''}`;
    const start = () => startDatabase(join(this.#data, 'postgres'), this.#ports.postgres, name);
    return step('Die Datenbank wird gestartet', 'Datenbank läuft', () => this.#keep(start(), (database) => database.stop()));
  }

  async #identity(accounts: Account[]): Promise<string> {
    const port = this.#ports.identity;
    const webUrl = this.#webUrl;
    if (this.#options.keycloak) {
      const { startKeycloak } = await import('../keycloak/start-keycloak.ts');
      const start = () =>
        startKeycloak({
          port,
          webUrl,
          dataDir: join(this.#data, 'keycloak'),
          cacheDir: this.#data,
          accounts: this.#options.empty ? 'plain' : 'demo',
        });
      const keycloak = await step('Keycloak wird gestartet; beim ersten Mal wird es geladen (180 MB)', 'Keycloak läuft', () =>
        this.#keep(start(), (running) => running.stop()),
      );
      return keycloak.issuer;
    }
    const dataDir = join(this.#data, 'identity');
    const starting = startIdentity({ port, webUrl, dataDir, accounts, demo: !this.#options.empty });
    return (await this.#keep(starting, (running) => running.stop())).issuer;
  }

  /** Made once: a browser that subscribed knows the server by them. */
  async #pushKeys(): Promise<PushKeys> {
    const file = join(this.#data, 'push-keys.json');
    const known = await readFile(file, 'utf8').catch(() => null);
    if (known !== null) return JSON.parse(known) as PushKeys;
    const keys = pushKeys();
    await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
    return keys;
  }

  #mail() {
    return this.#keep(startMail({ smtpPort: this.#ports.smtp, webPort: this.#ports.mailPage }), (mail) => mail.stop());
  }

  #build(): Promise<void> {
    return step('API und Oberfläche werden gebaut', 'API und Oberfläche sind gebaut', () =>
      turbo('build', '--filter=@kollab/api', '--filter=@kollab/web'),
    );
  }

  #environment(databaseUrl: string, issuer: string, smtpUrl: string): NodeJS.ProcessEnv {
    const dev = this.#options.mode === 'dev';
    return {
      NODE_ENV: dev ? 'development' : 'production',
      NODE_COMPILE_CACHE: join(this.#data, 'compile-cache'),
      ...(dev && { NODE_OPTIONS: '--enable-source-maps' }),
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(this.#ports.web),
      PUBLIC_URL: this.#webUrl,
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: 'kollab-api',
      OIDC_CLIENT_ID: 'web',
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Gemeinsam Digital <nicht-antworten@land.example>',
      WEB_DIST: join(root, 'apps/web/dist'),
      TRUSTED_DOCUMENTS: String(!dev),
      DEMO: String(!this.#options.empty),
      LOG_LEVEL: 'info',
    };
  }

  async #serve(env: NodeJS.ProcessEnv): Promise<Program[]> {
    // While developing, what `tsc` writes is what runs.
    const built = this.#options.mode === 'dev' ? '' : 'bundle/';
    const program = (name: string, script: string) =>
      new Program(
        { name, script: api(`${built}${script}.js`), env },
        { logFile: join(this.#data, 'logs', `${script}.log`), echo: this.#options.mode === 'dev', onDeath: this.#onDeath },
      );
    const programs = [program('Der Server', 'main'), program('Der Auftragsdienst', 'worker')];
    this.#stops.push(() => Promise.all(programs.map((running) => running.stop())));
    for (const running of programs) running.start();
    for (let tries = 0; ; tries++) {
      const ready = await fetch(`http://127.0.0.1:${this.#ports.web}/readyz`).catch(() => null);
      if (ready?.ok || this.#stopping) return programs;
      if (tries > 300) throw new Plain(`Der Server antwortet nicht. Sein Protokoll steht in ${join(this.#data, 'logs/main.log')}.`);
      await pause(200);
    }
  }

  get #webUrl(): string {
    return `http://localhost:${this.#ports.web}`;
  }

  #tellWhatRuns(accounts: Account[], mailPage: string, invitation: string): void {
    if (this.#stopping) return;
    const width = Math.max(...accounts.map(({ username }) => username.length));
    const row = ({ username, firstName, lastName, organisation }: Account) =>
      `  ${username.padEnd(width)}  ${firstName} ${lastName}${organisation ? `, ${organisation}` : ''}`;
    say(`
Die Plattform läuft:   ${this.#webUrl}
Abgefangene E-Mails:   ${mailPage}${this.#options.mode === 'dev' ? `\nAbfragen ausprobieren: ${this.#webUrl}/explorer.html` : ''}
Anmelden als           (Passwort: ${accounts[0]!.password})
${accounts.map(row).join('\n')}${invitation ? `\nErste Verwaltung:      ${invitation}` : ''}
Beenden:               Strg+C`);
  }
}
