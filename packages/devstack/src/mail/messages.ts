import { randomUUID } from 'node:crypto';
import PostalMime, { type Address } from 'postal-mime';

/** One caught mail, as pages and tests read it. */
export interface Message {
  id: string;
  receivedAt: string;
  /** Whom the envelope named: the real recipients, hidden ones included. */
  recipients: string[];
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
  attachments: { filename: string; mimeType: string; bytes: number }[];
}

const limit = 500;
const written = (address: Address): string[] =>
  address.group ? address.group.flatMap(written) : [address.name ? `${address.name} <${address.address}>` : address.address];

/** What a mail says, as it came over the line. */
export async function readMail(raw: Buffer, recipients: string[]): Promise<Message> {
  const mail = await PostalMime.parse(raw);
  return {
    id: randomUUID(),
    receivedAt: new Date().toISOString(),
    recipients,
    from: mail.from ? written(mail.from).join(', ') : '',
    to: (mail.to ?? []).flatMap(written),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? 'ohne Namen',
      mimeType,
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
  };
}

/** The newest mails; they end with the process. */
export class Messages {
  #messages: Message[] = [];

  /** Newest first. */
  get all(): readonly Message[] {
    return this.#messages;
  }

  byId(id: string): Message | undefined {
    return this.#messages.find((message) => message.id === id);
  }

  clear(): void {
    this.#messages = [];
  }

  async add(raw: Buffer, recipients: string[]): Promise<Message> {
    const message = await readMail(raw, recipients);
    this.#messages = [message, ...this.#messages].slice(0, limit);
    return message;
  }
}
