import type { Config } from '../config.ts';
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

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);

export function renderMail(letter: Letter, { PUBLIC_URL, LAND_NAME }: Pick<Config, 'PUBLIC_URL' | 'LAND_NAME'>) {
  const link = letter.action && new URL(letter.action.path, PUBLIC_URL).href;
  const sender = `Gemeinsam Digital, ${LAND_NAME}`;
  const text = [
    letter.greeting,
    ...letter.paragraphs,
    ...(letter.action && link ? [`${letter.action.label}:\n${link}`] : []),
    `--\n${sender}\n${letter.reason}`,
  ].join('\n\n');
  const html = `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;background:#f3f4f8;color:#171a2b;font:16px/24px 'Fira Sans',Arial,sans-serif">
<div role="article" lang="de" style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff">
<p style="margin:0 0 16px;font-weight:600">${escapeHtml(sender)}</p>
<p style="margin:0 0 16px">${escapeHtml(letter.greeting)}</p>
${letter.paragraphs.map((p) => `<p style="margin:0 0 16px">${escapeHtml(p).replaceAll('\n', '<br>')}</p>`).join('\n')}
${letter.action && link ? `<p style="margin:0 0 24px"><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;background:#2141ad;color:#ffffff;text-decoration:none;border-radius:4px">${escapeHtml(letter.action.label)}</a></p>\n<p style="margin:0 0 16px;font-size:14px;line-height:20px">Falls die Schaltfläche nicht geht: ${escapeHtml(link)}</p>` : ''}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #c8ccd8;font-size:14px;line-height:20px;color:#4a4f63">${escapeHtml(letter.reason)}</p>
</div></body></html>`;
  return { subject: oneLine(letter.subject), text, html };
}
