import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { PushSubscription } from '../../generated/prisma/client.ts';
import { isOfService } from './push-service.ts';
import { keptFor, type Answer } from './verdict.ts';

/** What a browser shows. It is encrypted: no push service reads it. */
export interface Message {
  title: string;
  body: string;
  /** In the web app. */
  path: string;
  /** A later message with the same tag replaces this one. */
  tag: string;
}

/** Hands a message to the push service of a browser: RFC 8030, encrypted by RFC 8291, signed by RFC 8292. */
@Injectable()
export class PushSender {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** null: the operator has not set it up. */
  get publicKey(): string | null {
    return this.config.VAPID_PUBLIC_KEY ?? null;
  }

  /** Whether a browser's address may be kept, and sent to. */
  knows(endpoint: string): boolean {
    return isOfService(endpoint, this.config.PUSH_SERVICES);
  }

  async hands({ endpoint, p256dh, auth }: PushSubscription, message: Message): Promise<Answer> {
    // It may have been stored under another configuration.
    if (!this.knows(endpoint)) return { status: 400, retryAfter: null };
    // Only the worker sends, so the servers do not load the library.
    const { default: webPush } = await import('web-push');
    const { VAPID_SUBJECT: subject, VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = this.config;
    const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), {
      TTL: keptFor / 1_000,
      urgency: 'normal',
      topic: message.tag,
      vapidDetails: { subject: subject!, publicKey: publicKey!, privateKey: privateKey! },
    });
    const { 'Content-Length': _, ...rest } = headers;
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: rest,
        body: new Uint8Array(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.config.PUSH_TIMEOUT * 1_000),
      });
      // The body is not read: it comes from a foreign server, and nothing in it matters.
      await response.body?.cancel();
      return { status: response.status, retryAfter: response.headers.get('retry-after') };
    } catch {
      return { status: 0, retryAfter: null };
    }
  }
}
