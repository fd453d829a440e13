import { micromark } from 'micromark';
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { berlinDate, berlinTime } from '../../platform/berlin.ts';
import { escapeHtml as escape } from '../../platform/html.ts';
import { mailFoot, mailLink as link, mailPage, mutedStyle } from '../../platform/mail/frame.ts';
import { oneLine, type MailHeaders } from '../../platform/mail/headers.ts';
import type { NewsletterPart } from '../../generated/graphql.ts';
import type { Content } from './content.ts';
import { addresses } from './letters.ts';

export interface Sender {
  PUBLIC_URL: string;
  LAND_NAME: string;
  NEWSLETTER_NAME: string;
}
export interface Issue extends Content {
  /** A draft has the number that it would get. */
  number: number;
}

const subjectOf = ({ number, title }: Pick<Issue, 'number' | 'title'>, name: string): string => oneLine(`${name} ${number}: ${title}`);
const outlookHeading = 'In der nächsten Ausgabe';

/**
 * Markdown as a mail program shows it: HTML in the text stays text, pictures become links, so that nobody is counted by
 * opening a mail, and the text's own headings stand below those of the mail.
 */
export function mailHtml(markdown: string, publicUrl: string): string {
  const html = micromark(markdown, {
    extensions: [gfmTable(), gfmAutolinkLiteral(), { disable: { null: ['labelStartImage'] } }],
    htmlExtensions: [gfmTableHtml(), gfmAutolinkLiteralHtml()],
  });
  return html
    .replace(/<(\/?)h([1-6])>/g, (_, end: string, level: string) => `<${end}h${Math.min(Number(level) + 2, 6)}>`)
    .replaceAll('href="/', `href="${escape(new URL('/', publicUrl).href)}`);
}

const dateLine = ({ label, startsAt, endsAt, place }: NewsletterPart['dates'][number]): string => {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return `${label}: ${berlinDate(start)}, ${berlinTime(start)} bis ${berlinTime(end)} Uhr${place ? `, ${place}` : ''}`;
};
const noDates = 'Zurzeit ist kein Termin angekündigt.';

const sourceWord = (kind: NewsletterPart['kind']): string => (kind === 'ANNOUNCEMENT' ? 'Mitteilung' : 'Antwort');

/** A part as plain text. */
export function partText({ kind, heading, body, source, dates }: NewsletterPart): string {
  const matter = kind === 'DATES' ? dates.map((date) => `- ${dateLine(date)}`).join('\n') || noDates : body;
  return [heading.toUpperCase(), matter, ...(source ? [`${sourceWord(kind)}: ${source}`] : [])].join('\n\n');
}
function partHtml({ kind, heading, body, source, dates }: NewsletterPart, publicUrl: string): string {
  const list = dates.map((date) => `<li>${escape(dateLine(date))}</li>`).join('');
  const matter = kind === 'DATES' ? (list ? `<ul>${list}</ul>` : `<p>${noDates}</p>`) : mailHtml(body, publicUrl);
  return `<h2 style="margin:32px 0 8px;font-size:20px;line-height:28px">${escape(heading)}</h2>
${matter}
${source ? `<p style="${mutedStyle}">${sourceWord(kind)}: ${escape(source)}</p>` : ''}`;
}

export const unsubscribeHeaders = (token: string, { PUBLIC_URL }: Pick<Sender, 'PUBLIC_URL'>): MailHeaders => ({
  'List-Unsubscribe': `<${new URL(addresses.unsubscribe(token), PUBLIC_URL).href}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'List-Id': `<newsletter.${new URL(PUBLIC_URL).hostname}>`,
});

/** What differs from one address to the next. `token`: of the link to unsubscribe; null for a test mail, which has none. */
function frameOf({ number }: Issue, { PUBLIC_URL, LAND_NAME, NEWSLETTER_NAME: name }: Sender, token: string | null) {
  const at = (path: string) => new URL(path, PUBLIC_URL).href;
  return {
    edition: `${name}, Ausgabe ${number}`,
    publisher: `Herausgeber: Land ${LAND_NAME}`,
    imprint: at('/impressum'),
    web: token === null ? null : at(`/newsletter/${number}`),
    links: token === null ? null : { unsubscribe: at(addresses.unsubscribe(token)), manage: at(addresses.manage(token)) },
    reason:
      token === null
        ? 'Dies ist ein Probeversand nur an Sie. Die Ausgabe ist noch nicht veröffentlicht.'
        : `Sie erhalten diese E-Mail, weil Sie den Newsletter „${name}“ bestellt haben.`,
  };
}

function issueText(issue: Issue, sender: Sender, token: string | null): string {
  const { edition, publisher, imprint, web, links, reason } = frameOf(issue, sender, token);
  const ways = links ? [`Abbestellen: ${links.unsubscribe}`, `Anmeldung verwalten: ${links.manage}`] : [];
  return [
    `${edition}\n${issue.title}`,
    ...(web ? [`Im Web lesen:\n${web}`] : []),
    issue.greeting,
    ...issue.parts.map(partText),
    ...(issue.outlook ? [`${outlookHeading.toUpperCase()}\n\n${issue.outlook}`] : []),
    ['--', publisher, imprint, reason, ...ways].join('\n'),
  ].join('\n\n');
}

/** The mails of one issue, to one address after the other: to set what they have in common takes seconds of a long one. */
export function issueMails(issue: Issue, sender: Sender): (token: string | null) => { subject: string; text: string; html: string } {
  const { PUBLIC_URL, NEWSLETTER_NAME: name } = sender;
  const common = [
    mailHtml(issue.greeting, PUBLIC_URL),
    ...issue.parts.map((part) => partHtml(part, PUBLIC_URL)),
    issue.outlook ? partHtml({ kind: 'TEXT', heading: outlookHeading, body: issue.outlook, source: '', dates: [] }, PUBLIC_URL) : '',
  ].join('\n');
  return (token) => {
    const { edition, publisher, imprint, web, links, reason } = frameOf(issue, sender, token);
    const html = mailPage(
      { title: issue.title, label: edition, width: 640 },
      `<p style="margin:0;font-weight:600">${escape(edition)}</p>
<h1 style="margin:0 0 16px;font-size:28px;line-height:36px">${escape(issue.title)}</h1>
${web ? `<p>${link(web, 'Diese Ausgabe im Web lesen')}</p>` : ''}
${common}
${mailFoot(`<p>${escape(publisher)} · ${link(imprint, 'Impressum')}</p>
<p>${escape(reason)}</p>
${links ? `<p>${link(links.unsubscribe, 'Newsletter abbestellen')} · ${link(links.manage, 'Anmeldung verwalten')}</p>` : ''}`)}`,
    );
    return { subject: subjectOf(issue, name), text: issueText(issue, sender, token), html };
  };
}
