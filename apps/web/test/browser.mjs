// What every browser has and jsdom lacks.
import { TextDecoder, TextEncoder } from 'node:util';
const CSS = { escape: (text) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`), supports: () => false };
Object.assign(globalThis, { TextDecoder, TextEncoder, CSS });
