import { Injectable } from '@nestjs/common';
import type { EventName, EventPayload } from '@kollab/contract';

/** One fragment a payload, in their order; undefined where there is nothing to show any more. */
export type RenderFragments<N extends EventName> = (payloads: EventPayload<N>[]) => Promise<unknown[]>;

/**
 * What every reader of a room may see of a hot event, rendered once an instance. `focus` names the sub-room whose
 * listeners get the fragment; all others in the room get the bare count.
 */
@Injectable()
export class HotEvents {
  private readonly renderers = new Map<EventName, { focus: (payload: never) => string; render: RenderFragments<never> }>();

  register<N extends EventName>(name: N, focus: (payload: EventPayload<N>) => string, render: RenderFragments<N>): void {
    this.renderers.set(name, { focus, render });
  }

  focusOf<N extends EventName>(name: N, payload: EventPayload<N>): string | null {
    return this.renderers.get(name)?.focus(payload as never) ?? null;
  }

  async render<N extends EventName>(name: N, payloads: EventPayload<N>[]): Promise<unknown[]> {
    return (await this.renderers.get(name)?.render(payloads as never[])) ?? payloads.map(() => undefined);
  }
}
