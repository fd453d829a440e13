import { program } from '../program.ts';
import { openCopy } from './copy.ts';
import { mutate } from './mutants.ts';

await program(
  20,
  async (judge) => {
    const { only } = judge.options as { only?: string };
    await mutate(judge, await openCopy(judge), only);
  },
  { only: { type: 'string' } },
);
