import type { Page, Route, WebSocketRoute } from '@playwright/test';
import { withLongWords } from './long-words.ts';

type Mode = 'pass' | 'hold' | 'fail' | 'empty' | 'long words';

/** What the frame around every page asks. It is answered always, the states are those of the page inside; only long words reach it too. */
const frame = new Set(['Viewer']);

const operationOf = (route: Route): string =>
  (JSON.parse(route.request().postData() ?? '{}') as { operationName?: string }).operationName ?? '';

/** Their lists come whole, without pages: of these every list of things is emptied. */
const whole = new Set(['Home']);

/** The same answer with every list in it empty; `counted` hears of each. */
function empty(value: unknown, all: boolean, counted: () => void): unknown {
  if (Array.isArray(value)) {
    if (!all) return value.map((inner) => empty(inner, all, counted));
    counted();
    return [];
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, empty(inner, all, counted)]),
  );
  if ('nodes' in fields) {
    counted();
    fields['nodes'] = [];
    if (fields['pageInfo']) fields['pageInfo'] = { ...fields['pageInfo'], hasNextPage: false, endCursor: null };
  }
  if ('total' in fields) {
    counted();
    fields['total'] = 0;
  }
  return fields;
}

/** Stands between a page and the server, and lets nothing, everything or something else through. */
export class Network {
  private mode: Mode = 'pass';
  private readonly held: { name: string; route: Route }[] = [];
  private readonly sockets = new Set<WebSocketRoute>();
  private away = false;
  /** How many lists were answered empty, and how many texts long. */
  emptied = 0;
  lengthened = 0;

  async watch(page: Page): Promise<void> {
    await page.route('**/graphql', (route) => this.answer(route));
    await page.route(/\/live\//, (route) => (this.away ? route.abort() : route.continue()));
    await page.routeWebSocket(/\/live\//, (socket) => {
      if (this.away) {
        void socket.close();
        return;
      }
      this.sockets.add(socket);
      socket.onClose(() => this.sockets.delete(socket));
      socket.connectToServer();
    });
  }

  /** How many questions of the page wait for an answer. */
  get waiting(): number {
    return this.held.length;
  }

  async be(mode: Mode): Promise<void> {
    this.mode = mode;
    this.emptied = 0;
    this.lengthened = 0;
    this.away = false;
    if (mode !== 'hold') await Promise.all(this.held.splice(0).map(({ route }) => this.answer(route)));
  }

  /** The server is gone: live connections end, nothing is answered. */
  async cut(): Promise<void> {
    this.away = true;
    await Promise.all([...this.sockets].map((socket) => socket.close()));
    this.sockets.clear();
  }

  private async answer(route: Route): Promise<void> {
    const name = operationOf(route);
    // A page that was left takes no answer any more.
    const gone = () => undefined;
    if (this.away) return route.abort().catch(gone);
    if (this.mode === 'pass' || (frame.has(name) && this.mode !== 'long words')) return route.continue().catch(gone);
    if (this.mode === 'hold') {
      this.held.push({ name, route });
      return;
    }
    if (this.mode === 'fail') {
      const errors = [{ message: 'internal', extensions: { code: 'internal' } }];
      return route.fulfill({ json: { data: null, errors } }).catch(gone);
    }
    const change =
      this.mode === 'empty'
        ? (answer: unknown) => empty(answer, whole.has(name), () => (this.emptied += 1))
        : (answer: unknown) => withLongWords(answer, () => (this.lengthened += 1));
    await route
      .fetch()
      .then(async (response) => route.fulfill({ response, json: change(await response.json()) }))
      .catch(gone);
  }
}
