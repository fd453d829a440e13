import { Injectable } from '@nestjs/common';

/** What time it is, for what happens by the calendar. Tests set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
