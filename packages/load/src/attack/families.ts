import { attackGraphql } from './graphql.ts';
import { attackByFlood } from './flood.ts';
import { attackGenerated } from './generated.ts';
import { attackScripts } from './scripts.ts';
import { attackSockets } from './sockets.ts';
import type { Stage } from './stage.ts';
import { attackTokens } from './tokens.ts';

/** What `npm run attack` tries, in this order. ATTACK_ONLY names some of them, for who works on one. */
const all: Record<string, (stage: Stage) => Promise<void>> = {
  graphql: attackGraphql,
  flood: attackByFlood,
  generated: attackGenerated,
  tokens: attackTokens,
  scripts: attackScripts,
  sockets: attackSockets,
};
const only = process.env['ATTACK_ONLY']?.split(',');
export const families = Object.entries(all).flatMap(([name, attack]) => (!only || only.includes(name) ? [attack] : []));
