import axe from 'axe-core';

/** These measure what is painted, so only a real browser can tell; `region` is about whole pages. */
const elsewhere = Object.fromEntries(['color-contrast', 'label-content-name-mismatch', 'region'].map((rule) => [rule, { enabled: false }]));

/** What axe finds in an element. */
export async function barriers(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: elsewhere });
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
}
