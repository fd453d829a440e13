import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Plain } from '../start/console.ts';

const keycloakVersion = '26.7.3';
const run = promisify(execFile);
const shell = process.platform === 'win32'; // mvn is a batch file there

async function works(program: string, ...args: string[]): Promise<string | null> {
  const result = await run(program, args, { shell }).catch(() => null);
  return result && result.stdout + result.stderr;
}

/** One sentence about what is missing, or null. */
export async function missingForKeycloak(): Promise<string | null> {
  const java = await works('java', '-version');
  const major = Number(/version "(\d+)/.exec(java ?? '')?.[1] ?? 0);
  if (major < 17)
    return `Keycloak braucht Java 17 oder neuer, hier ${major ? `ist Java ${major}` : 'ist keines'}. Ohne --keycloak läuft der eingebaute Anmeldedienst. (Keycloak needs Java 17.)`;
  if (!(await works('mvn', '-version')))
    return 'Um Keycloak zu laden, wird Maven (mvn) gebraucht, und hier ist keines. Ohne --keycloak läuft der eingebaute Anmeldedienst. (Fetching Keycloak needs Maven.)';
  return null;
}

/** The server's archive from Maven Central, fetched once. */
async function archive(cacheDir: string): Promise<string> {
  const name = `keycloak-quarkus-dist-${keycloakVersion}.zip`;
  const file = join(cacheDir, name);
  if (existsSync(file)) return file;
  const missing = await missingForKeycloak();
  if (missing) throw new Plain(missing);
  const loading = join(cacheDir, 'loading');
  await mkdir(loading, { recursive: true });
  const artifact = `org.keycloak:keycloak-quarkus-dist:${keycloakVersion}:zip`;
  await run(
    'mvn',
    ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${loading}`, '-Dmdep.useBaseVersion=true'],
    {
      shell,
      cwd: loading,
    },
  ).catch((error: unknown) => {
    throw new Plain(
      `Keycloak ${keycloakVersion} lässt sich nicht laden: Ist Maven Central erreichbar? (Keycloak could not be fetched.)\n${((error as { stdout?: string }).stdout ?? '').slice(-600)}`,
    );
  });
  await rename(join(loading, name), file);
  await rm(loading, { recursive: true });
  return file;
}

/** Unpacks with whatever this machine has; the JDK brings `jar`. */
async function unpack(file: string, into: string): Promise<void> {
  for (const [program, ...args] of [
    ['unzip', '-q', file],
    ['jar', 'xf', file],
    ['tar', '-xf', file],
  ] as const)
    if (
      await run(program, args, { cwd: into }).then(
        () => true,
        () => false,
      )
    )
      return;
  throw new Plain('Keycloak lässt sich nicht auspacken: Gebraucht wird unzip, jar oder tar. (Nothing here unpacks a zip.)');
}

/** A server of one's own below `dir`: it writes into its folder, so two runs do not share one. */
export async function installKeycloak(dir: string, cacheDir: string): Promise<string> {
  const home = join(dir, `keycloak-${keycloakVersion}`);
  if (existsSync(home)) return home;
  const file = await archive(cacheDir);
  const unpacking = join(dir, 'unpacking');
  await rm(unpacking, { recursive: true, force: true });
  await mkdir(unpacking, { recursive: true });
  await unpack(file, unpacking);
  await rename(join(unpacking, `keycloak-${keycloakVersion}`), home);
  await rm(unpacking, { recursive: true });
  return home;
}
