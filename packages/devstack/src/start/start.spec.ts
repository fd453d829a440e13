import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../postgres.ts';
import { endLeftover } from './database.ts';
import { takeLock } from './lock.ts';
import { parseOptions, portsFrom } from './options.ts';
import { checkPorts } from './preflight.ts';
import { isAlive } from './processes.ts';
import { Program, runCommand } from './programs.ts';

const dir = mkdtempSync(join(tmpdir(), 'kollab-start-'));
afterAll(() => rmSync(dir, { recursive: true }));
const script = (name: string, text: string) => {
  const file = join(dir, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
};
/** A process number that no process has any more. */
const pastPid = async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid!;
};

describe('the options', () => {
  test('say what is left out', () => {
    expect(parseOptions([])).toEqual({ mode: 'start', port: 3000, fresh: false, empty: false, keycloak: false });
    expect(parseOptions(['dev', '--port', '4000', '--empty'])).toMatchObject({ mode: 'dev', port: 4000, empty: true });
  });

  test.each([[['start', '--prot']], [['start', '--port', 'x']], [['start', '--port', '80']], [['start', 'irgendwas']]])(
    'refuse %j',
    (args) => {
      expect(() => parseOptions(args)).toThrow(/Optionen|--port braucht eine Zahl/);
    },
  );
});

describe('the ports', () => {
  test('are named when somebody has one', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port + 1, '127.0.0.1', resolve));
    try {
      await expect(checkPorts(portsFrom(port))).rejects.toThrow(`Port ${port + 1} (für die Anmeldung) ist schon belegt.`);
    } finally {
      server.close();
    }
  });
});

describe('the lock', () => {
  const file = join(dir, 'running.json');

  test('names the run that holds it', async () => {
    const other = script('start', 'setInterval(() => {}, 1000)');
    const child = spawn(process.execPath, [other, 'start/main.ts']);
    try {
      writeFileSync(file, JSON.stringify({ pid: child.pid, url: 'http://localhost:3000' }));
      expect(() => takeLock(file, 'http://localhost:4000')).toThrow('läuft schon aus diesem Ordner: http://localhost:3000');
    } finally {
      child.kill();
    }
  });

  test('is taken over from a dead run and from a number that is somebody else by now', async () => {
    for (const pid of [await pastPid(), process.pid]) {
      writeFileSync(file, JSON.stringify({ pid, url: 'http://localhost:3000' }));
      const letGo = takeLock(file, 'http://localhost:4000');
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, url: 'http://localhost:4000' });
      letGo();
    }
  });
});

test('a pid file of a database that is gone is removed, and nobody else is harmed', async () => {
  const file = join(dir, 'postmaster.pid');
  for (const pid of [await pastPid(), process.pid]) {
    writeFileSync(file, `${pid}\n${dir}\n`);
    await endLeftover(dir);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  }
});

describe('a command', () => {
  test('answers with what it wrote', async () => {
    const file = script('says', 'console.log(process.env.WORD); console.error("nebenbei")');
    expect(await runCommand({ name: 'Das Sagen', script: file, env: { WORD: 'hallo' } })).toBe('hallo\n');
  });

  test('that fails shows why', async () => {
    const file = script('fails', 'console.error("kaputt"); process.exit(3)');
    await expect(runCommand({ name: 'Das Laden', script: file, env: {} })).rejects.toThrow('Das Laden ist fehlgeschlagen:\nkaputt');
  });
});

describe('a program', () => {
  const start = (name: string, text: string) => {
    const deaths: string[] = [];
    let heard: () => void = () => undefined;
    const died = new Promise<void>((resolve) => (heard = resolve));
    const logFile = join(dir, `${name}.log`);
    const onDeath = (sentence: string) => {
      deaths.push(sentence);
      heard();
    };
    const program = new Program({ name: 'Der Server', script: script(name, text), env: {} }, { logFile, echo: false, onDeath });
    program.start();
    const wrote = async (text: string) => {
      while (!readFileSync(logFile, { encoding: 'utf8', flag: 'a+' }).includes(text))
        await new Promise((resolve) => setTimeout(resolve, 20));
    };
    return { program, deaths, died, wrote };
  };

  test('that dies by itself is reported with its last words', async () => {
    const { deaths, died } = start('dies', 'console.error("kein Platz"); process.exit(7)');
    await died;
    expect(deaths).toHaveLength(1);
    expect(deaths[0]).toMatch(/^Der Server hat sich mit Code 7 beendet\..*kein Platz/s);
  });

  test('that is stopped ends in good order and is not mourned', async () => {
    const { program, deaths, wrote } = start(
      'stops',
      'process.on("SIGTERM", () => { console.log("Ende"); process.exit(0) }); console.log("da"); setInterval(() => {}, 1000)',
    );
    await wrote('da');
    await program.stop();
    await wrote('Ende');
    expect(deaths).toEqual([]);
  });

  test('that does not listen is ended all the same', async () => {
    const { program, deaths, wrote } = start('deaf', 'process.on("SIGTERM", () => {}); console.log("da"); setInterval(() => {}, 1000)');
    await wrote('da');
    await program.stop(200);
    expect(deaths).toEqual([]);
  });
});

test('whoever is started ends when the one who started it is gone', async () => {
  const withParent = join(import.meta.dirname, 'with-parent.ts');
  const child = script('child', 'process.on("SIGTERM", () => process.exit(0)); process.send("da"); setInterval(() => {}, 1000)');
  const parent = script(
    'parent',
    `import { spawn } from 'node:child_process';
     const child = spawn(process.execPath, ['--import', ${JSON.stringify(withParent)}, ${JSON.stringify(child)}], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
     child.on('message', () => console.log(child.pid));`,
  );
  const process_ = spawn(process.execPath, [parent]);
  const pid = Number(await new Promise((resolve) => process_.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))));
  expect(isAlive(pid, child)).toBe(true);
  process_.kill('SIGKILL');
  while (isAlive(pid, child)) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isAlive(pid, child)).toBe(false);
});
