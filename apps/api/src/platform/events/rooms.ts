import { Injectable } from '@nestjs/common';
import { roomKinds, type RoomKind } from '@kollab/contract';
import { isUuid } from '../fail.ts';
import type { Actor } from '../auth/actor.ts';

/** A date: until then, by the clock alone. */
export type MayHear = (actor: Actor, id: string) => Promise<boolean | Date>;

/** Who may hear a room: each feature that owns a kind of room says so, with its policy. */
@Injectable()
export class Rooms {
  private readonly kinds = new Map<RoomKind, MayHear>([
    ['land', async () => true],
    ['person', async (actor, id) => actor.personId === id],
  ]);

  register(kind: RoomKind, mayHear: MayHear): void {
    this.kinds.set(kind, mayHear);
  }

  async mayHear(actor: Actor, room: string): Promise<boolean | Date> {
    const [kind = '', id = ''] = room.split(':');
    if (!(roomKinds as readonly string[]).includes(kind)) return false;
    if (kind === 'land' ? room !== 'land' : !isUuid(id) || room !== `${kind}:${id}`) return false;
    return (await this.kinds.get(kind as RoomKind)?.(actor, id)) ?? false;
  }
}
