import type { Answered, Sent } from '../ask.ts';
import type { Stage } from '../stage.ts';

export interface Scene {
  stage: Stage;
  /** The server that is attacked. */
  url: string;
  /** Of the insider. */
  token: string;
  /** Different with every attempt, so that no answer is a remembered one. */
  attempt: number;
}

/** One class of attack: what is sent, and what more has to hold than for every answer. */
export interface Attack {
  name: string;
  send: (scene: Scene) => Sent | Promise<Sent | Answered[]>;
  /** `refused`: there is no data in the answer. `served`: there is, since nothing is wrong with it. */
  answer?: 'refused' | 'served';
  /** The server may close the connection instead of answering. */
  mayClose?: boolean;
}

export const repeat = (count: number, part: (i: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, i) => part(i)).join(between);
/** A comment of its own for each attempt. */
export const fresh = (text: string, { attempt }: Scene): string => `${text} #${attempt}`;
