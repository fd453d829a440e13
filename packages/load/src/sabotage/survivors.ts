/** A mutation that no test can catch, and why: what it changes makes no difference that anybody could see. */
export interface Survivor {
  file: string;
  /** The line as it stands in the source, without its indentation. */
  line: string;
  /** What was replaced, by what. */
  mutation: [from: string, to: string];
  why: string;
}

export const survivors: Survivor[] = [];
