import { parseArgs } from 'node:util';
import { Plain } from './console.ts';

export interface StartOptions {
  mode: 'start' | 'dev';
  /** Of the platform; identity, mail page, SMTP and PostgreSQL follow it. */
  port: number;
  fresh: boolean;
  empty: boolean;
  keycloak: boolean;
}

const usage = `Aufruf: npm start -- [Optionen]   oder   npm run dev -- [Optionen]
  --port N     Adresse http://localhost:N (sonst 3000); die vier Ports danach werden auch gebraucht
  --fresh      mit neuen Daten beginnen
  --empty      ohne Vorführdaten, mit einem einzigen Konto
  --keycloak   mit dem echten Keycloak statt dem eingebauten Anmeldedienst (braucht Java 17 und Maven)`;

export function parseOptions(args: string[]): StartOptions {
  const [mode = 'start', ...rest] = args;
  const flag = { type: 'boolean', default: false } as const;
  const parse = () =>
    parseArgs({
      args: rest,
      options: { port: { type: 'string', default: '3000' }, fresh: flag, empty: flag, keycloak: flag, help: flag },
    }).values;
  let values: ReturnType<typeof parse>;
  try {
    values = parse();
  } catch {
    throw new Plain(`Diese Optionen gibt es nicht: ${rest.join(' ')}\n\n${usage}`);
  }
  if (values.help) throw new Plain(usage);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000)
    throw new Plain(`--port braucht eine Zahl von 1024 bis 65000, nicht „${values.port}“.`);
  return { mode: mode === 'dev' ? 'dev' : 'start', port, fresh: values.fresh, empty: values.empty, keycloak: values.keycloak };
}

export interface Ports {
  web: number;
  identity: number;
  mailPage: number;
  smtp: number;
  postgres: number;
}

export const portsFrom = (port: number): Ports => ({
  web: port,
  identity: port + 1,
  mailPage: port + 2,
  smtp: port + 3,
  postgres: port + 4,
});
