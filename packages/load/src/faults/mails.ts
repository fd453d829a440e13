import { startMail } from '@kollab/devstack';
import type { Judge } from '../program.ts';

export interface Mail {
  smtpUrl: string;
  /** How often each mail of the outbox came in, by its id. */
  arrived: () => Map<string, number>;
}

/** A mail server that takes everything and remembers what came how often. */
export async function openMail({ defer }: Judge): Promise<Mail> {
  const mail = await startMail({});
  defer(() => mail.stop());
  const received = new Map<string, string>();
  const note = (): void => {
    for (const { id, headers } of mail.messages()) {
      // The outbox gives each mail its own id as Message-ID, the same in every attempt.
      const own = headers.find((h) => h.name.toLowerCase() === 'message-id')?.value.match(/^<([^@>]+)@/)?.[1];
      if (own) received.set(id, own);
    }
  };
  // The catcher keeps the newest only.
  const timer = setInterval(note, 2_000);
  defer(() => clearInterval(timer));
  return {
    smtpUrl: mail.smtpUrl,
    arrived: () => {
      note();
      const counts = new Map<string, number>();
      for (const own of received.values()) counts.set(own, (counts.get(own) ?? 0) + 1);
      return counts;
    },
  };
}
