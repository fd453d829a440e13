import type { Config } from '../config.ts';
import { escapeHtml } from '../html.ts';
import { mailButton, mailFoot, mailPage, mailParagraph, mailSender } from './frame.ts';
import { oneLine } from './headers.ts';

/** A transactional mail: a few plain paragraphs and at most one link. */
export interface Letter {
  subject: string;
  greeting: string;
  paragraphs: string[];
  action?: { label: string; path: string };
  /** Why the recipient gets it. */
  reason: string;
}

export function renderMail(letter: Letter, { PUBLIC_URL, LAND_NAME }: Pick<Config, 'PUBLIC_URL' | 'LAND_NAME'>) {
  const link = letter.action && new URL(letter.action.path, PUBLIC_URL).href;
  const sender = `Gemeinsam Digital, ${LAND_NAME}`;
  const text = [
    letter.greeting,
    ...letter.paragraphs,
    ...(letter.action && link ? [`${letter.action.label}:\n${link}`] : []),
    `--\n${sender}\n${letter.reason}`,
  ].join('\n\n');
  const html = mailPage(
    { title: letter.subject },
    [
      mailSender(sender),
      mailParagraph(escapeHtml(letter.greeting)),
      ...letter.paragraphs.map((p) => mailParagraph(escapeHtml(p).replaceAll('\n', '<br>'))),
      ...(letter.action && link
        ? [
            mailButton(link, letter.action.label),
            `<p style="margin:0 0 16px;font-size:14px;line-height:20px">Falls die Schaltfläche nicht geht: ${escapeHtml(link)}</p>`,
          ]
        : []),
      mailFoot(escapeHtml(letter.reason)),
    ].join('\n'),
  );
  return { subject: oneLine(letter.subject), text, html };
}
