import { describe, expect, it } from '@jest/globals';
import { renderMail } from './letter.ts';

const place = { PUBLIC_URL: 'https://plattform.example', LAND_NAME: 'Sachsen-Anhalt' };
const typed = `<img src=x onerror=alert(1)> "Kim" & 'Robin'`;
const shown = '&lt;img src=x onerror=alert(1)&gt; &quot;Kim&quot; &amp; &#39;Robin&#39;';

describe('a mail', () => {
  it('shows what somebody typed as text, wherever it stands', () => {
    const letter = {
      subject: typed,
      greeting: typed,
      paragraphs: [typed, `${typed}\nZweite Zeile`],
      action: { label: typed, path: `/mein-tag?x="><script>` },
      reason: typed,
    };
    const { html, text } = renderMail(letter, { ...place, LAND_NAME: typed });
    // Title, sender, greeting, two paragraphs, the button and the reason.
    expect(html.split(shown)).toHaveLength(8);
    expect(html).not.toMatch(/<img|<script|onerror="/);
    expect(html).toContain(`${shown}<br>Zweite Zeile`);
    expect(text).toContain(typed);
  });

  it('has a subject of one line', () => {
    const letter = { subject: ' Einladung\r\nBcc: alle@ort.example ', greeting: '', paragraphs: [], reason: '' };
    expect(renderMail(letter, place).subject).toBe('Einladung Bcc: alle@ort.example');
  });

  it('has a link to the platform only where there is something to do', () => {
    const letter = { subject: 'S', greeting: 'G', paragraphs: ['P'], reason: 'R' };
    expect(renderMail(letter, place).html).not.toContain('<a ');
    expect(renderMail(letter, place).text).toBe('G\n\nP\n\n--\nGemeinsam Digital, Sachsen-Anhalt\nR');
    const { html, text } = renderMail({ ...letter, action: { label: 'Ansehen', path: '/mein-tag' } }, place);
    expect(html).toContain('<a href="https://plattform.example/mein-tag"');
    expect(text).toContain('Ansehen:\nhttps://plattform.example/mein-tag');
  });
});
