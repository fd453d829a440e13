/** What whoever started this shall read as it is, without a stack. */
export class Plain extends Error {}

export const say = (text: string): void => console.log(text);

/** Says what begins and, with its time, what is done. */
export async function step<T>(doing: string, done: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  say(`… ${doing}`);
  const result = await work();
  say(`✓ ${done} (${Math.max(1, Math.round((Date.now() - began) / 1000))} s)`);
  return result;
}

export const lastLines = (text: string, count = 15): string => text.trim().split('\n').slice(-count).join('\n');
