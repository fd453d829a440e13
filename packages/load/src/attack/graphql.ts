import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuOf, document, send, toldIn, type Answered, type Sent } from './ask.ts';
import type { Attack, Scene } from './graphql/attack.ts';
import { documentAttacks } from './graphql/documents.ts';
import { pathAttacks, planAttacks, requestAttacks } from './graphql/requests.ts';
import { valueAttacks } from './graphql/values.ts';
import type { Stage } from './stage.ts';

const dist = join(import.meta.dirname, '../../../../apps/web/dist/operations.json');
/** Milliseconds of the server's processor for one attack. */
const cpuBound = 100;

/** The texts that the built web asks, by their hash. */
export const operations = (): [string, string][] => Object.entries(JSON.parse(readFileSync(dist, 'utf8')) as Record<string, string>);
export const byHash = (token: string, text: string, variables?: unknown): Sent => ({
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  body: JSON.stringify({
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') } },
  }),
});

/** Every class on the production build, with trusted documents switched off and then on. */
export async function attackGraphql(stage: Stage): Promise<void> {
  for (const trusted of [false, true]) {
    const server = await stage.serve({ TRUSTED_DOCUMENTS: String(trusted) });
    await attackServer(stage, server.url, trusted);
    if (trusted) await hostileVariables(stage, server.url);
    await server.stop();
  }
}

async function attackServer(stage: Stage, url: string, trusted: boolean): Promise<void> {
  const { judge, progress, note } = stage.judge;
  const token = await stage.issuer.token(stage.insider);
  const known = operations().find(([, text]) => /^query \w+ \{\s*viewer\b[^]*\bemail\b/.test(text))?.[1] ?? '';
  const honest = async (): Promise<boolean> => {
    const sent = trusted ? byHash(token, known) : document(token, '{ viewer { email } }');
    const { status, body } = await send(url, sent);
    return status === 200 && body.includes(stage.insider.email);
  };
  if (!(await honest())) throw new Error('the honest request is not answered');
  for (let i = 0; i < 300; i++) await send(url, i % 2 ? document(token, `{ viewer { email } } #${i % 9}`) : byHash(token, known));
  const all: Attack[] = [...documentAttacks, ...valueAttacks, ...requestAttacks, ...pathAttacks, ...planAttacks];
  // The short set: some of each kind.
  const attacks = stage.judge.short ? all.filter((_, i) => i % (trusted ? 12 : 4) === 0) : all;
  const faults: string[] = [];
  const times: { name: string; cpu: number }[] = [];
  let attempt = 0;
  for (const attack of attacks) {
    progress(`GraphQL, trusted documents ${trusted ? 'on' : 'off'}: ${attack.name}`);
    const cpus: number[] = [];
    // What is above the bound may be the collector's, the compiler's or a busy machine's, which only ever add: the least of five counts.
    do {
      const scene: Scene = { stage, url, token, attempt: ++attempt };
      const { value, cpu } = await cpuOf(url, async () => {
        const sent = await attack.send(scene);
        return Array.isArray(sent) ? sent : [await send(url, sent)];
      });
      cpus.push(cpu);
      for (const answer of value) faults.push(...faultsOf(attack, answer, trusted, stage).map((fault) => `${attack.name}: ${fault}`));
    } while (cpus.length < 5 && cpus.at(-1)! > cpuBound);
    const cpu = Math.min(...cpus);
    times.push({ name: attack.name, cpu });
    if (cpu > cpuBound) faults.push(`${attack.name}: ${Math.round(cpu)} ms of the processor`);
    if (!(await honest())) faults.push(`${attack.name}: an honest request is not answered afterwards`);
  }
  const worst = times.toSorted((a, b) => b.cpu - a.cpu).slice(0, 3);
  note(
    `      most of the processor: ${worst.map(({ name, cpu }) => `${name} ${Math.round(cpu)} ms`).join(' · ')} (the server's own process.cpuUsage)`,
  );
  for (const fault of faults) judge(false, `GraphQL, trusted documents ${trusted ? 'on' : 'off'}: ${fault}`);
  const how = `${attacks.length} attacks, none with 5xx, a leak, more than ${cpuBound} ms of CPU or harm to others`;
  judge(faults.length === 0, `GraphQL, trusted documents ${trusted ? 'on' : 'off'}: ${how}`, { attacks: attacks.length, faults });
}

function faultsOf(attack: Attack, { status, body }: Answered, trusted: boolean, { canary }: Stage): string[] {
  if (status === 0) return attack.mayClose ? [] : ['the connection was closed'];
  const faults: string[] = [];
  if (status >= 500 || body.includes('"internal"')) faults.push(`status ${status} ${body.slice(0, 200)}`);
  const isPage = body.startsWith('<!doctype html>');
  const told = isPage ? null : toldIn(body);
  if (told) faults.push(`tells "${told}": ${body.slice(0, 200)}`);
  if (body.includes(canary)) faults.push('shows what others wrote');
  const served = /"data":\{(?!\})/.test(body) && !body.includes('"errors"');
  if (served && (attack.answer === 'refused' || trusted)) faults.push(`was served: ${body.slice(0, 120)}`);
  if (!served && attack.answer === 'served' && !trusted) faults.push(`was refused: ${status} ${body.slice(0, 120)}`);
  return faults;
}

/** With trusted documents the variables are all that is left: hostile ones for each operation of the web. */
async function hostileVariables(stage: Stage, url: string): Promise<void> {
  const { judge, progress } = stage.judge;
  const token = await stage.issuer.token(stage.insider);
  const deep = JSON.parse(`${'['.repeat(400)}${']'.repeat(400)}`) as unknown;
  const values = [
    null,
    [],
    {},
    -1,
    2 ** 40,
    'x'.repeat(50_000),
    'a\0',
    '\ud800',
    deep,
    { toString: 1 },
    '__proto__',
    stage.closed.groupId,
    stage.closed.threadId,
  ];
  const faults: string[] = [];
  let requests = 0;
  const tried = operations().filter((_, i) => !stage.judge.short || i % 12 === 0);
  for (const [, text] of tried) {
    const names = [...(/^[^{]*/.exec(text)?.[0] ?? '').matchAll(/\$(\w+)/g)].map((m) => m[1]!);
    progress(`GraphQL, variables of ${/\w+ (\w+)/.exec(text)?.[1] ?? ''}`);
    for (const value of names.length > 0 ? values : []) {
      const { value: answer, cpu } = await cpuOf(url, () =>
        send(url, byHash(token, text, Object.fromEntries(names.map((n) => [n, value])))),
      );
      requests++;
      const name = `${text.slice(0, 60)} with ${JSON.stringify(value).slice(0, 40)}`;
      faults.push(...faultsOf({ name, send: () => ({}) }, answer, false, stage).map((fault) => `${name}: ${fault}`));
      if (cpu > 2 * cpuBound) faults.push(`${name}: ${Math.round(cpu)} ms of the processor`);
    }
  }
  for (const fault of faults) judge(false, `GraphQL, hostile variables: ${fault}`);
  judge(faults.length === 0, `GraphQL, hostile variables for ${tried.length} operations of the web: ${requests} requests`, {
    requests,
  });
}
