import { program } from '../program.ts';
import { openCopy } from './copy.ts';
import { defects } from './defects/index.ts';
import { mutate } from './mutants.ts';
import { parts } from './parts.ts';
import { plant } from './plant.ts';

/** A busy machine may be given more. */
const minutes = Number(process.env['KOLLAB_SABOTAGE_MINUTES'] ?? 20);

/** `--short`: enough to see that both sweeps can fall. */
const few = ['mail-not-escaped', 'another-action', 'features/people/policy.ts'];

/**
 * Sweeps that can fail: whatever is broken on purpose has to be noticed. Planted defects first, one at a time; then every
 * policy and pure part, mutated. `--only NAME,…`: defects by their names, `defects`, `mutants`, or parts of files' paths.
 */
await program(
  minutes,
  async (judge) => {
    judge.note(`At most ${minutes} minutes, meant for 2 cores that have nothing else to do; everything happens in a copy of the sources.`);
    const copy = await openCopy(judge);
    const only = (judge.options['only'] as string | undefined)?.split(',') ?? (judge.short ? few : ['defects', 'mutants']);
    const planted = defects.filter(({ name }) => only.includes('defects') || only.includes(name));
    if (planted.length > 0) await plant(judge, copy, planted);
    const mutated = (await parts(copy)).filter(
      (file) => only.includes('mutants') || only.some((part) => part.includes('/') && file.includes(part)),
    );
    if (mutated.length > 0) await mutate(judge, copy, mutated);
    if (planted.length + mutated.length === 0) judge.judge(false, `nothing is called ${only.join(', ')}`);
  },
  { only: { type: 'string' } },
);
