import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, readMail, type Manners } from '@kollab/devstack';
import type { Judge } from '../program.ts';
import type { Arrival } from './history.ts';
import { SmtpRelay, type Moment } from './smtp-relay.ts';

/** What the mail server says at a step of SMTP instead of going on. */
export type Answers = Partial<Record<Parameters<Manners>[0], string>>;
/** Addresses that the mail server refuses as unknown. */
export const isNowhere = (address: string): boolean => address.startsWith('weg-');

/** Milliseconds to wait for a mail on its way that a fault can hit. */
const patience = 12_000;
const laters: Answers[] = [{ recipient: '450 4.7.1 Later' }, { connect: '421 4.3.2 Busy' }, { data: '452 4.3.1 Full' }];
const refusals: Answers[] = [{ connect: '554 5.7.1 Not you' }, { sender: '550 5.7.1 Not this sender' }];

/** The mail server in a process of its own, the relay before it, and the faults that hit them. */
export class MailSite {
  /** How many faults hit a mail on its way. */
  hits = 0;
  /** Milliseconds: longer than the platform waits for an answer. */
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

  /** Kills the server in the middle of a mail, or between taking one and passing its answer on; then starts another one. */
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
  /** The server refuses the platform, not a single mail. An operator would mend that; no mail may be lost meanwhile. */
  async refuses(): Promise<void> {
    await this.says(this.next('refuse', refusals));
  }

  /** In turns: every answer comes late, or none comes at all until the platform gives up waiting. */
  async isSlow(): Promise<void> {
    const silent = this.next('slow', [false, true]);
    this.relay.delay = silent ? Infinity : 300;
    await pause(silent ? this.silence : 4_000);
    this.relay.delay = 0;
    // Connections whose answers were held back get nothing any more.
    if (silent) this.relay.cut();
  }

  /**
   * All mails that the server answered for, in their order, described by their own text. `people`: names by address; `threads`:
   * thread ids by question id.
   */
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

  /** Takes the ways in turns. */
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

/** What a mail is about, by the words and links that its reader sees. */
function aboutOf(subject: string, text: string, threads: ReadonlyMap<string, string>): string {
  if (subject.startsWith('Ihre Zusammenfassung')) return 'digest';
  if (subject.startsWith('Ihre Mitgliedschaft wurde beendet')) return 'removal';
  const [, place = '', no] = /\/(?:diskussionen|fragen)\/([\w-]+)\?beitrag=(\d+)/.exec(text) ?? [];
  if (no && subject === 'Sie wurden erwähnt') return `mention ${place} ${no}`;
  if (no && subject === 'Antwort auf Ihre Frage') return `answer ${threads.get(place) ?? place} ${no}`;
  const announcement = /\/mitteilungen\/([\w-]+)/.exec(text)?.[1];
  return announcement && subject === 'Eine Frist läuft bald ab' ? `announcement ${announcement}` : `"${subject}"`;
}
