import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

it('an issue as long as can be reaches everybody once, in batches that fit', async () => {
  const { db } = api.world;
  const editor = await api.world.official('LAND_EDITOR');
  const sentence = 'Ab **Dezember** gilt die [neue Fassung](https://ort.example/fassung), und zwar überall. ';
  const part = { kind: 'TEXT', heading: 'Neues', body: sentence.repeat(450), source: '', dates: [] };
  const { id } = await db.newsletterIssue.create({
    data: {
      ...{ createdById: editor.id, clientMutationId: randomUUID(), status: 'SENDING', number: 1, publishedAt: new Date() },
      content: { title: 'Lang', greeting: 'Guten Tag', outlook: '', parts: Array.from({ length: 30 }, () => part) },
    },
  });
  const confirmedAt = new Date(Date.now() - 1_000);
  await db.newsletterSubscription.createMany({
    data: Array.from({ length: 8 }, (_, i) => ({
      email: `lang${i}@ort.example`,
      status: 'ACTIVE' as const,
      confirmedAt,
      consentText: 'Ja',
    })),
  });
  const { Jobs } = await import('../../platform/jobs/jobs.ts');
  await api.app.get(Jobs).send({ name: 'newsletter.send' }, { issueId: id });
  await api.work();
  expect(await db.newsletterIssue.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'SENT', sentCount: 8 });
  const mails = await db.outboxMail.findMany({ where: { key: { endsWith: `:issue:${id}` } } });
  expect(new Set(mails.map((mail) => mail.to)).size).toBe(8);
  expect(mails[0]!.html.length).toBeGreaterThan(1_000_000);
  expect(new Set(mails.map((mail) => /\/newsletter\/abmelden\/[\w-]+/.exec(mail.html)?.[0])).size).toBe(8);
});
