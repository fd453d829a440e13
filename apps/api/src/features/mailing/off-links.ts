import { Injectable } from '@nestjs/common';
import { Fail, fail } from '../../platform/fail.ts';
import { HourlyLimit } from '../../platform/http/hourly-limit.ts';
import { MailSettings } from './settings.service.ts';

/** Links that switch mails off without sign-in. Forged ones are limited by address; genuine ones never are. */
@Injectable()
export class OffLinks {
  private readonly forged = new HourlyLimit(20);

  constructor(private readonly settings: MailSettings) {}

  looks(token: string, address: string): Promise<unknown> {
    return this.limited(address, () => this.settings.checksOff(token));
  }

  follows(token: string, address: string): Promise<unknown> {
    return this.limited(address, () => this.settings.switchesOff(token));
  }

  private async limited(address: string, act: () => Promise<unknown>): Promise<unknown> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Fail && !this.forged.allows(address)) throw fail('rate_limited');
      throw error;
    }
  }
}
