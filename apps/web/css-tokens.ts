// KERN defines some 500 custom properties; the pages use a third. Every one that nothing refers to is dropped from the build.
import { globSync, readFileSync } from 'node:fs';

type Declaration = { prop: string; value: string; remove: () => unknown };
type Root = {
  walkDecls: { (visit: (declaration: Declaration) => void): unknown; (name: RegExp, visit: (declaration: Declaration) => void): unknown };
};

const references = /var\(\s*(--kern-[\w-]+)/g;
const named = (text: string): string[] => [...text.matchAll(references)].map((match) => match[1] ?? '');

/** A PostCSS plugin. Looks for references in our sources too, since a lazy chunk's CSS is a file of its own. */
export const dropUnusedTokens = () => ({
  postcssPlugin: 'drop-unused-tokens',
  OnceExit(root: Root) {
    const outside = globSync('src/**/*.{scss,ts,tsx}').flatMap((file) => named(readFileSync(file, 'utf8')));
    for (let dropped = -1; dropped !== 0;) {
      const used = new Set(outside);
      root.walkDecls((declaration) => named(declaration.value).forEach((name) => used.add(name)));
      dropped = 0;
      root.walkDecls(/^--kern-/, (declaration) => {
        if (used.has(declaration.prop)) return;
        declaration.remove();
        dropped += 1;
      });
    }
  },
});
