import { program } from '../program.ts';
import { families } from './families.ts';
import { openStage } from './stage.ts';

await program(20, async (judge) => {
  const stage = await openStage(judge);
  for (const attack of families) await attack(stage);
});
