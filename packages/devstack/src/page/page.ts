import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything the pages show comes through here: they are plain HTML without a template engine. */
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** The sign of the platform: the Land in fourteen tiles, by column and row. */
const tiles = [1, 2, 11, 12, 13, 20, 21, 22, 23, 24, 31, 32, 33, 42].map((n) => [n % 10, Math.floor(n / 10)] as const);
const sign = `<svg viewBox="0 0 39 39" width="36" height="36" aria-hidden="true" focusable="false">${tiles
  .map(([column, row]) => `<rect x="${column * 8}" y="${row * 8}" width="7" height="7" rx="1"/>`)
  .join('')}</svg>`;

export interface Page {
  title: string;
  body: string;
  footer: string;
  head?: string;
}

export const stylesheet = (): Promise<string> => readFile(join(import.meta.dirname, 'page.css'), 'utf8');

export const page = ({ title, body, footer, head = '' }: Page): string => `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – Gemeinsam Digital Sachsen-Anhalt</title>
<link rel="stylesheet" href="/resources/page.css">
<link rel="icon" href="data:,">
${head}</head>
<body>
<a class="skip" href="#inhalt">Zum Inhalt springen</a>
<header><p class="brand">${sign}<span><b>Sachsen-Anhalt</b><span>Gemeinsam Digital</span></span></p></header>
<main id="inhalt" tabindex="-1">
${body}
</main>
<footer><p>${escapeHtml(footer)}</p></footer>
</body>
</html>
`;
