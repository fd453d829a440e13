import pg from 'pg';

/**
 * A connection that somebody holds while the database ends it tells so by an event that nobody may be listening to at that
 * moment, and such an event ends the process. Whoever uses the connection hears of its end anyway.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
