// KERN defines some 500 custom properties; the pages use a third. Every one that nothing refers to is dropped from the build.
import { globSync, readFileSync } from 'node:fs';

const references = /var\(\s*(--kern-[\w-]+)/g;

/** A PostCSS plugin. Looks for references in our sources too, since a lazy chunk's CSS is a file of its own. */
export const dropUnusedTokens = () => ({
  postcssPlugin: 'drop-unused-tokens',
  OnceExit(root) {
    const ours = globSync('src/**/*.{scss,ts,tsx}').map((file) => readFileSync(file, 'utf8'));
    const outside = new Set(ours.flatMap((text) => [...text.matchAll(references)].map((match) => match[1])));
    for (let dropped = -1; dropped !== 0;) {
      const used = new Set(outside);
      root.walkDecls((declaration) => {
        for (const match of declaration.value.matchAll(references)) used.add(match[1]);
      });
      dropped = 0;
      root.walkDecls(/^--kern-/, (declaration) => {
        if (used.has(declaration.prop)) return;
        declaration.remove();
        dropped += 1;
      });
    }
  },
});
