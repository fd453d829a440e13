import { inQueue, type Queued } from '@kollab/contract';
import { shot, Wire } from './wire.ts';

type Request = { headers: Record<string, string>; body: string };

/** One person in front of one screen. */
export interface Person {
  /** Signs in on the socket. */
  hello: string;
  headers: Record<string, string>;
  /** Asks for the queue. */
  queue: string;
  /** So long after the begin, in milliseconds, they vote or ask. */
  acts: { at: number; body: string; questionId: string | null }[];
}
export interface BallotPlan {
  kind: 'ballot';
  server: string;
  room: string;
  people: Person[];
}
export interface BallotTaken {
  /** Milliseconds from each vote until it had reached the last screen. */
  votes: number[];
  refused: number;
  /** Votes that some screen never heard of. */
  lost: number;
  /** Screens whose queue, order or counts are not those of a fresh one. */
  disagreeing: number;
  /** The most refetches of one screen within a second. */
  refetches: number;
  /** Of one screen, in all. */
  refetchesInAll: number;
}

/** As the web does it: bundled, with some jitter, at most once in so many milliseconds; a count is said once more after others. */
const jitter = 300;
const askEvery = 1_000;
const confirmAfter = 2_000;
const patience = 15_000;

interface Answer {
  data: { sprechstunde: { questions: { nodes: Queued[] } } };
}
interface Told {
  room: string;
  seq: number;
  name?: string;
  payload?: { questionId: string; voteCount: number };
  /** A new question, for who looks at the queue and has no further part in it. */
  fragment?: Queued;
}

/** A browser's queue without the browser: the same query, the same events, the same order. */
class Screen {
  readonly rows = new Map<string, Queued>();
  /** When this screen showed which count, by question. */
  readonly shown = new Map<string, { at: number; count: number }[]>();
  readonly asked: number[] = [];
  private seq: number | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly confirming = new Map<string, NodeJS.Timeout>();
  private socket: WebSocket | undefined;
  private readonly reads: Wire;
  private readonly acts: Wire;
  private readonly plan: BallotPlan;
  private readonly person: Person;

  constructor(plan: BallotPlan, person: Person) {
    this.plan = plan;
    this.person = person;
    this.reads = new Wire(plan.server, true);
    this.acts = new Wire(plan.server, true);
  }

  async open(): Promise<void> {
    await this.join();
    await this.read();
  }

  /** Answers with the count that came back, or null when it was refused. */
  async act(body: string): Promise<number | null> {
    if (!(await this.acts.send(this.request({ headers: this.person.headers, body })))) return null;
    const { data } = JSON.parse(this.acts.lastAnswer) as { data: { voteQuestion?: { voteCount: number } } };
    return data.voteQuestion?.voteCount ?? 0;
  }

  get queue(): string {
    return JSON.stringify([...this.rows.values()].toSorted(inQueue).map(({ id, voteCount }) => [id, voteCount]));
  }

  /** When it showed at least so many votes; null: never. */
  reached(questionId: string, count: number): number | null {
    return this.shown.get(questionId)?.find((shown) => shown.count >= count)?.at ?? null;
  }

  close(): void {
    clearTimeout(this.timer);
    for (const timer of this.confirming.values()) clearTimeout(timer);
    this.socket?.close();
    this.reads.close();
    this.acts.close();
  }

  async read(): Promise<void> {
    if (!(await this.reads.send(this.request({ headers: this.person.headers, body: this.person.queue }))))
      throw new Error(`the queue was refused: ${this.reads.lastAnswer.slice(0, 300)}`);
    const { data } = JSON.parse(this.reads.lastAnswer) as Answer;
    this.rows.clear();
    for (const row of data.sprechstunde.questions.nodes) {
      this.rows.set(row.id, row);
      this.note(row.id, row.voteCount);
    }
  }

  private request({ headers, body }: Request) {
    return shot(`${this.plan.server}/graphql`, headers, body);
  }

  private note(questionId: string, count: number): void {
    const all = this.shown.get(questionId) ?? [];
    this.shown.set(questionId, all);
    all.push({ at: performance.now(), count });
  }

  private join(): Promise<void> {
    const socket = new WebSocket(`${this.plan.server.replace('http', 'ws')}/live/?EIO=4&transport=websocket`);
    this.socket = socket;
    return new Promise((resolve, reject) => {
      const waiting = setTimeout(() => reject(new Error('a screen could not join')), patience);
      socket.addEventListener('error', () => reject(new Error('a screen could not connect')));
      socket.addEventListener('message', ({ data }) => {
        const text = String(data);
        if (text.startsWith('42')) this.hear((JSON.parse(text.slice(2)) as ['event', Told])[1]);
        else if (text === '2') socket.send('3');
        else if (text.startsWith('0')) socket.send(`40${this.person.hello}`);
        else if (text.startsWith('40')) socket.send(`420${JSON.stringify(['watch', { room: this.plan.room }])}`);
        else if (text.startsWith('430') && text.includes('"ok":true')) {
          this.seq ??= (JSON.parse(text.slice(3)) as [{ seq: number }])[0].seq;
          socket.send(`421${JSON.stringify(['focus', { room: this.plan.room, focus: this.plan.room.slice('event:'.length), on: true }])}`);
        } else if (text.startsWith('431') && text.includes('"ok":true')) {
          clearTimeout(waiting);
          resolve();
        } else if (/^4[34]/.test(text)) reject(new Error(`a screen was refused: ${text}`));
      });
    });
  }

  private hear({ room, seq, name, payload, fragment }: Told): void {
    if (room !== this.plan.room) return;
    // Whatever is missing is read anew.
    const gap = this.seq !== null && seq !== this.seq + 1;
    this.seq = seq;
    if (name === 'question.voted' && payload) {
      const { questionId, voteCount } = payload;
      const show = (): void => {
        const row = this.rows.get(questionId);
        if (row) this.rows.set(questionId, { ...row, voteCount });
      };
      show();
      this.note(questionId, voteCount);
      clearTimeout(this.confirming.get(questionId));
      this.confirming.set(questionId, setTimeout(show, confirmAfter));
    }
    if (name === 'question.asked' && fragment) this.rows.set(fragment.id, fragment);
    if (gap || (name !== 'question.voted' && !fragment)) this.readSoon();
  }

  private readSoon(): void {
    const now = performance.now();
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        this.asked.push(performance.now());
        void this.read().catch(() => this.readSoon());
      },
      Math.max(Math.random() * jitter, (this.asked.at(-1) ?? -askEvery) + askEvery - now),
    );
  }
}

const mostWithin = (times: readonly number[], span: number): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + span).length));

/** Everybody sits down, votes and asks as planned, and looks at the end whether all see the same. */
export async function holdBallot(plan: BallotPlan): Promise<BallotTaken> {
  const screens = plan.people.map((person) => new Screen(plan, person));
  try {
    // A few at once, as people come.
    for (let i = 0; i < screens.length; i += 20) await Promise.all(screens.slice(i, i + 20).map((screen) => screen.open()));
    const votes: { questionId: string; at: number; count: number }[] = [];
    let refused = 0;
    const began = performance.now();
    await Promise.all(
      screens.map(async (screen, i) => {
        for (const { at, body, questionId } of plan.people[i]!.acts) {
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + at - performance.now())));
          const sent = performance.now();
          const count = await screen.act(body);
          if (count === null) refused++;
          // The answer's count has this vote in it, and counts only grow here: who shows as many has heard of it.
          else if (questionId) votes.push({ questionId, at: sent, count });
        }
      }),
    );
    // The last count is told and said once more, and the last refetch is answered.
    await new Promise((resolve) => setTimeout(resolve, askEvery + confirmAfter + 500));
    const fresh = new Screen(plan, plan.people[0]!);
    await fresh.read();
    const reached = votes.map(({ questionId, at, count }) => {
      const times = screens.map((screen) => screen.reached(questionId, count));
      return times.includes(null) ? null : Math.max(...(times as number[])) - at;
    });
    const taken = {
      votes: reached.filter((time) => time !== null),
      refused,
      lost: reached.filter((time) => time === null).length,
      disagreeing: screens.filter((screen) => screen.queue !== fresh.queue).length,
      refetches: Math.max(...screens.map((screen) => mostWithin(screen.asked, askEvery - 1))),
      refetchesInAll: Math.max(...screens.map((screen) => screen.asked.length)),
    };
    fresh.close();
    return taken;
  } finally {
    for (const screen of screens) screen.close();
  }
}
