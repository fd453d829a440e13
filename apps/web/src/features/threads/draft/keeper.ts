export type DraftText = { title: string; body: string };
export type ServerDraft = DraftText & { version: number; updatedAt: string };

/** Where drafts are kept besides this browser. `save` answers `stale` when another device saved since `version`. */
export type DraftServer = {
  load: (key: string) => Promise<ServerDraft | null>;
  save: (key: string, text: DraftText, version: number, leaving: boolean) => Promise<ServerDraft | 'stale'>;
  discard: (key: string) => Promise<void>;
};

/** What this browser keeps of a draft, at every keystroke. */
type Kept = DraftText & {
  /** The server's version that it was written upon; 0 before the first save. */
  base: number;
  at: number;
  /** Not on the server yet. */
  dirty: boolean;
  /** The number under which exactly this text was sent: sent again, it still becomes one post. */
  sent?: { id: string; text: DraftText } | undefined;
};

export type DraftState = DraftText & {
  /** `here`: kept in this browser only, for now. `conflict`: another device has another text. */
  status: 'loading' | 'empty' | 'writing' | 'saving' | 'saved' | 'here' | 'conflict';
  savedAt: string | null;
  theirs: ServerDraft | null;
};

const quiet = 1_500;
const firstRetry = 5_000;
const lastRetry = 60_000;
const prefix = 'kollab.draft';

export const isBlank = ({ title, body }: DraftText): boolean => title.trim() === '' && body.trim() === '';
const isSame = (a: DraftText, b: DraftText): boolean => a.title === b.title && a.body === b.body;

/**
 * One unsent text. It is written to this browser at once and to the server when the keys are quiet. It never overwrites
 * what another device saved meanwhile: then both texts are there to choose from.
 */
export class DraftKeeper {
  private state: DraftState = { title: '', body: '', status: 'loading', savedAt: null, theirs: null };
  private base = 0;
  private dirty = false;
  private sent: Kept['sent'];
  private saving: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryIn = firstRetry;
  private stopped = false;
  private readonly listeners = new Set<() => void>();

  private readonly storageKey: string;
  private readonly key: string;
  private readonly server: DraftServer;
  private readonly storage: Storage | null;

  constructor(subject: string, key: string, server: DraftServer, storage: Storage | null) {
    this.key = key;
    this.server = server;
    this.storage = storage;
    this.storageKey = `${prefix}.${subject}.${key}`;
    const kept = this.readKept();
    if (!kept) return;
    this.base = kept.base;
    this.dirty = kept.dirty;
    this.sent = kept.sent;
    this.state = { ...this.state, title: kept.title, body: kept.body, savedAt: kept.dirty ? null : new Date(kept.at).toISOString() };
  }

  getState = (): DraftState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Reads what the server has; again when another device saved. */
  async load(): Promise<void> {
    this.stopped = false;
    if (this.saving || (this.dirty && this.state.status !== 'loading')) return;
    try {
      this.meet(await this.server.load(this.key));
    } catch {
      // Without the server one goes on writing; what is here meets the server's with the first save.
      this.become({ status: this.dirty ? 'here' : isBlank(this.state) ? 'empty' : 'saved' });
      if (this.dirty) this.saveIn(firstRetry);
    }
  }

  write(text: DraftText): void {
    if (isSame(text, this.state)) return;
    this.dirty = true;
    this.retryIn = firstRetry;
    this.become({ ...text, status: this.state.status === 'conflict' ? 'conflict' : 'writing' });
    this.keep();
    if (this.state.status !== 'conflict') this.saveIn(quiet);
  }

  /** Of two texts, this one counts; it replaces the other everywhere. */
  choose(text: DraftText): void {
    const { theirs } = this.state;
    if (!theirs) return;
    this.base = theirs.version;
    this.dirty = !isSame(text, theirs);
    this.become({ title: text.title, body: text.body, theirs: null, status: this.dirty ? 'writing' : 'saved', savedAt: theirs.updatedAt });
    this.keep();
    if (this.dirty) this.saveIn(0);
  }

  /** Before the text is sent: nothing of it may arrive as a draft later. Answers the number to send it under. */
  async settle(): Promise<string> {
    clearTimeout(this.timer);
    const text = { title: this.state.title, body: this.state.body };
    if (!this.sent || !isSame(this.sent.text, text)) this.sent = { id: crypto.randomUUID(), text };
    this.keep();
    await this.saving;
    clearTimeout(this.timer);
    return this.sent.id;
  }

  /** It was not sent: it goes on being a draft. */
  unsettle(): void {
    if (this.dirty) this.saveIn(quiet);
  }

  /** It was sent, or is not wanted: gone here, and on the server. */
  async clear({ sent }: { sent: boolean }): Promise<void> {
    clearTimeout(this.timer);
    const onServer = this.base > 0;
    const more = sent ? this.writtenSince() : null;
    this.forget();
    // The next text, begun while this one was on its way.
    if (more) this.write(more);
    // Sending takes it away by itself.
    if (!sent && onServer) await this.server.discard(this.key).catch(() => undefined);
  }

  /** Another device, or this one, changed the draft of this key. */
  heard(): void {
    if (!this.dirty && !this.saving && this.state.status !== 'conflict') void this.load();
  }

  /** Saves what is not saved. `leaving`: the page is going away. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    if (!this.dirty || this.saving || this.state.status === 'conflict' || this.state.status === 'loading') return;
    this.saving = this.save(leaving);
    await this.saving;
  }

  stop(): void {
    void this.flush();
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async save(leaving: boolean): Promise<void> {
    const text = { title: this.state.title, body: this.state.body };
    this.become({ status: 'saving' });
    try {
      if (isBlank(text)) {
        if (this.base > 0) await this.server.discard(this.key);
        this.saved(text, { ...text, version: 0, updatedAt: new Date().toISOString() });
      } else {
        const answer = await this.server.save(this.key, text, this.base, leaving);
        if (answer === 'stale') await this.meetAgain();
        else this.saved(text, answer);
      }
      this.retryIn = firstRetry;
    } catch {
      this.become({ status: 'here' });
      this.saveIn(this.retryIn);
      this.retryIn = Math.min(this.retryIn * 2, lastRetry);
    } finally {
      this.saving = null;
    }
    if (this.dirty && this.state.status === 'writing') this.saveIn(quiet);
  }

  private saved(text: DraftText, { version, updatedAt }: ServerDraft): void {
    this.base = version;
    this.dirty = !isSame(text, this.state);
    this.become({ status: this.dirty ? 'writing' : version === 0 ? 'empty' : 'saved', savedAt: updatedAt });
    this.keep();
  }

  private async meetAgain(): Promise<void> {
    this.meet(await this.server.load(this.key));
  }

  /** Brings what is here and what the server has together. */
  private meet(theirs: ServerDraft | null): void {
    if (!this.dirty) {
      // Nothing unsaved is here: the server's is the newer one; gone there is gone here.
      if (!theirs) this.forget();
      else {
        this.base = theirs.version;
        this.become({ title: theirs.title, body: theirs.body, status: 'saved', savedAt: theirs.updatedAt });
        this.keep();
      }
      return;
    }
    if (theirs && theirs.version !== this.base && !isSame(theirs, this.state)) {
      if (isBlank(this.state)) {
        this.dirty = false;
        this.meet(theirs);
      } else this.become({ status: 'conflict', theirs });
      return;
    }
    // The same text, the version it was written upon, or gone there: what is here goes on.
    this.base = theirs?.version ?? 0;
    this.dirty = !theirs || !isSame(theirs, this.state);
    this.become({ status: this.dirty ? 'writing' : 'saved', savedAt: theirs?.updatedAt ?? null });
    this.keep();
    if (this.dirty) this.saveIn(quiet);
  }

  /** What is here beyond the text that was sent; the whole of it when that was changed. */
  private writtenSince(): DraftText | null {
    const { title, body } = this.state;
    if (!this.sent || isSame(this.sent.text, { title, body })) return null;
    const went = this.sent.text;
    const rest =
      title === went.title && body.startsWith(went.body) ? { title: '', body: body.slice(went.body.length).trimStart() } : { title, body };
    return isBlank(rest) ? null : rest;
  }

  private forget(): void {
    this.base = 0;
    this.dirty = false;
    this.sent = undefined;
    this.become({ title: '', body: '', status: 'empty', savedAt: null, theirs: null });
    this.keep();
  }

  private saveIn(ms: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.flush(), ms);
  }

  private keep(): void {
    const { title, body } = this.state;
    try {
      if (isBlank(this.state) && !this.dirty) this.storage?.removeItem(this.storageKey);
      else {
        const kept: Kept = { title, body, base: this.base, at: Date.now(), dirty: this.dirty, sent: this.sent };
        this.storage?.setItem(this.storageKey, JSON.stringify(kept));
      }
    } catch {
      // A full or closed storage: the server's copy remains.
    }
  }

  private readKept(): Kept | null {
    try {
      const kept = JSON.parse(this.storage?.getItem(this.storageKey) ?? 'null') as Kept | null;
      return kept && typeof kept.body === 'string' && typeof kept.title === 'string' ? kept : null;
    } catch {
      return null;
    }
  }

  private become(next: Partial<DraftState>): void {
    this.state = { ...this.state, ...next };
    for (const listener of this.listeners) listener();
  }
}
