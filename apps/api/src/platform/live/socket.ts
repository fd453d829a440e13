import type { Socket } from 'socket.io';
import { roomKinds, type BareMessage, type LiveMessage } from '@kollab/contract';
import type { Session } from '../auth/tokens.ts';
import type { LoggedEvent } from '../events/log.ts';

export interface SocketData {
  session: Session;
  personId: string;
  /** Set when it is connected: nobody would clear that of a socket that went away while it was admitted. */
  end: NodeJS.Timeout | undefined;
}
export interface ToBrowser {
  event: (message: LiveMessage | BareMessage) => void;
  left: (message: { room: string }) => void;
  session: (message: { ended: true }) => void;
}
export type FromBrowser = Record<string, (argument: unknown, answer: unknown) => void>;
export type LiveSocket = Socket<FromBrowser, ToBrowser, Record<string, never>, SocketData>;
export type Answer<T> = (answer: T) => void;

/** One socket hears at most so many rooms at once (my groups, a page's group, my organisations). */
export const maxRooms = 200;
/** One person has at most so many sockets here: one each tab. Thousands of them would take the memory of everybody. */
export const maxSockets = 100;
export const focusRoom = (room: string, focus: string) => `${room}#${focus}`;
/** A room of the contract; a socket is in one of its own name too, and in those of its focus. */
export const isScope = (room: string) => roomKinds.some((kind) => room === kind || room.startsWith(`${kind}:`)) && !room.includes('#');
export const toMessage = ({ focus: _focus, ...message }: LoggedEvent) => message as LiveMessage;
export const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 120;
