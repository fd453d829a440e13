import { explain } from '../src/lib/errors.ts';

// In the app a link brings them with the refusal; the mocked provider has no links.
await explain('thread.closed');
