import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { demoAccounts, freePort, startIdentity, startMail } from '@kollab/devstack';
import { environment } from '../servers.ts';
import { openWorker } from '../worker.ts';
import { openBarePages, united, Witness } from './scripts/browser.ts';
import { goTo, intrude } from './scripts/in-page.ts';
import { payloads } from './scripts/payloads.ts';
import { Planter, type Shown } from './scripts/plant.ts';
import type { Stage } from './stage.ts';

/** A list shows thirty at first, and there is a discussion of all of them besides. */
const aGroup = 28;

/** Script payloads through every text that people see, in a real browser. */
export async function attackScripts(stage: Stage): Promise<void> {
  const { judge, note, progress, defer, short } = stage.judge;
  const all = payloads().filter(({ n }) => !short || n % 5 === 0);
  progress('scripts: starting browser, sign-in, mail and server');
  const witness = await Witness.open(stage.judge);
  const bare = await openBarePages(stage.judge);
  const blank = await witness.page();

  // What the payloads do where nothing stops them: else their silence would say nothing.
  await blank.goto(bare.frames(all.map(({ text }) => text)));
  await blank.waitForTimeout(300);
  const loud = new Set(witness.seen).size;
  judge(
    loud >= all.length / 8,
    `scripts: where nothing stops them, ${loud} of ${all.length} payloads run by being shown, and the detector sees them`,
  );
  await blank.goto('about:blank');
  witness.seen = [];

  const mail = await startMail({});
  defer(() => mail.stop());
  const port = await freePort();
  const webUrl = `http://localhost:${port}`;
  const accounts = demoAccounts();
  const identity = await startIdentity({ port: await freePort(), webUrl, dataDir: join(stage.folder, 'identity'), accounts, demo: true });
  defer(() => identity.stop());
  const here = { PUBLIC_URL: webUrl, OIDC_ISSUER: identity.issuer, SMTP_URL: mail.smtpUrl };
  await stage.serve({ ...here, PORT: String(port) });
  const planting = await stage.serve({ ...here, TRUSTED_DOCUMENTS: 'false' });
  await openWorker(stage.judge, { ...environment(stage.databaseUrl, identity.issuer), ...here, LOG_LEVEL: 'fatal' });

  const page = await witness.page();
  const token = await signIn(page, webUrl, accounts[0]!.username);
  const viewer = await until(async () => {
    const found = 'SELECT person_id FROM identity WHERE issuer = $1';
    return (await stage.db.query<{ person_id: string }>(found, [identity.issuer])).rows[0]?.person_id;
  });
  await stage.db.query(`INSERT INTO global_role_grant (id, person_id, role) VALUES (gen_random_uuid(), $1, 'LAND_ADMIN')`, [viewer]);

  const seat = `INSERT INTO affiliation (id, person_id, organisation_id, role, function) VALUES (gen_random_uuid(), $1, $2, 'COORDINATOR', '')`;
  await stage.db.query(seat, [viewer, stage.insider.organisation]);

  const planter = new Planter(stage.db, planting.url, token, viewer);
  const pages: Shown[] = [];
  const mails: string[] = [];
  for (let i = 0; i < all.length; i += aGroup) {
    progress(`scripts: writing payload ${i} of ${all.length}`);
    const planted = await planter.group(all.slice(i, i + aGroup));
    pages.push(...planted.pages);
    mails.push(...planted.mails);
  }
  pages.push(...(await planter.elsewhere(all)));
  for (const path of [
    '/mein-tag',
    '/arbeitsgruppen',
    '/hinweise',
    '/kommunen',
    '/verwaltung',
    '/verwaltung/personen',
    '/verwaltung/protokoll',
  ])
    pages.push({ path, texts: [] });
  note(`scripts: ${planter.through} texts went in through the inputs, ${planter.past} past them by SQL`);

  await page.goto(webUrl);
  await page.locator('main').waitFor();
  const before = witness.seen.length;
  await page.evaluate(intrude);
  await until(async () => (witness.seen.length > before ? true : undefined));
  judge(true, `scripts: on a page of the platform one that got in would be seen: ${witness.seen.at(-1)}`);
  witness.seen = [];

  const lost: string[] = [];
  let looked = 0;
  for (const [i, { path, texts }] of pages.entries()) {
    progress(`scripts: page ${i + 1} of ${pages.length}`);
    await page.evaluate(goTo(path));
    if (texts.length === 0) await page.waitForTimeout(400);
    lost.push(...(await witness.look(page, texts)).map((text) => `${path}: ${text}`));
    looked += texts.length;
  }
  judge(lost.length === 0, `scripts: ${looked} texts stand on the pages that should show them${some(lost)}`, { lost: lost.slice(0, 50) });
  silent(`${all.length} payloads on ${pages.length} pages of the platform`);

  progress('scripts: waiting for the mails');
  // By what stands in them, not by their number: a reported barrier is told to who administers, by a mail of its own.
  const missing = (): string[] => {
    const subjects = mail.messages().map(({ subject }) => united(subject));
    return mails.filter((text) => !subjects.some((subject) => subject.includes(united(text))));
  };
  await until(async () => (missing().length === 0 ? true : undefined)).catch(() => undefined);
  const unsent = missing();
  judge(unsent.length === 0, `scripts: each payload came by mail, ${mails.length} in all${some(unsent)}`);
  const lostMails: string[] = [];
  const messages = mail.messages();
  for (let i = 0; i < messages.length; i += aGroup) {
    progress(`scripts: mail ${i} of ${messages.length}`);
    const part = messages.slice(i, i + aGroup);
    await blank.goto(bare.frames(part.map(({ html }) => html)));
    lostMails.push(
      ...(await witness.look(
        blank,
        part.map(({ subject }) => subject),
        5_000,
      )),
    );
  }
  judge(lostMails.length === 0, `scripts: each stands in the HTML part of its mail, shown${some(lostMails)}`);
  silent(`${messages.length} mails, their HTML shown without any protection`);

  await blank.goto(mail.webUrl);
  const unlisted = await witness.look(blank, mails, 5_000);
  for (const [i, { id }] of messages.entries()) {
    if (i % 10 === 0) progress(`scripts: page of mail ${i} of ${messages.length}`);
    if (i % 3 === 0) await blank.goto(`${mail.webUrl}/messages/${id}`);
  }
  judge(unlisted.length === 0, `scripts: the page of the caught mails lists each${some(unlisted)}`);
  silent('the pages of the caught mails');

  function silent(where: string): void {
    const { seen } = witness;
    judge(seen.length === 0, `scripts: ${where}: ${seen.length} ran or tried to${some(seen)}`, {
      payloads: all.length,
      seen: seen.slice(0, 50),
    });
    witness.seen = [];
  }
}

const some = (lines: readonly string[]): string => (lines.length > 0 ? `, but ${lines.length} not: ${lines.slice(0, 5).join(' · ')}` : '');

/** Signs in as people do; answers with the newest token that the browser sent. */
async function signIn(page: Page, webUrl: string, username: string): Promise<() => string> {
  let token: string | undefined;
  page.on('request', (request) => (token = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '')?.[1] ?? token));
  await page.goto(webUrl);
  await page.getByRole('button', { name: 'Mit dem Dienstkonto anmelden' }).click();
  await page.locator('#username').fill(username);
  await page.locator('#password').fill('kollab-demo');
  await page.locator('#kc-login').click();
  await until(async () => token);
  return () => token!;
}

async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 600; i++) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('did not happen within a minute');
}
