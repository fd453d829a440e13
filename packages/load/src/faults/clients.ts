import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, documents, type Answer } from './ask.ts';
import { pageOfReads } from './check.ts';
import type { Announcement, Ending, History, Write } from './history.ts';
import type { Actor, Group, Stage } from './stage.ts';

/** What all clients share: where to send, what happened, and whether it is over. */
export class Scene {
  /** After it, nobody tries any longer. */
  deadline = Infinity;
  readonly unclear = new Map<string, number>();
  private texts = 0;
  private stopped = false;

  readonly url: string;
  readonly history: History;

  constructor(url: string, history: History) {
    this.url = url;
    this.history = history;
  }

  /** From now on nobody begins anything; what began is tried for so many milliseconds more. */
  stop(patience: number): void {
    this.stopped = true;
    this.deadline = performance.now() + patience;
  }

  isOver(): boolean {
    return this.stopped;
  }

  text(): string {
    return `Text ${++this.texts} ${randomUUID()}`;
  }

  async ask(actor: Actor, query: string, variables: object): Promise<Answer> {
    const answer = await ask(this.url, actor.token, query, variables);
    if (answer.kind === 'unknown') this.unclear.set(answer.why, (this.unclear.get(answer.why) ?? 0) + 1);
    return answer;
  }

  /** Repeats until the answer is clear, as a browser does. */
  async insist(actor: Actor, query: string, variables: object): Promise<{ answer: Answer; attempts: number }> {
    for (let attempts = 1; ; attempts++) {
      const answer = await this.ask(actor, query, variables);
      if (answer.kind !== 'unknown' || performance.now() > this.deadline) return { answer, attempts };
      await pause(200 + Math.random() * 400);
    }
  }

  /** Asks, and writes down what was wished and what came of it. */
  async write(actor: Actor, wish: Partial<Write> & Pick<Write, 'kind' | 'thread'>, query: string, variables: object): Promise<Write> {
    const write: Write = {
      by: actor.id,
      mutation: '',
      body: '',
      mentions: [],
      answers: null,
      post: null,
      version: 1,
      on: true,
      ended: Infinity,
      attempts: 0,
      outcome: 'unknown',
      ...wish,
      invoked: performance.now(),
    };
    this.history.writes.push(write);
    const { answer, attempts } = await this.insist(actor, query, variables);
    write.ended = performance.now();
    write.attempts = attempts;
    const [root] = answer.kind === 'done' ? (Object.values(answer.data) as { id: string; version?: number }[]) : [];
    if (root) Object.assign(write, { post: root.id, outcome: 'acknowledged' });
    // The first attempt was made, and nobody heard of it: the second one meets its text.
    else if (answer.kind === 'refused' && answer.code === 'stale' && answer.current?.body === write.body) write.outcome = 'acknowledged';
    else if (answer.kind === 'refused' && attempts === 1) write.outcome = 'failed';
    return write;
  }

  async post(actor: Actor, thread: string, concerns: { mentioned?: Actor | undefined; asked?: Actor } = {}): Promise<Write> {
    const { mentioned, asked } = concerns;
    const text = this.text();
    const body = mentioned ? `${text} [@${mentioned.name}](person:${mentioned.id})` : text;
    const mutation = randomUUID();
    const input = { clientMutationId: mutation, threadId: thread, body };
    const wish = { kind: 'post' as const, thread, mutation, body, mentions: mentioned ? [mentioned.id] : [], answers: asked?.id ?? null };
    return this.write(actor, wish, documents.reply, { input });
  }
}

/** Posts, edits, reacts and reads, one after the other. */
export async function writes(scene: Scene, actor: Actor, group: Group): Promise<void> {
  const mine: Write[] = [];
  while (!scene.isOver()) {
    const dice = Math.random();
    const thread = group.threads[Math.floor(Math.random() * group.threads.length)]!;
    const known = mine.at(-1 - Math.floor(Math.random() * Math.min(5, mine.length)));
    if (dice < 0.56 || !known) {
      const mentioned = Math.random() < 0.06 ? group.silent[Math.floor(Math.random() * group.silent.length)] : undefined;
      const made = await scene.post(actor, thread, { mentioned });
      // An edit without it would take the mention back.
      if (made.outcome === 'acknowledged' && !mentioned) mine.push(made);
    } else if (dice < 0.6) {
      await scene.post(actor, group.question.thread, { asked: group.lead });
    } else if (dice < 0.75) {
      const [body, version] = [scene.text(), known.version];
      const wish = { kind: 'edit' as const, thread: known.thread, body, post: known.post, version: version + 1 };
      const edit = await scene.write(actor, wish, documents.edit, { input: { id: known.post, version, body } });
      // What is not certain is not built upon.
      mine.splice(mine.indexOf(known), 1, ...(edit.outcome === 'acknowledged' ? [edit] : []));
    } else if (dice < 0.9) {
      const on = Math.random() < 0.7;
      const wish = { kind: 'react' as const, thread: known.thread, post: known.post, on };
      await scene.write(actor, wish, documents.react, { postId: known.post, kind: 'AGREE', on });
    } else {
      const invoked = performance.now();
      const answer = await scene.ask(actor, documents.newest, { id: thread, last: pageOfReads });
      const page =
        answer.kind === 'done' ? (answer.data['thread'] as { posts: { nodes: { id: string; no: number; version: number }[] } }) : null;
      if (page) scene.history.reads.push({ thread, invoked, posts: page.posts.nodes });
    }
    await pause(50 + Math.random() * 150);
  }
}

/** A member is removed or leaves, tries to write nevertheless, and comes back. `back` is called when the seat is held again. */
export async function churns(scene: Scene, group: Group, back: (person: string) => void): Promise<void> {
  for (let round = 0; !scene.isOver(); round++) {
    await pause(800 + Math.random() * 1_500);
    const { actor, seat } = group.churning[round % group.churning.length]!;
    const how = Math.random() < 0.6 ? 'removed' : 'left';
    if (scene.isOver()) return;
    const ending: Ending = { how, person: actor.id, room: group.room, acknowledged: Infinity, regained: Infinity };
    if (how === 'removed') scene.history.removals.push(actor.id);
    // Nobody else ends this seat: whatever is answered clearly, it has ended.
    const { answer } =
      how === 'removed'
        ? await scene.insist(group.lead, documents.remove, { id: seat })
        : await scene.insist(actor, documents.leave, { id: group.id });
    if (answer.kind === 'unknown') return;
    ending.acknowledged = performance.now();
    scene.history.endings.push(ending);
    await Promise.all([scene.post(actor, group.threads[0]!), pause(500 + Math.random() * 2_500)]);
    if (scene.isOver()) return;
    ending.regained = performance.now();
    if ((await scene.insist(actor, documents.join, { id: group.id })).answer.kind === 'unknown') return;
    back(actor.id);
  }
}

/** Publishes one draft after the other: with a deadline, that is told at once, or without. */
export async function announces(scene: Scene, { editor, drafts }: Stage): Promise<void> {
  for (const { id, to, hurries } of drafts) {
    await pause(1_500 + Math.random() * 2_000);
    if (scene.isOver()) return;
    const announcement: Announcement = { id, to: to.map((person) => person.id), hurries, outcome: 'unknown' };
    scene.history.announcements.push(announcement);
    const { answer } = await scene.insist(editor, documents.publish, { id, expected: to.length });
    if (answer.kind === 'done') announcement.outcome = 'acknowledged';
    else if (answer.kind === 'refused') announcement.outcome = 'failed';
  }
}
