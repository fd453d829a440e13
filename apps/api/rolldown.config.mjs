import { defineConfig } from 'rolldown';

/** Frameworks look for these at runtime and do without; here they are not installed. */
const absent = [
  /^@nestjs\/(websockets|microservices|apollo)/,
  /^class-(validator|transformer)/,
  /^@apollo\//,
  /^@mercuriusjs\//,
  /^@fastify\/(multipart|view)$/,
  '@nestjs/platform-express',
  'ts-morph',
];

/**
 * The server and the worker, each with all that it loads in a few files: to find and read 2,500 modules one by one was half
 * of a start. `app` is what both have in common, for filling a compile cache. Commands run from what `tsc` wrote.
 */
export default defineConfig({
  input: {
    main: 'dist/main.js',
    worker: 'dist/worker.js',
    app: 'dist/app.module.js',
    // Begun by its path, when somebody asks for a PDF.
    'pdf-thread': 'dist/features/announcements/pdf-thread.js',
  },
  platform: 'node',
  // Loaded with the first PDF, with its fonts beside it; few ask for one.
  external: [...absent, 'pdfkit'],
  // A single „ in a file makes V8 keep all of its text in two bytes a character.
  output: { dir: 'dist/bundle', cleanDir: true, keepNames: true, comments: false, charset: 'ascii' },
});
