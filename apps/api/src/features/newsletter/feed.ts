import { escapeHtml as escape } from '../../platform/html.ts';
import type { NewsletterIssue } from '../../generated/graphql.ts';
import { partText, type Sender } from './issue-mail.ts';

/** XML 1.0 has no place for these, however they are written. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const text = (value: string): string => escape(value.replace(impossible, ''));

/** RFC 4287: the archive for feed readers, the newest issue first. */
export function atomFeed(issues: readonly NewsletterIssue[], { PUBLIC_URL, LAND_NAME, NEWSLETTER_NAME: name }: Sender): string {
  const at = (path: string) => text(new URL(path, PUBLIC_URL).href);
  const instant = (value: unknown) => text(String(value));
  const entries = issues.map(
    ({ id, number, title, greeting, publishedAt, parts }) => `  <entry>
    <id>urn:uuid:${text(id)}</id>
    <title>${text(`Ausgabe ${number}: ${title}`)}</title>
    <link rel="alternate" type="text/html" hreflang="de" href="${at(`/newsletter/${number}`)}"/>
    <published>${instant(publishedAt)}</published>
    <updated>${instant(publishedAt)}</updated>
    <summary>${text(greeting)}</summary>
    <content type="text">${text(parts.map(partText).join('\n\n'))}</content>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <id>${at('/newsletter.atom')}</id>
  <title>${text(name)}</title>
  <subtitle>${text(`Newsletter des Landes ${LAND_NAME}`)}</subtitle>
  <updated>${instant(issues[0]?.publishedAt ?? new Date(0).toISOString())}</updated>
  <author><name>${text(`Land ${LAND_NAME}`)}</name></author>
  <link rel="self" type="application/atom+xml" href="${at('/newsletter.atom')}"/>
  <link rel="alternate" type="text/html" href="${at('/newsletter')}"/>
${entries.join('\n')}
</feed>
`;
}
