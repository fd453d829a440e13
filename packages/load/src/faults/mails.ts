import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, readMail, type Manners } from '@kollab/devstack';
import type { Judge } from '../program.ts';
import type { Arrival } from './history.ts';
import { SmtpRelay, type Moment } from './smtp-relay.ts';

/** What the server says at which step instead of taking a mail. */
export type Answers = Partial<Record<Parameters<Manners>[0], string>>;
/** No server knows these addresses. */
export const isNowhere = (address: string): boolean => address.startsWith('weg-');

/** Milliseconds that a mail is waited for, to be hit. */
const patience = 12_000;
const laters: Answers[] = [{ recipient: '450 4.7.1 Later' }, { connect: '421 4.3.2 Busy' }, { data: '452 4.3.1 Full' }];
const refusals: Answers[] = [{ connect: '554 5.7.1 Not you' }, { sender: '550 5.7.1 Not this sender' }];

/** The mail server in its own process, what stands before it, and all that befalls them. */
export class MailSite {
  /** Faults that hit a mail on its way. */
  hits = 0;
  /** Beyond the time that the platform waits for an answer. */
  private readonly silence: number;
  private child: ChildProcess | undefined;

  private readonly judge: Judge;
  private readonly relay: SmtpRelay;
  private readonly port: number;
  private readonly turns = new Map<string, number>();

  private constructor(judge: Judge, port: number, timeout: number) {
    this.judge = judge;
    this.port = port;
    this.silence = timeout + 2_000;
    this.relay = new SmtpRelay(judge, port);
  }

  /** `timeout`: milliseconds that the platform waits for an answer. */
  static async open(judge: Judge, timeout: number): Promise<{ site: MailSite; smtpUrl: string }> {
    const site = new MailSite(judge, await freePort(), timeout);
    judge.defer(() => site.child?.kill('SIGKILL'));
    await site.start();
    return { site, smtpUrl: `smtp://127.0.0.1:${await site.relay.up()}` };
  }

  get attempts(): number {
    return this.relay.attempts;
  }

  /** The server dies with a mail in its hands, or after it took one and before anybody heard; another one takes its place. */
  async kill(): Promise<void> {
    let gone: Promise<unknown> | undefined;
    await this.hit(this.next('kill', ['answer', 'text']), () => {
      gone = Promise.all([once(this.child!, 'exit'), this.relay.down()]);
      this.child!.kill('SIGKILL');
    });
    await gone;
    await pause(Math.random() * 1_500);
    await this.start();
    await this.relay.up();
  }

  /** The connections end; the server lives. */
  async disconnect(): Promise<void> {
    await this.hit(this.next('disconnect', ['text', 'answer']), () => this.relay.cut());
  }

  async saysLater(): Promise<void> {
    await this.says(this.next('later', laters));
  }
  /** Us, not this mail: an operator mends it, and nothing is lost meanwhile. */
  async refuses(): Promise<void> {
    await this.says(this.next('refuse', refusals));
  }

  /** Each answer comes late; every other time none comes at all, and the platform gives up waiting. */
  async isSlow(): Promise<void> {
    const silent = this.next('slow', [false, true]);
    this.relay.delay = silent ? Infinity : 300;
    await pause(silent ? this.silence : 4_000);
    this.relay.delay = 0;
    // Whose answers were held back will hear nothing more.
    if (silent) this.relay.cut();
  }

  /** All that the server answered for, in this order, with what each mail says itself. `people`: by address; `threads`: by question. */
  async arrivals(people: ReadonlyMap<string, string>, threads: ReadonlyMap<string, string>): Promise<Arrival[]> {
    return Promise.all(
      this.relay.taken.map(async ({ raw, recipients, heard }) => {
        const { headers, subject, text } = await readMail(raw, recipients);
        const messageId = headers.find((h) => h.name.toLowerCase() === 'message-id')?.value ?? '';
        const [to = ''] = recipients;
        const id = /^<([^@>]+)@/.exec(messageId)?.[1] ?? messageId;
        return { id, to: people.get(to) ?? to, about: aboutOf(subject, text, threads), heard };
      }),
    );
  }

  /** One after the other. */
  private next<T>(what: string, ways: readonly T[]): T {
    const turn = this.turns.get(what) ?? 0;
    this.turns.set(what, turn + 1);
    return ways[turn % ways.length]!;
  }

  private async hit(moment: Moment, act: () => void): Promise<void> {
    if (await this.relay.at(moment, patience, act)) this.hits++;
  }

  private async says(answers: Answers): Promise<void> {
    this.child!.send(answers);
    await pause(3_000);
    this.child!.send({});
  }

  private async start(): Promise<void> {
    const program = join(import.meta.dirname, 'mail-server.ts');
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, String(this.port)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { PATH: process.env['PATH'] },
    });
    this.child = child;
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the mail server ended with ${String(code)}`);
      }),
    ]);
  }
}

/** Found by the words and the links that somebody reads. */
function aboutOf(subject: string, text: string, threads: ReadonlyMap<string, string>): string {
  if (subject.startsWith('Ihre Zusammenfassung')) return 'digest';
  if (subject.startsWith('Ihre Mitgliedschaft wurde beendet')) return 'removal';
  const [, place = '', no] = /\/(?:diskussionen|fragen)\/([\w-]+)\?beitrag=(\d+)/.exec(text) ?? [];
  if (no && subject === 'Sie wurden erwähnt') return `mention ${place} ${no}`;
  if (no && subject === 'Antwort auf Ihre Frage') return `answer ${threads.get(place) ?? place} ${no}`;
  const announcement = /\/mitteilungen\/([\w-]+)/.exec(text)?.[1];
  return announcement && subject === 'Eine Frist läuft bald ab' ? `announcement ${announcement}` : `"${subject}"`;
}
