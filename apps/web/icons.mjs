// Writes src/ui/icons.svg and src/ui/icon-names.ts: only the icons that are used, from Material Symbols Rounded, the family of
// KERN's own icons. Run it by hand (`node icons.mjs`) after adding a name. The result is committed: a build needs no icon package.

import { writeFileSync } from 'node:fs';
import symbolSet from '@iconify-json/material-symbols/icons.json' with { type: 'json' };

const names =
  `account-circle add add-reaction alternate-email arrow-back arrow-downward arrow-forward arrow-upward campaign cancel check check-circle chevron-left
chevron-right close cloud-done cloud-off code content-copy contrast dark-mode delete download edit error flag format-bold format-italic
format-list-bulleted format-list-numbered format-quote forum group help history info keep keyboard-arrow-down keyboard-arrow-up light-mode lightbulb link
location-city lock login logout mail menu more-horiz notifications open-in-new pause-circle person print refresh reply schedule search send
sentiment-satisfied settings star table task-alt thumb-up today undo unfold-more verified videocam visibility warning`.split(/\s+/);

const { icons, aliases } = symbolSet;
const find = (name) => icons[name] ?? (aliases[name] && find(aliases[name].parent));
const symbols = names.map((name) => {
  const d = /^<path fill="currentColor" d="([^"]+)"\/>$/.exec(find(`${name}-outline-rounded`)?.body ?? '')?.[1];
  if (!d) throw new Error(`no plain outline for ${name}`);
  return `<symbol id="${name}" viewBox="0 0 24 24"><path d="${d}"/></symbol>`;
});
writeFileSync(
  'src/ui/icons.svg',
  `<svg xmlns="http://www.w3.org/2000/svg">
<!-- Material Symbols Rounded, Google, Apache-2.0; written by icons.mjs -->
${symbols.join('\n')}
</svg>
`,
);
writeFileSync(
  'src/ui/icon-names.ts',
  `// Written by icons.mjs.\nexport type IconName =\n${names.map((name) => `  | '${name}'`).join('\n')};\n`,
);
