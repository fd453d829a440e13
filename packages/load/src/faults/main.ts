import { setTimeout as pause } from 'node:timers/promises';
import { startIssuer, type Issuer } from '../issuer.ts';
import { program, type Judge } from '../program.ts';
import { environment, openPostgres, openServer } from '../servers.ts';
import { freePort } from '@kollab/devstack';
import { check } from './check.ts';
import { announces, churns, Scene, writes } from './clients.ts';
import { emptyHistory } from './history.ts';
import { endRights, openDevices } from './endings.ts';
import { Listener } from './listener.ts';
import { asksDigests } from './digests.ts';
import { MailSite } from './mails.ts';
import { dueMails } from './mail-checks.ts';
import { lanes, Nemesis, type Fault, type Site } from './nemesis.ts';
import { openProxy } from './proxy.ts';
import { setStage, type Actor, type Stage } from './stage.ts';
import { drained, readTruth } from './truth.ts';
import { openWorker } from '../worker.ts';

const full: Record<Fault, number> = {
  api: 20,
  worker: 20,
  postgres: 20,
  doorbell: 6,
  'dead doorbell': 4,
  freeze: 2,
  drop: 10,
  'half-open': 6,
  'mail server': 20,
  'mail link': 6,
  'mail later': 6,
  'mail refused': 4,
  'mail slow': 4,
};
const short = Object.fromEntries(Object.keys(full).map((fault) => [fault, 1])) as typeof full;
/** Seconds: how long the platform waits for the mail server's answer, and at most for the next attempt. In a run of minutes, its hours would not be seen. */
const mailTimes = { SMTP_TIMEOUT: 5, SMTP_RETRY_MAX: 5 };

await program(20, async (judge) => {
  const { defer, note, progress } = judge;
  const plan = judge.short ? short : full;
  const freezeFor = judge.short ? 6_000 : 30_000;
  progress('starting PostgreSQL, two servers, a worker');
  const issuer = await startIssuer();
  defer(() => issuer.stop());
  const site = await openSite(judge, issuer);
  const stage = await setStage(
    site.postgres.url(),
    issuer,
    judge.short ? { groups: 3, drafts: 8, until: Date.now() + 15_000 } : { groups: 4, drafts: 120, until: Date.now() + 120_000 },
  );
  const history = emptyHistory();
  history.nowhere.push(...stage.nowhere.map((actor) => actor.id));
  const scene = new Scene(`http://127.0.0.1:${site.front.port}`, history);
  const listeners = listen(scene, stage);
  defer(() => listeners.forEach((listener) => listener.stop()));
  const devices = await openDevices(scene, stage, issuer);
  defer(() => devices.forEach(({ listener }) => listener.stop()));
  note(
    `${listeners.length + devices.length} subscribers, ${stage.groups.length * 4} writers, 2 servers, 1 worker, 1 mail server; rate limits raised, trusted documents off`,
  );
  note(
    `the mail server may be silent for ${mailTimes.SMTP_TIMEOUT} s; a mail is tried again after 2 s, 4 s, then each ${mailTimes.SMTP_RETRY_MAX} s`,
  );

  const clients = [
    ...stage.groups.flatMap((group) => group.stable.map((actor) => writes(scene, actor, group))),
    ...stage.groups.map((group) => churns(scene, group, (person) => listeners.find((l) => l.person === person)?.watch(group.room))),
    talks(scene, stage),
    announces(scene, stage),
    asksDigests(scene, site.postgres.url(), stage),
  ];
  const nemesis = new Nemesis(judge, site, freezeFor);
  const endings = endRights(scene, stage, devices, issuer);
  await endings.next();
  // So late nothing more is begun: all of it has to end in its time.
  const latest = performance.now() + 15 * 60_000;
  await Promise.all(
    lanes.map(async (lane) => {
      for (const fault of course(plan, lane)) {
        await pause(judge.short ? 700 : 1_000 + Math.random() * 1_500);
        if (performance.now() > latest) return;
        progress(`${fault} ${(nemesis.done.get(fault) ?? 0) + 1} of ${plan[fault]} (${history.writes.length} writes so far)`);
        await Promise.all([nemesis.does(fault), fault === 'freeze' && endings.device(freezeFor / 2)]);
      }
    }),
  );
  progress('all is over; waiting for what follows from the writes');
  scene.stop(20_000);
  await Promise.all(clients);
  await endings.rest();
  await drained(site.postgres.url(), judge.short ? 60 : 150, (jobs) => progress(`${jobs} jobs are left`));
  // A last fact in each room, so that a subscriber that waits for nothing is seen too.
  for (const group of stage.groups) await scene.post(group.lead, group.threads[0]!);
  const left = await drained(site.postgres.url(), 30, () => undefined);
  // A mail goes out again when its sending could not be noted.
  const kills = (nemesis.done.get('worker') ?? 0) + (nemesis.done.get('postgres') ?? 0);
  const { people, threads } = directory(stage);
  const arrivals = await site.mail.arrivals(people, threads);
  const urls = site.servers.map((s) => s.url);
  const truth = await readTruth(site.postgres.url(), urls, stage, { arrivals, kills, jobsLeft: left });
  const counts = new Map<string, number>();
  for (const { room, seq } of truth.events) counts.set(room, seq);
  const until = performance.now() + 60_000;
  const guests = new Set(stage.groups.map((g) => g.guest.actor.id));
  const entitled = (person: string, room: string): boolean =>
    room.startsWith('person:') ||
    (!guests.has(person) &&
      !(person === stage.open.insider.id && room === stage.open.room) &&
      !history.endings.some((e) => e.person === person && e.room === room && e.regained === Infinity));
  // Devices that were not signed out are subscribers like any other.
  const all = [...listeners, ...devices.map((d) => d.listener)];
  const late = () => all.filter((l) => l.rooms.some((room) => entitled(l.person, room) && l.lastOf(room) < (counts.get(room) ?? 0)));
  while (late().length > 0 && performance.now() < until) {
    progress(`${late().length} subscribers catch up`);
    await pause(500);
  }
  history.courses = all.flatMap((l) => l.courses((room) => entitled(l.person, room)));

  const of = (outcome: string) => history.writes.filter((w) => w.outcome === outcome).length;
  const written = { acknowledged: of('acknowledged'), unknown: of('unknown'), failed: of('failed') };
  const retried = history.writes.filter((w) => w.attempts > 1).length;
  const reconnects = listeners.reduce((sum, l) => sum + Math.max(0, l.reconnects - 1), 0);
  note(
    `writes: ${written.acknowledged} acknowledged (${retried} after a repetition), ${written.unknown} unknown, ${written.failed} refused`,
  );
  note(`answers that were none: ${[...scene.unclear].map(([why, n]) => `${n} ${why}`).join(', ') || 'none'}`);
  note(
    `faults: ${[...nemesis.done].map(([fault, n]) => `${n} ${fault}`).join(', ')}; ${reconnects} reconnects; ${history.frames.length} frames heard`,
  );
  const mails = { due: dueMails(history, truth).length, taken: arrivals.length, unheard: arrivals.filter((mail) => !mail.heard).length };
  note(
    `mails: ${mails.due} due, ${mails.taken} taken in ${site.mail.attempts} attempts, of ${mails.unheard} the answer was lost; ${site.mail.hits} hit on their way`,
  );
  note(`rights ended: ${history.endings.length}; signed out elsewhere: ${history.signOuts.length}`);
  const totals = { ...written, retried, reconnects, frames: history.frames.length, mails, faults: Object.fromEntries(nemesis.done) };
  for (const { rule, promise, checked, faults } of check(history, truth)) {
    const line = `${rule} ${promise}: ${checked} checked${faults.length > 0 ? `, ${faults.length} not: ${faults.slice(0, 3).join('; ')}` : ''}`;
    judge.judge(faults.length === 0 && checked > 0, line, { rule, checked, faults: faults.slice(0, 50) });
  }
  judge.judge(written.acknowledged > (judge.short ? 50 : 500), `enough was written: ${written.acknowledged}`, totals);
  const done = Object.entries(plan).filter(([fault, times]) => nemesis.done.get(fault as Fault) === times).length;
  judge.judge(done === Object.keys(plan).length, `each fault happened as often as planned: ${done} of ${Object.keys(plan).length} kinds`);
  judge.judge((scene.unclear.get('internal') ?? 0) === 0, 'no request was told of a fault of ours where the database was away');
  judge.judge(site.mail.hits > 0, `mails were hit on their way: ${site.mail.hits}`);
  for (const which of site.servers.keys()) nemesis.lives(which);
  judge.judge(
    nemesis.complaints.length === 0,
    `both servers outlived PostgreSQL, said 503 on /readyz meanwhile (${nemesis.notReady}) and came back${nemesis.complaints.map((c) => `; ${c}`).join('')}`,
  );
});

/** Who an address belongs to, and which thread a question has. */
function directory({ groups, editor }: Stage): { people: Map<string, string>; threads: Map<string, string> } {
  const all = [editor, ...groups.flatMap((g) => [...g.stable, ...g.silent, g.digested, ...g.churning.map((c) => c.actor), g.guest.actor])];
  return {
    people: new Map(all.map((actor) => [actor.email, actor.id])),
    threads: new Map(groups.map(({ question }) => [question.id, question.thread])),
  };
}

async function openSite(judge: Judge, issuer: Issuer): Promise<Site> {
  const { site: mail, smtpUrl } = await MailSite.open(judge, mailTimes.SMTP_TIMEOUT * 1_000);
  const postgres = await openPostgres(judge);
  const back = await openProxy(judge, () => [postgres.port]);
  const url = new URL(postgres.url());
  url.port = String(back.port);
  const shared = {
    ...environment(url.href, issuer.url),
    TRUSTED_DOCUMENTS: 'false',
    LOG_LEVEL: 'fatal',
    DATABASE_POOL: '10',
    SMTP_URL: smtpUrl,
    ...Object.fromEntries(Object.entries(mailTimes).map(([name, seconds]) => [name, String(seconds)])),
  };
  const serverEnvironments = [];
  for (let i = 0; i < 2; i++) serverEnvironments.push({ ...shared, PORT: String(await freePort()) });
  const servers = [await openServer(judge, serverEnvironments[0]!), await openServer(judge, serverEnvironments[1]!)];
  const worker = await openWorker(judge, shared);
  const ports = serverEnvironments.map((e) => Number(e.PORT));
  // As a load balancer does: now this one, now that one, the other where nobody listens.
  const front = await openProxy(judge, () => (Math.random() < 0.5 ? ports : ports.toReversed()));
  return { postgres, servers, serverEnvironments, worker, workerEnvironment: shared, front, back, mail };
}

/** Everybody listens to their own room and to their group's, half of them looking at a thread. */
function listen(scene: Scene, stage: Stage): Listener[] {
  const ears = (actor: Actor, rooms: string[], focus: (readonly [string, string])[]): Listener => {
    const listener = new Listener({ ...actor, person: actor.id }, scene.url, focus, scene.history.frames);
    for (const room of rooms) listener.watch(room);
    return listener;
  };
  return [
    ...stage.groups.flatMap(({ room, threads, lead, stable, churning, guest }) =>
      [lead, ...stable, ...churning.map((c) => c.actor), guest.actor].map((actor, i) =>
        ears(actor, [room, `person:${actor.id}`], i === 0 ? [] : threads.map((thread) => [room, thread] as const)),
      ),
    ),
    ...[stage.open.author, stage.open.insider].map((actor) => ears(actor, [stage.open.room], [[stage.open.room, stage.open.thread]])),
  ];
}

/** Posts in the group that everybody hears. */
async function talks(scene: Scene, { open }: Stage): Promise<void> {
  while (!scene.isOver()) {
    await scene.post(open.author, open.thread);
    await pause(150);
  }
}

/** A lane's faults one by one, evenly mixed. */
function course(plan: Record<Fault, number>, lane: readonly Fault[]): Fault[] {
  const all = lane.flatMap((fault) =>
    Array.from({ length: plan[fault] }, (_, i) => ({ fault, at: (i + 0.5) / plan[fault] + Math.random() * 0.01 })),
  );
  return all.sort((a, b) => a.at - b.at).map(({ fault }) => fault);
}
