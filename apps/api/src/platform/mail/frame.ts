import { escapeHtml } from '../html.ts';

/** Mail programs know no style sheets: what all our mails look like stands here, element by element. Colours are those of the web. */
const ink = '#171a2b';
const muted = '#4a4f63';
const accent = '#2141ad';

interface Frame {
  /** As text; escaped here, like the label. */
  title: string;
  /** How a screen reader names the mail, if not by its heading. */
  label?: string;
  /** In pixels. */
  width?: number;
}

/** A whole mail around a body of HTML. */
export const mailPage = ({ title, label, width = 560 }: Frame, body: string): string => `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;background:#f3f4f8;color:${ink};font:16px/24px 'Fira Sans',Arial,sans-serif">
<div role="article" lang="de"${label === undefined ? '' : ` aria-label="${escapeHtml(label)}"`} style="max-width:${width}px;margin:0 auto;padding:24px;background:#ffffff">
${body}
</div></body></html>`;

/** From here on everything is HTML that the caller has escaped, but for addresses and labels of links. */
export const mailParagraph = (html: string): string => `<p style="margin:0 0 16px">${html}</p>`;
export const mailSender = (name: string): string => `<p style="margin:0 0 16px;font-weight:600">${escapeHtml(name)}</p>`;
export const mailButton = (href: string, label: string): string =>
  `<p style="margin:0 0 24px"><a href="${escapeHtml(href)}" style="display:inline-block;padding:12px 20px;background:${accent};color:#ffffff;text-decoration:none;border-radius:4px">${escapeHtml(label)}</a></p>`;
export const mailLink = (href: string, label: string): string =>
  `<a href="${escapeHtml(href)}" style="color:${accent}">${escapeHtml(label)}</a>`;

/** Of what stands below or beside the matter. */
export const mutedStyle = `font-size:14px;line-height:20px;color:${muted}`;
export const mailFoot = (html: string): string =>
  `<div style="margin:24px 0 0;padding-top:16px;border-top:1px solid #c8ccd8;${mutedStyle}">${html}</div>`;
