import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Plain } from './console.ts';
import { isAlive } from './processes.ts';

interface Running {
  pid: number;
  url: string;
}

function read(file: string): Running | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running;
  } catch {
    return null;
  }
}

/** One start at a time from one folder: two would share the same data. Answers with the way to let go. */
export function takeLock(file: string, url: string): () => void {
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, url }), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const running = read(file);
      if (running && isAlive(running.pid, 'start/main.ts'))
        throw new Plain(
          `Die Plattform läuft schon aus diesem Ordner: ${running.url} (Prozess ${running.pid}). Beenden Sie sie dort mit Strg+C, bevor Sie sie noch einmal starten.`,
        );
      rmSync(file, { force: true }); // left behind by a run that was killed
    }
  }
}
