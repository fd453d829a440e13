import { program } from '../program.ts';
import { openCopy } from './copy.ts';
import { defects } from './defects/index.ts';
import { mutate } from './mutants.ts';
import { plant } from './plant.ts';

/** A busy machine may be given more. */
const minutes = Number(process.env['KOLLAB_SABOTAGE_MINUTES'] ?? 20);

/** `--short`: enough to see that both sweeps can fall. */
const few = { defects: ['mail-not-escaped', 'another-action'], mutants: 'features/people/policy.ts' };

/**
 * Sweeps that can fail: whatever is broken on purpose has to be noticed. Planted defects first, one at a time; then every
 * policy and pure part, mutated. `--only NAME`: one defect by its name, `defects`, `mutants`, or a part of a file's path.
 */
await program(
  minutes,
  async (judge) => {
    judge.note(`At most ${minutes} minutes, meant for 2 cores that have nothing else to do; everything happens in a copy of the sources.`);
    const only = judge.options['only'] as string | undefined;
    const named = defects.filter(({ name }) => name === only);
    const copy = await openCopy(judge);
    const planted = judge.short ? defects.filter(({ name }) => few.defects.includes(name)) : only && only !== 'defects' ? named : defects;
    if (planted.length > 0 && only !== 'mutants') await plant(judge, copy, planted);
    if (only === 'defects' || named.length > 0) return;
    await mutate(judge, copy, judge.short ? few.mutants : only === 'mutants' ? undefined : only);
  },
  { only: { type: 'string' } },
);
