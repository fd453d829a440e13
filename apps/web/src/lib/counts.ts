const words = ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'] as const;

/** Numbers in running text: words up to twelve, then digits. "eine Frist", "vier Bitten", "13 Fristen" (feminine nouns). */
export const countInWords = (count: number, one: string, many: string): string =>
  `${words[count] ?? count.toLocaleString('de-DE')} ${count === 1 ? one : many}`;

/** 1 Beitrag, 17 Beiträge, 2.340 Beiträge */
export const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('de-DE')} ${count === 1 ? one : many}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
