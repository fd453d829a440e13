import { InMemoryCache, type ApolloClient, type ApolloLink, type TypePolicies } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { OperationTypeNode } from 'graphql';
import { catchError, defer, finalize, tap, throwError, type Observable } from 'rxjs';
import type { WebConfig } from '../../lib/config.ts';
import { keeping, type Keeper, type Passed } from '../../lib/keeping.ts';
import type { Live } from '../../lib/live.ts';
import type { Session } from '../../lib/session.ts';
import type { Answer, Kept } from './kept.ts';
import { onlyWhatIsShown } from './only-shown.ts';
import { mayStay, withoutConfidential } from './rules.ts';
import { Standings } from './standings.ts';

/** Network failure, or 502 to 504 from the proxy before the server. Everything else is an answer of the server. */
const notReached = (error: unknown): boolean =>
  error instanceof TypeError || (ServerError.is(error) && error.statusCode >= 502 && error.statusCode <= 504);

const keyOf = ({ operationName, variables }: ApolloLink.Operation): string => `${operationName} ${JSON.stringify(variables)}`;
/** Milliseconds between two looks for the server; longer each time. */
const shortestPause = 3_000;
const refusals = new Set<unknown>(['forbidden', 'not_found']);
const anyId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

interface Screen {
  client: ApolloClient;
  live: Live;
  typePolicies: TypePolicies;
}

/**
 * Keeps the last answers on this device and serves them while the server cannot be reached: never in place of an answer of the
 * server, and never without the line above the page that says how old they are. Once the server is back, everything shown is
 * queried again before that line goes.
 */
export class AnswerKeeper implements Keeper {
  private readonly kept: Kept;
  private readonly session: Session;
  private readonly standings = new Standings();
  private screen: Screen | null = null;
  private waiting: Answer[] = [];
  private away = false;
  private coming: Promise<void> | null = null;
  private running = 0;
  private quiet: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = shortestPause;

  constructor(kept: Kept, session: Session) {
    this.kept = kept;
    this.session = session;
    session.beforeLeaving = () => this.empty();
    session.subscribe(() => {
      if (session.state === 'ended') void this.empty().catch(() => undefined);
    });
    addEventListener('online', () => {
      this.pause = shortestPause;
      void this.look();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void this.flush();
      else void this.look();
    });
    if (session.state === 'offline') this.leave();
    keeping.give(this);
  }

  /** Called once the page is rendered; from then on what it shows can be queried again. */
  show(screen: Screen): void {
    this.screen = screen;
    // The server may have come back before the page was here to be queried again.
    void this.look();
  }

  async begin(config: WebConfig): Promise<void> {
    const { subject, livesUntil } = this.session;
    if (subject && this.session.state === 'signed-in') await this.kept.begin({ subject, config, until: livesUntil, at: Date.now() });
  }

  request = (operation: ApolloLink.Operation, forward: ApolloLink.ForwardFunction): Observable<ApolloLink.Result> => {
    const path = location.pathname;
    // Started without the server, the session is unconfirmed: nothing is sent in its name.
    const fromServer = this.session.state === 'offline' ? throwError(() => new TypeError('offline')) : defer(() => forward(operation));
    if (operation.operationType !== OperationTypeNode.QUERY) return fromServer;
    if (this.away || !navigator.onLine) operation.setContext({ once: true });
    const counted = defer(() => {
      this.running += 1;
      return fromServer;
    });
    return counted.pipe(
      tap((result) => this.take({ operation, result, at: Date.now(), path })),
      catchError((error: unknown) => (notReached(error) ? defer(() => this.fromKept(operation, path, error)) : throwError(() => error))),
      finalize(() => {
        this.running -= 1;
        if (this.running === 0) for (const go of this.quiet.splice(0)) go();
      }),
    );
  };

  take({ operation, result: { data, errors }, at, path }: Passed): void {
    if (operation.operationType !== OperationTypeNode.QUERY) return;
    if (this.away && !this.coming) void this.look();
    const key = keyOf(operation);
    if (errors?.some(({ extensions }) => refusals.has(extensions?.['code']))) {
      const ids = key.match(anyId) ?? [];
      this.waiting = this.waiting.filter((one) => one.key !== key);
      void this.kept.forget((one) => one === key || ids.some((id) => one.includes(id))).catch(() => undefined);
    }
    if (errors || !data || !mayStay(operation.operationName ?? '', path)) return;
    const left = withoutConfidential(data);
    if (left === null) void this.kept.forget((one) => one === key).catch(() => undefined);
    else if (this.waiting.push({ key, data: left, at }) === 1) whenIdle(() => void this.flush());
  }

  private async flush(): Promise<void> {
    const { subject, state, livesUntil } = this.session;
    const answers = this.waiting.splice(0);
    // Without storage (private windows, full disks) nothing is kept.
    if (subject && state === 'signed-in' && answers.length > 0) await this.kept.keep(subject, livesUntil, answers).catch(() => undefined);
  }

  private empty(): Promise<void> {
    this.waiting = [];
    return this.kept.empty();
  }

  private async fromKept(operation: ApolloLink.Operation, path: string, error: unknown): Promise<ApolloLink.Result> {
    await this.flush();
    const { subject } = this.session;
    const answer = subject ? await this.kept.find(subject, keyOf(operation)).catch(() => null) : null;
    const name = operation.operationName ?? '';
    // `Viewer` is part of every page, and queries that are never kept cannot be missing from one.
    if (name !== 'Viewer' && mayStay(name, path)) this.standings.add(path, answer?.at ?? null);
    this.leave();
    if (!answer) throw error;
    return { data: answer.data as Record<string, unknown> };
  }

  private isAway(): boolean {
    return this.away;
  }

  private leave(): void {
    this.away = true;
    keeping.stand({ away: true, words: this.standings.words() });
    // A page asks several questions: only the first one that fails sets the time, or each would put the next look off.
    if (!this.coming && this.timer === undefined) this.lookLater();
  }

  private lookLater(): void {
    // Random, so that not all browsers ask at once when the server is back.
    this.timer = setTimeout(() => void this.look(), this.pause * (1 + Math.random()));
    this.pause = Math.min(this.pause * 1.5, 30_000);
  }

  /** Checks whether the server is back. */
  private async look(): Promise<void> {
    if (!this.away || this.coming) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.coming = this.comeBack().catch(() => undefined);
    await this.coming;
    this.coming = null;
    if (this.isAway()) this.lookLater();
    else this.pause = shortestPause;
  }

  private async comeBack(): Promise<void> {
    if (!navigator.onLine || !this.screen) return;
    const { ok } = await fetch('/config.json', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    if (!ok) return;
    const { client, live, typePolicies } = this.screen;
    if (this.session.state === 'offline') {
      if (!(await this.session.resume())) {
        // Nobody or somebody else is signed in now: nothing of this page may stay.
        await this.empty();
        return location.replace('/');
      }
      void live.connect();
    }
    this.away = false;
    live.resetParts();
    await client.refetchQueries({ include: 'active' }).catch(() => undefined);
    while (this.running > 0) await new Promise<void>((go) => this.quiet.push(go));
    // The connection was lost again meanwhile, so the line stays.
    if (this.isAway()) return;
    onlyWhatIsShown(client, new InMemoryCache({ typePolicies }));
    this.standings.clear();
    keeping.stand({ away: false, words: {} });
  }
}

const whenIdle = (deed: () => void): void => {
  // Safari has no idle moments to offer.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(deed, { timeout: 2_000 });
  else setTimeout(deed, 500);
};
