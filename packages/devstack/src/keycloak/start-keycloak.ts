import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountFiles } from '../identity/accounts.ts';
import { realmFile } from '../identity/realm.ts';
import { lastLines, Plain } from '../start/console.ts';
import { pause } from '../start/processes.ts';
import { installKeycloak, missingForKeycloak } from './distribution.ts';
import type { Keycloak, KeycloakOptions } from './keycloak.ts';
import { useRunningKeycloak } from './running-keycloak.ts';

const admin = { username: 'admin', password: 'kollab-demo' };
const patience = 240;

/** The real server with our realm; `KEYCLOAK_URL` names one that already runs. */
export async function startKeycloak(options: KeycloakOptions): Promise<Keycloak> {
  const running = process.env['KEYCLOAK_URL'];
  if (running) return useRunningKeycloak(running, options);
  const missing = await missingForKeycloak();
  if (missing) throw new Plain(missing);
  await mkdir(options.cacheDir, { recursive: true });
  const home = await installKeycloak(options.dataDir, options.cacheDir);
  await prepareImport(home, options);
  const origin = `http://localhost:${options.port}`;
  const windows = process.platform === 'win32';
  const server = spawn(
    windows ? join(home, 'bin/kc.bat') : 'sh',
    [
      ...(windows ? [] : [join(home, 'bin/kc.sh')]),
      'start-dev',
      `--http-port=${options.port}`,
      '--http-host=127.0.0.1',
      `--hostname=${origin}`,
      '--import-realm',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !windows, // the script and its Java are stopped together
      shell: windows,
      env: {
        ...process.env,
        KOLLAB_PUBLIC_URL: options.webUrl,
        KOLLAB_BACKCHANNEL_URL: options.webUrl,
        KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
        KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
        JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1',
      },
    },
  );
  let log = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-20_000)));
  const gone = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const signal = (name: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    if (windows) server.kill(name);
    else process.kill(-server.pid!, name);
  };
  // Its database is a file of this machine and takes no harm; nobody waits for a slow Java.
  const stop = async () => {
    signal('SIGTERM');
    const timer = setTimeout(() => signal('SIGKILL'), 3_000);
    await gone;
    clearTimeout(timer);
  };
  const endWithUs = () => signal('SIGKILL');
  process.once('exit', endWithUs);
  void gone.then(() => process.off('exit', endWithUs));
  const issuer = `${origin}/realms/kollab`;
  for (let second = 0; second < patience; second++) {
    if (server.exitCode !== null) throw new Plain(`Keycloak startet nicht. Zuletzt meldet es:\n${lastLines(log, 20)}`);
    const ready = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => null);
    if (ready?.ok) return { issuer, admin, stop };
    await pause(1_000);
  }
  await stop();
  throw new Plain(`Keycloak antwortet nach ${patience} s nicht. Zuletzt meldet es:\n${lastLines(log, 20)}`);
}

/** An existing realm is skipped at the import, so another realm, other accounts or another address begin anew. */
async function prepareImport(home: string, { webUrl, accounts }: KeycloakOptions): Promise<void> {
  const files = { 'kollab-realm.json': realmFile, 'kollab-users-0.json': accountFiles[accounts] };
  const hash = createHash('sha256').update(webUrl);
  for (const file of Object.values(files)) hash.update(await readFile(file));
  const wanted = hash.digest('hex');
  const stamp = join(home, 'data/imported');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  await rm(join(home, 'data'), { recursive: true, force: true });
  await mkdir(join(home, 'data/import'), { recursive: true });
  for (const [name, file] of Object.entries(files)) await copyFile(file, join(home, 'data/import', name));
  await writeFile(stamp, wanted);
}
