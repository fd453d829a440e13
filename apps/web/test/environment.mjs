import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom with what every browser has and jsdom lacks; the router asks for it. */
export default class Browser extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const escape = (text) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`);
    Object.assign(this.global, {
      AbortController,
      AbortSignal,
      CSS: { escape, supports: () => false },
      Headers,
      Request,
      Response,
      TextDecoder,
      TextEncoder,
    });
  }
}
