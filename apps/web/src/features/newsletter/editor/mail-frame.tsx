import { useLayoutEffect, useRef } from 'react';

type HtmlPolicy = { createHTML: (html: string) => string };
type TrustedTypes = { createPolicy: (name: string, rules: HtmlPolicy) => HtmlPolicy };

/** The content security policy lets only named policies turn text into a document; in this one no script runs. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('kollab-mail', { createHTML: (html) => html });

/**
 * A mail as a mail program shows it, in a document of its own: no scripts, no forms, and nothing of the page's styles. Mails carry
 * their styles at each element. The page's policy lets no markup do that, so they wait under another name until the document
 * is there, and are set as properties then.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    let width = 0;
    // As high as the mail: nothing to scroll inside of what is scrolled.
    const fit = () => {
      if (!box.contentDocument || box.clientWidth === width) return;
      width = box.clientWidth;
      box.style.height = 'auto';
      box.style.height = `${box.contentDocument.documentElement.scrollHeight}px`;
    };
    const sizes = new ResizeObserver(fit);
    const dress = () => {
      const shown = box.contentDocument;
      if (!shown) return;
      for (const element of shown.querySelectorAll<HTMLElement>('[data-style]')) element.style.cssText = element.dataset['style'] ?? '';
      for (const link of shown.links) {
        link.target = '_blank';
        link.rel = 'noreferrer';
      }
      width = 0;
      fit();
      sizes.observe(box);
    };
    box.addEventListener('load', dress);
    const markup = html.replaceAll(' style="', ' data-style="');
    box.srcdoc = policy?.createHTML(markup) ?? markup;
    return () => {
      sizes.disconnect();
      box.removeEventListener('load', dress);
    };
  }, [html]);
  return (
    <iframe ref={frame} className="news-frame" title={title} sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" />
  );
}
