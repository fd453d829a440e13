import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Actors } from '../../platform/auth/actors.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/database/database.ts';

type Variables = Record<string, unknown>;
// Answers are whatever the document asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = Record<string, any>;

/** People of the demonstration act through the same GraphQL as everybody: what the rules refuse does not come about. */
export class Stage {
  readonly database: Database;
  readonly config: Config;
  private readonly actors: Actors;
  private readonly persons = new Map<string, string>();

  constructor(
    app: INestApplicationContext,
    private readonly graphql: FastifyInstance['graphql'],
  ) {
    this.database = app.get(Database);
    this.config = app.get<Config>(CONFIG);
    this.actors = app.get(Actors);
  }

  /** The first sign-in, as the identity provider would bring it. */
  async enter(login: string, account: { issuer: string; subject: string; name: string; email: string }): Promise<void> {
    const session = { ...account, emailVerified: true, sid: null, expiresAt: Number.MAX_SAFE_INTEGER };
    this.persons.set(login, (await this.actors.of(session)).personId);
  }

  personId(login: string): string {
    const id = this.persons.get(login);
    if (!id) throw new Error(`demonstration: nobody is called ${login}`);
    return id;
  }

  loginOf(personId: string): string {
    const found = [...this.persons].find(([, id]) => id === personId);
    if (!found) throw new Error('demonstration: a person without a name to sign in with');
    return found[0];
  }

  /** Does what the document says as this person; a refusal ends the demonstration. */
  async as(login: string, document: string, variables: Variables = {}): Promise<Data> {
    const actor = (await this.actors.byId(this.personId(login))) as Actor;
    const context = { actor: { ...actor, emailVerified: true }, session: null, address: 'demonstration' };
    const { data, errors } = await this.graphql(document, context, variables).catch((refused: unknown) => ({
      data: null,
      errors: (refused as { errors?: { message: string }[] }).errors ?? [refused as Error],
    }));
    if (errors?.length) throw new Error(`demonstration: ${login}: ${document}: ${errors.map((e) => e.message).join(', ')}`);
    return data as Data;
  }
}
