import { join } from 'node:path';

/** The folder of the whole project. As deep below it: this file, what `tsc` makes of it, and what the server is bundled in. */
export const root = join(import.meta.dirname, '../../../..');
