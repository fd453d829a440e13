/** A table from Excel, Word or a web page as Markdown; null when what was copied is no table. */
export function tableFrom(html: string, plain: string): string | null {
  const rows = rowsOfHtml(html) ?? rowsOfTabs(plain);
  if (!rows || rows.length === 0) return null;
  const width = Math.max(...rows.map((row) => row.length));
  if (width < 2) return null;
  const line = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, i) => cell(row[i] ?? '')).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `| ${Array.from({ length: width }, () => '---').join(' | ')} |`, ...rest.map(line)].join('\n');
}

const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\\|])/g, '\\$1');

type HtmlPolicy = { createHTML: (html: string) => string };
type TrustedTypes = { createPolicy: (name: string, rules: HtmlPolicy) => HtmlPolicy };

/** The content security policy lets only named policies turn text into a document; this one is read as text and never shown. */
const policy: HtmlPolicy | undefined = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('kollab-table', {
  createHTML: (html) => html,
});

/** Only when the table is all that was copied: text around it must not be lost. */
function rowsOfHtml(html: string): string[][] | null {
  if (!/<table[\s>]/i.test(html)) return null;
  // A document made this way runs no script and loads nothing.
  const { body } = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
  const tables = [...body.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
  const [table] = tables;
  if (!table || tables.length > 1) return null;
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((one) => [one.textContent, ...Array.from({ length: Math.min(one.colSpan, 50) - 1 }, () => '')]),
  );
  table.remove();
  for (const hidden of body.querySelectorAll('style, script, title, meta')) hidden.remove();
  return body.textContent.trim() === '' ? rows.filter((row) => row.some((text) => text.trim() !== '')) : null;
}

/** Cells between tabs. One line with tabs may be anything; two that agree are a table. */
function rowsOfTabs(plain: string): string[][] | null {
  const rows = plain
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
  const width = rows[0]?.length ?? 0;
  return rows.length > 1 && width > 1 && rows.every((row) => row.length === width) ? rows : null;
}
