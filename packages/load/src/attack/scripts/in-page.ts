/*
 * What runs in the browser, as text: this package knows no DOM. `ran` is the detector, exposed to each frame of each page;
 * `report` tells it without waiting.
 */

/** Before each document: what the policy of the page refuses was tried, and counts like one that ran. */
export const onRefusal = `document.addEventListener('securitypolicyviolation', (e) =>
  window.ran?.('refused ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))`;

/** Goes to another page of the platform as a link would, without loading everything again. */
export const goTo = (path: string): string =>
  `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate', { state: null }))`;

/** Each text of the page and of the frames in it, blanks united. */
export const textOfPage = `[document, ...[...document.querySelectorAll('iframe')].map((f) => f.contentDocument)]
  .map((d) => (d?.querySelector('title')?.textContent ?? '') + ' ' + (d?.body?.textContent ?? '')).join(' ').replace(/(?!\\s)\\p{Cc}/gu, '').replace(/\\s+/g, ' ')`;

/** Opens what is folded, walks over everything with the pointer and the focus, and looks at every address. */
export const poke = `(() => {
  const main = document.querySelector('main') ?? document.body;
  for (const folded of main.querySelectorAll('[aria-expanded="false"]:not([aria-haspopup]):not([role])')) folded.click();
  for (const button of main.querySelectorAll('button')) if (/Beitr\\S+ (?:zeigen|laden)|Weitere laden/.test(button.textContent)) button.click();
  for (const element of main.querySelectorAll('*')) element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  for (const link of main.querySelectorAll('a, area')) link.dispatchEvent(new FocusEvent('focus'));
})()`;
export const addresses = `[...document.querySelectorAll('[href], [action], [formaction], [src], [srcdoc], [data]')]
  .filter((e) => e.hasAttribute('srcdoc') || ['href', 'action', 'formaction', 'src', 'data'].some((name) =>
    /^[\\s\\u0000-\\u001f]*(?:j\\s*a\\s*v\\s*a\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t|data:(?!image\\/|,$)|vbscript)/i.test(e.getAttribute(name) ?? '')))
  .map((e) => 'address ' + e.outerHTML.slice(0, 160))`;

/** Elements that came out of a text, not out of our code: nothing of ours has such an attribute. */
export const handlers = `[...document.querySelectorAll('*')].filter((e) => [...e.attributes].some(({ name }) => /^on/.test(name)))
  .map((e) => 'handler ' + e.outerHTML.slice(0, 160))`;

/** What a defect of ours would do: write somebody's text as HTML. The policy of the page refuses that with an error. */
export const intrude = `try { document.body.insertAdjacentHTML('beforeend', '<img src="/nothing" onerror="ran(0)" hidden>') } catch {}`;
