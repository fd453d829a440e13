import type { AcceptedPlugin } from 'postcss';
export function dropUnusedTokens(): AcceptedPlugin;
