import { escapeHtml, page } from '../page/page.ts';
import type { Message } from './messages.ts';

const footer =
  'Dieses Postfach fängt alle E-Mails der Plattform auf diesem Rechner ab. Nichts davon wird zugestellt. Mit dem Ende des Programms ist es leer.';
const berlin = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Berlin' });
const when = (message: Message) =>
  `<time datetime="${message.receivedAt}">${escapeHtml(berlin.format(new Date(message.receivedAt)))}</time>`;

const row = (message: Message) => `<li><a href="/messages/${message.id}">${escapeHtml(message.subject || '(ohne Betreff)')}</a>
<span class="meta">${when(message)} · an ${escapeHtml(message.recipients.join(', '))}</span></li>`;

export const listPage = (messages: readonly Message[]): string =>
  page({
    title: 'Abgefangene E-Mails',
    footer,
    body: `<h1>Abgefangene E-Mails</h1>
${
  messages.length === 0
    ? '<p>Noch keine E-Mail. Sobald die Plattform eine verschickt, steht sie hier.</p>'
    : `<p class="meta">${messages.length === 1 ? 'Eine E-Mail' : `${messages.length} E-Mails`}, die neueste zuerst.</p>
<ul class="rows">${messages.map(row).join('\n')}</ul>`
}`,
  });

const headerRow = ({ name, value }: Message['headers'][number]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`;
const attachmentRow = ({ filename, mimeType, bytes }: Message['attachments'][number]) =>
  `<li>${escapeHtml(filename)} <span class="meta">${escapeHtml(mimeType)}, ${bytes.toLocaleString('de-DE')} Byte</span></li>`;

export const messagePage = (message: Message): string =>
  page({
    title: message.subject || 'E-Mail ohne Betreff',
    footer,
    body: `<p class="meta"><a href="/">Alle E-Mails</a></p>
<h1>${escapeHtml(message.subject || '(ohne Betreff)')}</h1>
<p class="meta">${when(message)} · von ${escapeHtml(message.from)} · an ${escapeHtml(message.recipients.join(', '))}</p>
${
  message.html
    ? `<section aria-labelledby="html"><h2 id="html">Ansicht</h2>
<iframe title="Die E-Mail, wie ein Postfach sie zeigt" src="/messages/${message.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></section>`
    : ''
}
${message.text ? `<section aria-labelledby="text"><h2 id="text">Text</h2><pre>${withLinks(message.text)}</pre></section>` : ''}
${message.attachments.length > 0 ? `<section aria-labelledby="anlagen"><h2 id="anlagen">Anlagen</h2><ul class="rows">${message.attachments.map(attachmentRow).join('')}</ul></section>` : ''}
<section aria-labelledby="kopf"><h2 id="kopf">Kopfzeilen</h2><details><summary>Alle Kopfzeilen zeigen</summary><dl>${message.headers.map(headerRow).join('')}</dl></details></section>`,
  });

/** Invitations are tried out from here, so addresses in the text part can be followed. */
const withLinks = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, i) => (i % 2 === 1 ? `<a href="${escapeHtml(part)}" rel="noreferrer">${escapeHtml(part)}</a>` : escapeHtml(part)))
    .join('');

export const goneMessagePage = (): string =>
  page({
    title: 'E-Mail nicht gefunden',
    footer,
    body: '<h1>Diese E-Mail gibt es nicht mehr</h1>\n<p><a href="/">Alle E-Mails</a></p>',
  });
