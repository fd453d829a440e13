import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { sendJson, sendPage, send } from '../page/answer.ts';
import { stylesheet } from '../page/page.ts';
import { freePort } from '../postgres.ts';
import { Messages, type Message } from './messages.ts';
import { goneMessagePage, listPage, messagePage } from './pages.ts';

export interface MailOptions {
  /** On loopback; free ones when left out. */
  smtpPort?: number;
  webPort?: number;
}

/** Where in the conversation, and for whom: what the server answers there. null: as usual. `silence`: nothing, ever. */
export type Manners = (step: 'connect' | 'sender' | 'recipient' | 'data', address: string) => string | null;

/** A running catcher: every mail sent to it stays here. */
export interface Mail {
  smtpUrl: string;
  /** The page with what was caught; `GET` and `DELETE /messages.json` below it are for tests. */
  webUrl: string;
  messages(): readonly Message[];
  /** For tests: from now on it answers like this ("550 5.1.1 Unknown"); null: takes everything again. */
  behave(manners: Manners | null): void;
  stop(): Promise<void>;
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Mails bring inline styles; scripts, forms and everything from elsewhere stay out. Links open outside the frame. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

async function answer(messages: Messages, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost');
  res.setHeader('Content-Security-Policy', pagePolicy);
  if (pathname === '/') return sendPage(res, 200, listPage(messages.all));
  if (pathname === '/resources/page.css') return send(res, 200, 'text/css', await stylesheet());
  if (pathname === '/messages.json' && req.method === 'GET') return sendJson(res, 200, messages.all);
  if (pathname === '/messages.json' && req.method === 'DELETE') {
    messages.clear();
    return sendJson(res, 200, []);
  }
  const [, id, part] = /^\/messages\/([0-9a-f-]+)(\/html)?$/.exec(pathname) ?? [];
  const message = id ? messages.byId(id) : undefined;
  if (!message) return sendPage(res, 404, goneMessagePage());
  if (!part) return sendPage(res, 200, messagePage(message));
  res.setHeader('Content-Security-Policy', mailPolicy);
  sendPage(res, 200, `<base target="_blank">${message.html}`);
}

/** Takes every mail and delivers none. */
export async function startMail(options: MailOptions = {}): Promise<Mail> {
  const messages = new Messages();
  const smtpPort = options.smtpPort ?? (await freePort());
  const webPort = options.webPort ?? (await freePort());
  let manners: Manners | null = null;
  const mannered = (step: Parameters<Manners>[0], address: string, done: (error?: Error | null) => void): void => {
    const answer = manners?.(step, address) ?? null;
    if (answer === 'silence') return;
    done(answer === null ? null : Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }));
  };
  const smtp = new SMTPServer({
    // A server that falls silent is left by its clients.
    onConnect: (_session, done) => mannered('connect', '', done),
    onMailFrom: ({ address }, _session, done) => mannered('sender', address, done),
    onRcptTo: ({ address }, _session, done) => mannered('recipient', address, done),
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 25 * 1024 * 1024,
    closeTimeout: 1000,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        mannered('data', recipients[0] ?? '', (refused) => {
          if (refused) return done(refused);
          messages.add(Buffer.concat(chunks), recipients).then(
            () => done(),
            (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
          );
        });
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject);
    smtp.listen(smtpPort, '127.0.0.1', resolve);
  });
  // A client that hangs up in the middle of a mail is no reason to end.
  smtp.on('error', () => undefined);
  const web = createServer((req, res) => {
    answer(messages, req, res).catch((error: unknown) => {
      console.error('Postfach:', error);
      res.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => web.once('error', reject).listen(webPort, '127.0.0.1', resolve));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    webUrl: `http://localhost:${webPort}`,
    messages: () => messages.all,
    behave: (next) => {
      manners = next;
    },
    stop: async () => {
      web.closeAllConnections();
      await Promise.all([new Promise((resolve) => web.close(resolve)), new Promise<void>((resolve) => smtp.close(() => resolve()))]);
    },
  };
}
