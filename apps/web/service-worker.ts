// Bundles src/app/service-worker.ts into one file at the root, and tells it which files belong to this build. The usual
// plugin for this brings 250 packages along, another bundler among them, for what is a list of names.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** What the frame of every page loads from the root; these names carry no hash. */
const unhashed = ['index.html', 'theme.js', 'icon.svg'];

export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    async writeBundle({ dir = config.build.outDir }, bundle) {
      const hashed = Object.keys(bundle).filter((name) => /^assets\/.+\.(js|css|woff2|svg)$/.test(name));
      const files = [
        ...hashed.map((name) => ({ url: `/${name}`, revision: null })),
        ...(await Promise.all(
          unhashed.map(async (name) => {
            const content = await readFile(join(dir, name));
            return { url: `/${name}`, revision: createHash('sha256').update(content).digest('base64url').slice(0, 12) };
          }),
        )),
      ];
      await build({
        configFile: false,
        root: config.root,
        logLevel: 'warn',
        publicDir: false,
        define: { 'process.env.NODE_ENV': '"production"', builtFiles: JSON.stringify(files) },
        build: {
          target: config.build.target,
          outDir: dir,
          emptyOutDir: false,
          modulePreload: false,
          rolldownOptions: { input: 'src/app/service-worker.ts', output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      });
    },
  };
}
