import { z } from 'zod';

// zod compiles its checks from text where it may. The web's content security policy forbids that, and reports the attempt.
if ('document' in globalThis) z.config({ jitless: true });

export { z };
