import { startMail, type Mail } from '@kollab/devstack';
import type { Notice, NoticeKind, OutboxMail, WorkingGroup } from '../src/generated/prisma/client.ts';
import { openApi, type Api } from './api.ts';
import type { Someone } from './world.ts';

/** When nobody chose anything: by hand, so that a change of the usual times is noticed. */
export const usual = { on: true, days: [1, 2, 3, 4, 5], hour: 7, quietFrom: 19, quietTo: 7 };
export const setMailSettings =
  'mutation($input: MailSettingsInput!) { setMailSettings(input: $input) { mailSettings { on days hour quietFrom quietTo } } }';

/** An API with a mail server of its own. */
export interface Mailing {
  api: Api;
  mail: Mail;
  clock: Awaited<ReturnType<typeof clockOf>>;
  /** What arrived at a person's address, the newest first. */
  caught: (person: Someone) => ReturnType<Mail['messages']>;
  close: () => Promise<void>;
}
export async function openMailing(): Promise<Mailing> {
  const mail = await startMail({});
  const api = await openApi({ SMTP_URL: mail.smtpUrl });
  return {
    api,
    mail,
    clock: await clockOf(api),
    caught: (person) => mail.messages().filter((m) => m.recipients.includes(person.email)),
    close: async () => {
      await api.close();
      await mail.stop();
    },
  };
}

/** A clock that stands still until it is set. */
export async function clockOf({ app }: Api): Promise<{ set: (instant: string | Date) => void }> {
  const { Clock } = await import('../src/platform/clock.ts');
  const clock = app.get(Clock);
  return {
    set: (instant) => {
      clock.now = () => new Date(instant);
    },
  };
}

/** What the worker's clock does each quarter of an hour, and what follows from it. */
export async function quarter({ app, work }: Api): Promise<void> {
  const { Jobs } = await import('../src/platform/jobs/jobs.ts');
  await app.get(Jobs).send({ name: 'mailing.due' }, {});
  await work();
}

let count = 0;
/** Of a group that everybody may see, unless another one is named. */
export async function noticeOf(
  { world }: Api,
  person: Someone,
  kind: NoticeKind,
  createdAt: string | Date,
  data: Partial<Notice> & { group?: WorkingGroup } = {},
): Promise<Notice> {
  const { group, ...columns } = data;
  return world.db.notice.create({
    data: {
      personId: person.id,
      kind,
      cause: `requested:${++count}`,
      actorName: `Kim ${count}`,
      createdAt: new Date(createdAt),
      ...(group && { groupId: group.id }),
      ...columns,
    },
  });
}

export const mailsTo = ({ world }: Api, person: Someone): Promise<OutboxMail[]> =>
  world.db.outboxMail.findMany({ where: { to: person.email }, orderBy: { id: 'asc' } });
