import { Injectable, type OnModuleInit } from '@nestjs/common';
import { belongsTo, has } from '../../platform/auth/actor.ts';
import { Rooms } from '../../platform/events/rooms.ts';

/** The organisation's room: its own people, and who manages every organisation. */
@Injectable()
export class PeopleRooms implements OnModuleInit {
  constructor(private readonly rooms: Rooms) {}

  onModuleInit(): void {
    this.rooms.register('organisation', async (actor, id) => belongsTo(actor, id) || has(actor, 'LAND_ADMIN'));
  }
}
