import { createECDH } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './root.ts';

const flag = z.stringbool();

const base64url = (bytes: number) => z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}$`));
/** A host, a host below another one, or a whole origin (for a service on this machine). */
const pushService = /^((\*\.)?[a-z\d-]+(\.[a-z\d-]+)+|https:\/\/[a-z\d.:-]+|http:\/\/(127\.0\.0\.1|localhost):\d+)$/;

function isKeyPair(publicKey: string, privateKey: string): boolean {
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(privateKey, 'base64url');
  } catch {
    return false;
  }
  return pair.getPublicKey('base64url') === publicKey;
}

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** postgresql://… */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where browsers reach the platform; links in mails begin with it. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  /** `iss` of the tokens, as browsers know it. */
  OIDC_ISSUER: z.url().default('http://localhost:3001/realms/kollab'),
  /** Where this server fetches the keys, if not below the issuer (containers). */
  OIDC_JWKS_URL: z.url().optional(),
  OIDC_AUDIENCE: z.string().default('kollab-api'),
  OIDC_CLIENT_ID: z.string().default('web'),
  /** smtp://user:password@host:port; empty: mails wait in the outbox. */
  SMTP_URL: z.union([z.url({ protocol: /^smtps?$/ }), z.literal('')]).default(''),
  /** Seconds that the mail server may be silent. */
  SMTP_TIMEOUT: z.coerce.number().positive().default(30),
  /** Seconds until a mail that did not go out is tried again: it begins with two and doubles, up to this. */
  SMTP_RETRY_MAX: z.coerce.number().positive().default(900),
  MAIL_FROM: z.string().default('Gemeinsam Digital <nicht-antworten@localhost>'),
  /** The built web; empty: the API serves no pages. */
  WEB_DIST: z.string().default(join(root, 'apps/web/dist')),
  /** Only the operations of the built web are answered. */
  TRUSTED_DOCUMENTS: flag.default(true),
  /** Texts that say whose platform this is. */
  LAND_NAME: z.string().default('Sachsen-Anhalt'),
  /** How the newsletter is called. */
  NEWSLETTER_NAME: z.string().max(120).default('SachsenAnhaltsPunkte'),
  /** The start page lists the demonstration sign-ins. */
  DEMO: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Requests a minute: signed in (per person), and without sign-in (per address). */
  RATE_LIMIT_PERSON: z.coerce.number().int().positive().default(1200),
  RATE_LIMIT_ADDRESS: z.coerce.number().int().positive().default(300),
  /** How many proxies stand before the server, whose X-Forwarded-For counts. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  DATABASE_POOL: z.coerce.number().int().positive().default(12),
  /** RFC 8292: with these keys the push services of browsers know us. Without them nothing is pushed, and nothing is offered. */
  VAPID_PUBLIC_KEY: base64url(65).optional(),
  VAPID_PRIVATE_KEY: base64url(32).optional(),
  /** Whom a push service asks when something is wrong: mailto:… or https://… */
  VAPID_SUBJECT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
  /** Nothing is sent to other hosts, whatever a browser gives as its address. */
  PUSH_SERVICES: z
    .string()
    .default('fcm.googleapis.com,*.push.services.mozilla.com,*.notify.windows.com,*.push.apple.com')
    .transform((list) => list.split(',').map((each) => each.trim()))
    .pipe(z.array(z.string().regex(pushService))),
  /** Seconds that a push service may be silent. */
  PUSH_TIMEOUT: z.coerce.number().positive().default(10),
});

/** The environment, checked once at the start. `.env.example` names every key (a test holds them together). */
export const configSchema = environment
  .refine((c) => new Set([c.VAPID_PUBLIC_KEY, c.VAPID_PRIVATE_KEY, c.VAPID_SUBJECT].map((each) => each === undefined)).size === 1, {
    path: ['VAPID_PUBLIC_KEY'],
    message: 'set VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT, or none of them',
    abort: true,
  })
  .refine((c) => !c.VAPID_PUBLIC_KEY || isKeyPair(c.VAPID_PUBLIC_KEY, c.VAPID_PRIVATE_KEY!), {
    path: ['VAPID_PUBLIC_KEY'],
    message: 'is not the public key of VAPID_PRIVATE_KEY',
  });
export type Config = z.infer<typeof configSchema>;

/** Throws one readable sentence when the environment does not fit. Empty values count as absent. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.keys(configSchema.shape).flatMap((key) => (environment[key] ? [[key, environment[key]]] : [])));
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(`Configuration: ${parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`);
}

/** Injection token of the checked configuration. */
export const CONFIG = Symbol('config');
