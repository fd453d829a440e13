export function dropUnusedTokens(): { postcssPlugin: string; OnceExit(root: unknown): void };
