import type { Config } from '../../platform/config.ts';
import { berlinShortDate } from '../../platform/berlin.ts';
import { escapeHtml } from '../../platform/html.ts';
import { mailButton, mailFoot, mailLink, mailPage, mailParagraph, mailSender, mutedStyle } from '../../platform/mail/frame.ts';
import type { Mail } from '../../platform/mail/outbox.ts';
import { sections, type Section } from '../relevance/index.ts';

type Place = Pick<Config, 'PUBLIC_URL' | 'LAND_NAME'>;
export interface Told {
  sentence: string;
  reason: string;
  path: string;
  dueAt: Date | null;
}

const headings: Record<Section, string> = {
  FRIST: 'Mit Frist',
  HANDLUNG: 'Zu tun',
  KENNTNIS: 'Zur Kenntnis',
  HINTERGRUND: 'Im Hintergrund',
};
/** Rows in each section. Nobody reads more; all of them are on the page Hinweise. */
const shownRows = 30;

const counted = (n: number): string => (n === 1 ? 'ein Hinweis' : `${n} Hinweise`);
const dueWords = ({ dueAt }: Told): string => (dueAt ? ` Frist: ${berlinShortDate(dueAt)}.` : '');

/** `offToken`: of the link that switches these mails off. */
interface Frame extends Place {
  name: string;
  offToken: string;
}

export function renderDigest(told: Record<Section, Told[]>, frame: Frame): Mail {
  const { PUBLIC_URL } = frame;
  const used = sections.filter((section) => told[section].length > 0);
  const total = used.reduce((sum, section) => sum + told[section].length, 0);
  const due = told.FRIST.length;
  const subject = `Ihre Zusammenfassung: ${counted(total)}${due > 0 && due < total ? `, davon ${due} mit Frist` : due > 0 ? ' mit Frist' : ''}`;
  const rest = (section: Section): string | null =>
    told[section].length > shownRows ? `Und ${told[section].length - shownRows} weitere unter „Hinweise“.` : null;
  const text = used.map((section) =>
    [
      headings[section].toUpperCase(),
      ...told[section]
        .slice(0, shownRows)
        .map((t) => `- ${t.sentence}${dueWords(t)}\n  Warum: ${t.reason}.\n  ${urlOf(t.path, PUBLIC_URL)}`),
      ...[rest(section) ?? []].flat(),
    ].join('\n\n'),
  );
  const html = used.map(
    (section) => `<h2 style="margin:24px 0 8px;font-size:18px;line-height:24px">${headings[section]}</h2>
<ul style="margin:0;padding:0 0 0 20px">
${told[section]
  .slice(0, shownRows)
  .map((t) => rowOf(t, PUBLIC_URL))
  .join('\n')}
</ul>${rest(section) ? `\n<p style="margin:8px 0 0">${rest(section)}</p>` : ''}`,
  );
  const lead = 'Das haben Sie noch nicht gelesen.';
  return framed(frame, subject, 'Sie erhalten diese Zusammenfassung an den Tagen, die Sie gewählt haben.', {
    text: [lead, ...text],
    html: [mailParagraph(lead), ...html],
  });
}

/** One notice that does not wait. */
export function renderAtOnce(subject: string, told: Told, frame: Frame): Mail {
  const url = urlOf(told.path, frame.PUBLIC_URL);
  const sentence = `${told.sentence}${dueWords(told)}`;
  return framed(frame, subject, `Warum Sie diese E-Mail erhalten: ${told.reason}.`, {
    text: [sentence, `Ansehen:\n${url}`],
    html: [mailParagraph(escapeHtml(sentence)), mailButton(url, 'Ansehen')],
  });
}

const urlOf = (path: string, base: string): string => new URL(path, base).href;
const rowOf = (told: Told, base: string): string =>
  `<li style="margin:0 0 12px">${mailLink(urlOf(told.path, base), told.sentence)}${escapeHtml(dueWords(told))}<br><span style="${mutedStyle}">${escapeHtml(told.reason)}</span></li>`;

/** The common frame. Mail programs unsubscribe with one click (RFC 8058); people follow the link, which asks once more. */
function framed(frame: Frame, subject: string, reason: string, body: { text: string[]; html: string[] }): Mail {
  const { name, offToken, PUBLIC_URL, LAND_NAME } = frame;
  const off = urlOf(`/abmelden/${offToken}`, PUBLIC_URL);
  const settings = urlOf('/konto', PUBLIC_URL);
  const sender = `Gemeinsam Digital, ${LAND_NAME}`;
  const greeting = `Guten Tag ${name},`;
  const text = [
    greeting,
    ...body.text,
    `--\n${sender}\n${reason}\nTage, Uhrzeit und Ruhezeiten ändern: ${settings}\nKeine E-Mails zu Hinweisen mehr: ${off}`,
  ].join('\n\n');
  const html = mailPage(
    { title: subject, label: subject },
    [
      mailSender(sender),
      `<h1 style="margin:0 0 16px;font-size:22px;line-height:28px">${escapeHtml(subject)}</h1>`,
      mailParagraph(escapeHtml(greeting)),
      ...body.html,
      mailFoot(
        [
          escapeHtml(reason),
          mailLink(settings, 'Tage, Uhrzeit und Ruhezeiten ändern'),
          mailLink(off, 'Keine E-Mails zu Hinweisen mehr'),
        ].join('<br>'),
      ),
    ].join('\n'),
  );
  return { subject, text, html, headers: { 'List-Unsubscribe': `<${off}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } };
}
